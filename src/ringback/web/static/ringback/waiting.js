// The calls that wait in this browser to be recorded: one store, for the pages and for the worker.
"use strict";

const waiting = (() => {
  const opened = () =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.open("ringback", 1);
      asked.onupgradeneeded = () => {
        const store = asked.result.createObjectStore("calls", { keyPath: "order", autoIncrement: true });
        store.createIndex("uid", "uid", { unique: true });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      asked.onblocked = () => reject(new Error("the store is in use"));
    });

  // Resolves once it is on the disk, not only asked for: a browser may be killed at any moment.
  const within = async (mode, work) => {
    const db = await opened();
    try {
      return await new Promise((resolve, reject) => {
        const act = db.transaction("calls", mode, { durability: "strict" });
        const got = work(act.objectStore("calls"));
        act.oncomplete = () => resolve(got?.result);
        act.onerror = act.onabort = () => reject(act.error);
      });
    } finally {
      db.close();
    }
  };

  const all = () => within("readonly", (store) => store.getAll());
  const keep = (call) => within("readwrite", (store) => store.put(call));

  // What came of a call as it was sent; what the person said of it in the meantime goes before.
  const answered = (call, change) =>
    within("readwrite", (store) => {
      store.get(call.order).onsuccess = ({ target: { result: now } }) => {
        if (JSON.stringify(now) === JSON.stringify(call)) store.put({ ...call, ...change });
      };
    });

  const leave = (uid, change) =>
    within("readwrite", (store) => {
      store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        if (cursor.value.uid === uid) cursor.delete();
        else change?.(cursor);
        cursor.continue();
      };
    });

  return {
    all,
    keep,
    answered,
    recorded: (uid) => leave(uid),
    // A second call on the same opening was told after the first: without it, after what was before.
    async dropped(uid) {
      const gone = (await all()).find((call) => call.uid === uid);
      if (!gone) return;
      await leave(uid, (cursor) => {
        if (cursor.value.on.after !== uid) return;
        cursor.update({ ...cursor.value, on: { ...cursor.value.on, after: gone.on.after } });
      });
    },
  };
})();
