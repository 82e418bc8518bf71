// Ringback as an app: the worker, calls told without a network, and what a page says of both.
"use strict";

const inHouse = document.querySelector(".nav") !== null;
const isKeptCopy = document.documentElement.dataset.kept === "yes";
// The page in place of the answer to a form: loaded again, it would send the form once more.
const isNotTaken = document.documentElement.dataset.notTaken === "yes";
// Soon at first, then every quarter of a minute (milliseconds).
const RETRY = [1_000, 2_000, 4_000, 8_000, 15_000];

const worker = () => navigator.serviceWorker?.controller;
const askWorker = (message) => worker()?.postMessage(message);
const counted = (element, count) => {
  element.textContent = (count === 1 ? element.dataset.one : element.dataset.many).replace("#", count);
};
const isBusy = () =>
  [...document.querySelectorAll("main textarea, main input:not([type=hidden])")].some((field) => field.value) ||
  document.querySelector("details[data-outcome][open]") !== null;

// --- a call is kept here before it is sent, and leaves once the desk has it --------------------

const saysOf = (form, button) =>
  (button.closest("[data-outcome]")?.querySelector("summary .grow") ?? button.querySelector("span") ?? button)
    .textContent.trim();

const callTold = async (form, button) => {
  const outcome = button.value;
  const { search, opening, number, who, employer, after, person, route } = form.dataset;
  const fields = {};
  for (const field of form.querySelectorAll(`[name^="${outcome}-"]`)) {
    fields[field.name.slice(outcome.length + 1)] = field.value;
  }
  const earlier = (await waiting.all()).filter((call) => call.opening === opening).at(-1);
  return {
    uid: crypto.randomUUID(), at: Date.now(), search, opening, number: Number(number), who, employer,
    on: { after: earlier?.uid ?? after, person, route },
    outcome, says: saysOf(form, button), fields, note: form.elements.note.value,
    when: form.elements.at.value,
  };
};

const keepThenSend = async (form, button) => {
  try {
    const call = await callTold(form, button);
    await waiting.keep(call);
    const address = new URL(form.dataset.address ?? form.action);
    form.dataset.address = address.href;
    address.searchParams.set("uid", call.uid);
    address.searchParams.set("later", form.elements.later.value);
    form.action = address.href;
  } catch {
    // A browser that keeps nothing sends the form as it always did.
  }
  form.dataset.told = "kept";
  form.requestSubmit(button);
};

window.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!("outcomes" in form.dataset) || !event.submitter?.value || !worker()) return;
    if (form.dataset.told === "kept") {
      form.dataset.told = "sent";
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.told) return;
    form.dataset.told = "being kept";
    keepThenSend(form, event.submitter);
  },
  true,
);
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-told]")) delete form.dataset.told;
});

// --- what waits, said on every page ------------------------------------------------------------

let shownCount = 0;
const showWaiting = async () => {
  const calls = await waiting.all();
  const strip = document.querySelector("[data-waiting]");
  if (strip) {
    const trouble = calls.filter((call) => call.trouble || call.elsewhere).length;
    strip.hidden = !calls.length || location.pathname === "/waiting/";
    counted(strip.querySelector("[data-one]"), calls.length);
    const asks = strip.querySelector("[data-trouble]");
    asks.hidden = !trouble;
  }
  for (const mark of document.querySelectorAll("[data-told-mark]")) mark.remove();
  const model = document.getElementById("told-mark");
  for (const call of calls) {
    for (const link of document.querySelectorAll(`main a[href^="/call/${call.number}/"]`)) {
      if (model) link.after(model.content.cloneNode(true));
    }
    const notice = document.querySelector(`[data-told-notice="${call.opening}"]`);
    if (notice) {
      notice.hidden = false;
      notice.querySelector("[data-says]").textContent = call.says;
    }
  }
  document.documentElement.dataset.waits = calls.length;
  const gone = calls.length < shownCount;
  shownCount = calls.length;
  return gone;
};

const retry = async () => {
  if (document.visibilityState === "hidden") return;
  if ((await waiting.all()).some((call) => !call.trouble)) askWorker({ do: "replay" });
  if (isKeptCopy) askWorker({ do: "reach" });
};

let tried = 0;
let next = 0;
const retryLater = () => {
  window.clearTimeout(next);
  next = window.setTimeout(retryNow, RETRY[Math.min(tried, RETRY.length - 1)]);
  tried += 1;
};
const retryNow = () => retry().catch(keepsNothing).finally(retryLater);
const retryAfresh = () => {
  tried = 0;
  retryNow();
};

const hear = async ({ data }) => {
  if (data.said === "waiting" && (await showWaiting()) && location.pathname === "/" && !isBusy()) {
    location.reload();
  }
  if (data.said === "kept") document.documentElement.dataset.keptCalls = data.calls;
  if (data.said === "reached" && isKeptCopy && !isNotTaken) {
    // Whoever had no call left here goes on to the next one, or is told when it comes.
    if (location.pathname === "/offline/") location.replace(`/call/${location.search}`);
    else if (isBusy()) document.querySelector("[data-reached]")?.removeAttribute("hidden");
    else location.reload();
  }
};

const keepsNothing = () => {};

if (inHouse || isKeptCopy) {
  const done = document.querySelector("[data-toast] input[name=did]");
  (done ? waiting.recorded(done.value) : Promise.resolve()).then(showWaiting).catch(keepsNothing);
}

if (inHouse && "serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", hear);
  navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" }).catch(keepsNothing);
  navigator.serviceWorker.ready.then(() => {
    askWorker({ do: "replay" });
    if (["/", "/waiting/"].includes(location.pathname) || location.pathname.startsWith("/call/")) {
      window.setTimeout(() => askWorker({ do: "keep" }), 1000);
    }
  });
  navigator.serviceWorker.addEventListener("controllerchange", () => askWorker({ do: "keep" }));
  window.addEventListener("online", retryAfresh);
  document.addEventListener("visibilitychange", retryAfresh);
  retryLater();
}

// --- a kept call page knows what was put off since it was kept ---------------------------------

const putOff = new URL(location.href).searchParams.get("later");
if (isKeptCopy && putOff) {
  for (const link of document.querySelectorAll('a[href^="/call/?later="]')) {
    link.href = `/call/?later=${putOff},${new URL(link.href).searchParams.get("later")}`;
  }
  const field = document.querySelector("[data-outcomes]")?.elements.later;
  if (field) field.value = putOff;
}

// --- an app of the device ----------------------------------------------------------------------

window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  for (const button of document.querySelectorAll("[data-install]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      button.hidden = true;
      await event.prompt();
    }, { once: true });
  }
});

const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
if (isApple && !window.matchMedia("(display-mode: standalone)").matches) {
  for (const sentence of document.querySelectorAll("[data-install-apple]")) sentence.hidden = false;
}
