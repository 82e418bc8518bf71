// The worker: keeps what a day of calls needs, and hands in what was told without a network.
"use strict";

const STATIC = `static-${TOLD.version}`;
const PAGES = `pages-${TOLD.version}`;
const LIST = "/replay/";
const OFFLINE = "/offline/";
const ALWAYS = ["/", "/rehearse/", "/waiting/"];
const SIGN_OFF = "/settings/devices/shut-out/";
const CALL = /^\/call\/(\d+)\/$/;
const LOG = /^\/call\/(\d+)\/log\/$/;
const FRESH = 10 * 60_000;
const PATIENCE = 8_000;
const LATE = "no answer in time";

class Unreachable extends Error {}

const within = (milliseconds, work) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreachable(LATE)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const tell = async (message) => {
  for (const page of await clients.matchAll()) page.postMessage(message);
};

// --- what is kept ----------------------------------------------------------------------------

// How often everything kept was thrown away: what was asked for before that is kept no more.
let thrownAway = 0;

const forget = async () => {
  thrownAway += 1;
  await caches.delete(PAGES);
  await tell({ said: "forgotten" });
};

const kept = async (path) => (await caches.open(PAGES)).match(path);

const list = async () => {
  const found = await kept(LIST);
  return found ? found.json() : { calls: [] };
};

const put = async (path, response, since) => {
  if (response.status !== 200 || response.redirected || response.type !== "basic") return;
  const cache = await caches.open(PAGES);
  if (since === thrownAway) await cache.put(path, response);
};

// Whether the desk answers at all; where nothing is begun yet it has no list to give.
const reach = async () => {
  const { status } = await within(PATIENCE, fetch(LIST, { method: "HEAD", redirect: "manual" }));
  if (status >= 500) throw new Unreachable(`answered ${status}`);
};

const ask = async () => {
  const answer = await within(PATIENCE, fetch(LIST, { redirect: "manual" }));
  if (answer.status === 401 || answer.type === "opaqueredirect") {
    await forget();
    throw new Unreachable("nothing to keep");
  }
  if (!answer.ok) throw new Unreachable(`answered ${answer.status}`);
  return answer;
};

const age = (response) => Date.now() - Date.parse(response.headers.get("Date") ?? 0);

// Whether something was sent since that may have changed any page.
let stale = false;

// Everything private that is kept at all: these pages, and only as long as they are of use.
const keepTheDay = async () => {
  const since = thrownAway;
  const answer = await ask();
  const now = await answer.clone().json();
  const before = await list();
  if (since !== thrownAway) return;
  if (before.search && before.search !== now.search) return forget().then(keepTheDay);
  const wanted = [...ALWAYS, ...now.calls.map((one) => `/call/${one.number}/`)];
  const cache = await caches.open(PAGES);
  const isStale = stale;
  stale = false;
  await cache.put(LIST, answer);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== LIST && !wanted.includes(pathname)) await cache.delete(request);
  }
  for (const path of wanted) {
    const copy = await cache.match(path);
    if (copy && !isStale && path !== "/" && age(copy) < FRESH) continue;
    const page = await within(PATIENCE, fetch(path, { redirect: "error" }));
    if (page.status === 401) return forget();
    if (since !== thrownAway) return;
    if (page.status >= 500) throw new Unreachable(`answered ${page.status}`);
    await put(path, page, since);
  }
  await tell({ said: "kept", calls: now.calls.length });
};

let keeping = null;
const keep = () => (keeping ??= keepTheDay().finally(() => (keeping = null)));

// --- what waits ------------------------------------------------------------------------------

const sent = ({ uid, opening, on, outcome, fields, note, when = "", anyway, at }) => ({
  uid, opening, on, outcome, fields, note, when, anyway: anyway === true,
  at: new Date(at).toISOString(), sent: new Date().toISOString(),
});

const handIn = async (call, token) => {
  const answer = await within(2 * PATIENCE, fetch(LIST, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(sent(call)),
  }));
  if (answer.ok) {
    await waiting.recorded(call.uid);
    return;
  }
  if (answer.status === 401) await forget();
  if ([401, 403, 421].includes(answer.status) || answer.status >= 500) {
    throw new Unreachable(`answered ${answer.status}`);
  }
  await waiting.answered(call, { anyway: false, trouble: await answer.json() });
};

// Calls whose form is on its way: they are not handed in a second time meanwhile.
const onTheirWay = new Set();

// In the order in which they were told; the first that cannot be handed in stops those after it.
const replayAll = async (again) => {
  const calls = (await waiting.all()).filter(
    (call) => !onTheirWay.has(call.uid) && (again || !call.trouble || call.anyway),
  );
  if (!calls.length) return;
  try {
    const { search, token } = await (await ask()).json();
    for (const call of calls) {
      if (call.search === search) await handIn(call, token);
      else if (!call.elsewhere) await waiting.answered(call, { elsewhere: true });
    }
  } finally {
    await tell({ said: "waiting" });
  }
};

let replaying = Promise.resolve();
const replay = (again = false) => {
  const run = replaying.then(() => replayAll(again));
  replaying = run.catch(() => {});
  return run;
};

const syncLater = () => self.registration.sync?.register("replay").catch(() => {});

// --- pages -----------------------------------------------------------------------------------

const asKept = async (response, isNotTaken = false) => {
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  const text = await response.text();
  const marks = isNotTaken ? 'data-kept="yes" data-not-taken="yes"' : 'data-kept="yes"';
  return new Response(text.replace("<html ", `<html ${marks} `), { headers });
};

const nextKept = async (later) => {
  const calls = (await list()).calls;
  const told = new Set((await waiting.all()).map((call) => call.number));
  for (const { number } of calls) {
    if (told.has(number) || later.includes(String(number))) continue;
    if (await kept(`/call/${number}/`)) return number;
  }
  return null;
};

const goOn = async (url) => {
  const later = url.searchParams.get("later") ?? "";
  const number = await nextKept(later.split(","));
  const query = later ? `?${new URLSearchParams({ later })}` : "";
  const to = number === null ? OFFLINE : `/call/${number}/`;
  return Response.redirect(new URL(to + query, location.origin), 302);
};

const withoutNetwork = async (url) => {
  if (url.pathname === "/call/") return goOn(url);
  const copy = await kept(url.pathname);
  return copy ? asKept(copy) : cannotBeReached();
};

const cannotBeReached = async (isNotTaken = false) => {
  const page = await (await caches.open(STATIC)).match(OFFLINE);
  return page ? asKept(page, isNotTaken) : Response.error();
};

const isKept = (path) => ALWAYS.includes(path) || CALL.test(path);

const page = async (event, url) => {
  try {
    if ((await waiting.all()).some((call) => !call.trouble)) await replay();
  } catch (error) {
    // A desk that let one wait in vain once is not asked again for a page that is kept.
    if (error.message === LATE && (await kept(url.pathname))) return withoutNetwork(url);
  }
  const since = thrownAway;
  try {
    // A page that is kept need not be waited for; any other one takes the time that it takes.
    const asked = fetch(event.request);
    const answer = await ((await kept(url.pathname)) ? within(PATIENCE, asked) : asked);
    if ([502, 504].includes(answer.status)) return withoutNetwork(url);
    if (answer.status === 401 && url.pathname !== "/start") await forget();
    if (isKept(url.pathname) && !url.search) {
      const copy = answer.clone();
      event.waitUntil(put(url.pathname, copy, since));
    }
    return answer;
  } catch {
    return withoutNetwork(url);
  }
};

const logged = async (event, url) => {
  const uid = url.searchParams.get("uid");
  onTheirWay.add(uid);
  try {
    await replaying;
    if ((await waiting.all()).some((call) => call.uid !== uid && !call.trouble)) await replay();
    const answer = await within(2 * PATIENCE, fetch(event.request));
    if ([502, 504].includes(answer.status)) throw new Unreachable();
    // What was refused is shown at once, with the way back to what was typed.
    const isShown = answer.status >= 400 && answer.status < 500;
    if (answer.type === "opaqueredirect" || (isShown && ![401, 403, 421].includes(answer.status))) {
      await waiting.recorded(uid);
      await (await caches.open(PAGES)).delete(url.pathname.replace("log/", ""));
    }
    if (answer.status === 401) await forget();
    return answer;
  } catch {
    await syncLater();
    return goOn(url);
  } finally {
    onTheirWay.delete(uid);
  }
};

// Signing off empties this browser: what waits in it is settled before.
const someWait = async () => {
  if (!(await waiting.all()).length) return false;
  await replay(true).catch(() => {});
  return (await waiting.all()).length > 0;
};

// Whatever else is sent may change any page that is kept.
const sentElsewhere = async (event, url) => {
  try {
    if (url.pathname === SIGN_OFF && (await someWait())) {
      return Response.redirect(new URL("/waiting/?before=signing-off", location.origin), 303);
    }
    const answer = await fetch(event.request);
    stale = true;
    // Another book is another search: nothing of this one is shown in it.
    if (answer.status === 401 || url.pathname.startsWith("/demo/")) await forget();
    return answer;
  } catch {
    return cannotBeReached(true);
  }
};

const file = async (request) => {
  const cache = await caches.open(STATIC);
  const copy = await cache.match(request.url);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.status === 200 && answer.type === "basic") await cache.put(request.url, answer.clone());
  return answer;
};

const understood = async (request) => {
  try {
    return await within(PATIENCE, fetch(request));
  } catch {
    return new Response(TOLD.understood, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
};

// --- what the browser asks of it -------------------------------------------------------------

self.addEventListener("install", (event) => {
  const made = async () => {
    const cache = await caches.open(STATIC);
    await cache.addAll([...TOLD.files, OFFLINE]);
    await self.skipWaiting();
  };
  event.waitUntil(made());
});

self.addEventListener("activate", (event) => {
  const made = async () => {
    for (const name of await caches.keys()) {
      if (name !== STATIC && name !== PAGES) await caches.delete(name);
    }
    await clients.claim();
  };
  event.waitUntil(made());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (request.method === "GET") event.respondWith(page(event, url));
    else if (LOG.test(url.pathname) && url.searchParams.has("uid")) event.respondWith(logged(event, url));
    else event.respondWith(sentElsewhere(event, url));
  } else if (request.method === "GET" && url.pathname.startsWith(TOLD.static)) {
    event.respondWith(file(request));
  } else if (request.method === "GET" && url.pathname === "/understood/") {
    event.respondWith(understood(request));
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === "replay") event.waitUntil(replay());
});

self.addEventListener("message", (event) => {
  const { data, source } = event;
  const quietly = (work) => event.waitUntil(work.catch(() => {}));
  if (data.do === "keep") return quietly(keep());
  if (data.do === "replay") return quietly(replay(data.again === true));
  if (data.do === "reach") {
    return quietly(reach().then(() => source.postMessage({ said: "reached" })));
  }
});
