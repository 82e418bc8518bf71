// What every page can do besides what it does without a script: keys, the toast, the way back.
"use strict";

const isTyping = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

// One letter is a key; letters on the heels of one another are a word, typed in the wrong place.
const PAUSE = 500;
const KEYS = "ringback-keys";
let lastLetter = -Infinity;
let isWord = false;

window.addEventListener(
  "keydown",
  (event) => {
    if (event.key.length !== 1) return;
    isWord = event.timeStamp - lastLetter < PAUSE;
    lastLetter = event.timeStamp;
  },
  true,
);

const areKeysOn = () => {
  try {
    return localStorage.getItem(KEYS) !== "off";
  } catch {
    return true;
  }
};

/** Whether a key is meant for the page: not for a field, a dialog, the browser, and not held. */
const isForPage = (event) =>
  areKeysOn() && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey &&
  !isTyping(event.target) && !document.querySelector("dialog[open]");

const WAYS = { t: "/", c: "/call/", o: "/openings/", p: "/people/", n: "/numbers/", i: "/import/" };
let waitingForWay = -Infinity;

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches("main input, main textarea, main select")) event.target.blur();
  if (!isForPage(event)) return;
  if (event.timeStamp - waitingForWay < 1200 && WAYS[event.key]) {
    waitingForWay = -Infinity;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.assign(WAYS[event.key]);
    return;
  }
  if (event.key === "g") {
    waitingForWay = event.timeStamp;
  } else if (event.key === "?") {
    event.preventDefault();
    document.getElementById("keys")?.showModal();
  } else if (event.key === "/") {
    event.preventDefault();
    const field = document.querySelector("[data-search]");
    const sift = document.querySelector("[data-sift]");
    if (sift) sift.open = true;
    if (field) field.focus();
    else location.assign("/search/");
  } else if (event.key === ".") {
    const shown = document.querySelector("[data-toast] form") ?? document.querySelector("[data-undo]");
    if (!isWord) shown?.requestSubmit();
  }
});

const keysSwitch = document.querySelector("[data-keys-switch]");
const showKeysSwitch = () => {
  const [button, on] = [keysSwitch.querySelector("button"), areKeysOn()];
  button.textContent = on ? button.dataset.on : button.dataset.off;
  button.setAttribute("aria-pressed", on);
  document.documentElement.dataset.keys = on ? "on" : "off";
};
if (keysSwitch) {
  keysSwitch.hidden = false;
  showKeysSwitch();
  keysSwitch.querySelector("button").addEventListener("click", () => {
    try {
      localStorage.setItem(KEYS, areKeysOn() ? "off" : "on");
    } catch {
      // A browser that keeps nothing keeps its keys.
    }
    showKeysSwitch();
  });
}
for (const place of document.querySelectorAll("[data-shows-keys]")) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => document.getElementById("keys").showModal());
}

// What was done is said once: loading the page again does not say it a second time.
const here = new URL(location.href);
if (here.searchParams.has("did")) {
  here.searchParams.delete("did");
  history.replaceState(history.state, "", here);
}

for (const link of document.querySelectorAll("[data-back]")) {
  link.addEventListener("click", (event) => {
    if (history.length > 1) {
      event.preventDefault();
      history.back();
    }
  });
}

// Tabs that do not fit show the chosen one, and fade where more of them lie.
const tabs = document.querySelector(".tabs ul");
if (tabs) {
  const edges = (one) => one.getBoundingClientRect();
  const fade = () => {
    const [seen, first, last] = [tabs, tabs.firstElementChild, tabs.lastElementChild].map(edges);
    tabs.classList.toggle("more-left", Math.min(first.left, last.left) < seen.left - 1);
    tabs.classList.toggle("more-right", Math.max(first.right, last.right) > seen.right + 1);
  };
  const [seen, current] = [tabs, tabs.querySelector("[aria-current]") ?? tabs].map(edges);
  tabs.scrollLeft += (current.left + current.right - seen.left - seen.right) / 2;
  tabs.addEventListener("scroll", fade, { passive: true });
  window.addEventListener("resize", fade);
  fade();
}

// A note keeps itself in this browser as it is typed, until the page it belongs to was sent.
for (const field of document.querySelectorAll("[data-draft]")) {
  const key = `ringback-draft-${field.dataset.draft}`;
  try {
    if (!field.value) field.value = localStorage.getItem(key) ?? "";
    field.addEventListener("input", () => localStorage.setItem(key, field.value));
    field.form?.addEventListener("submit", () => localStorage.removeItem(key));
  } catch {
    // A browser that keeps nothing keeps no draft either.
  }
}

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  window.setTimeout(() => delete form.dataset.sent, 5000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).innerText);
    const said = button.textContent;
    button.textContent = "✓";
    window.setTimeout(() => (button.textContent = said), 1500);
  });
}

// An address that names a folded part opens it.
const named = location.hash.slice(1) && document.getElementById(location.hash.slice(1));
if (named instanceof HTMLDetailsElement) {
  named.open = true;
  const field = named.querySelector("input:not([type=hidden]), select, textarea, button");
  // Having gone to the place that the address names, a browser takes the focus from wherever it is.
  window.addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => field?.focus())));
}
