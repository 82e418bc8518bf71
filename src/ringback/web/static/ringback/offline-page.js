// Without a network: which calls of the day are kept in this browser.
"use strict";

const showKept = async () => {
  const part = document.querySelector("[data-kept-list]");
  const found = await caches.match("/replay/");
  if (!found) return;
  const { calls } = await found.json();
  for (const { number, who, employer } of calls) {
    if (!(await caches.match(`/call/${number}/`))) continue;
    const row = document.createElement("li");
    const link = Object.assign(document.createElement("a"), {
      className: "over", href: `/call/${number}/`, textContent: who,
    });
    const place = document.createElement("div");
    place.append(link, Object.assign(document.createElement("p"), { className: "soft small", textContent: employer }));
    row.append(place, document.createElement("span"));
    part.querySelector("ul").append(row);
    part.hidden = false;
  }
};

// A form that was sent was not taken; a call that was told is kept, and said so as long as it waits.
const sayWhatBecameOfIt = async () => {
  document.querySelector("p[data-not-taken]").hidden = !isNotTaken;
  document.querySelector("p[data-told]").hidden = !(await waiting.all()).length;
  await showWaiting();
};

sayWhatBecameOfIt().catch(keepsNothing);
showKept().catch(keepsNothing);
