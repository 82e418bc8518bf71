// The calls that wait: what was told, what is there now, and the person's word on each.
"use strict";

const place = document.querySelector("[data-calls]");
const fieldsModel = document.getElementById("waiting-fields").content;
const moments = new Intl.DateTimeFormat(document.documentElement.lang, {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
});

const said = (card, name, text) => {
  card.querySelector(`[data-${name}]`).textContent = text ?? "";
};

const showTrouble = (card, { state, sentence, hint, now }) => {
  card.querySelector("[data-why]").hidden = false;
  said(card, "sentence", sentence);
  said(card, "hint", hint);
  const button = card.querySelector("button.primary");
  button.textContent = button.dataset[state] ?? button.textContent;
  if (!now) return;
  card.querySelector("[data-now]").hidden = false;
  card.querySelector("[data-address]").href = now.address;
  said(card, "stage", now.stage);
  said(card, "step", now.step ? ` · ${now.step}` : "");
  for (const line of now.happened) {
    card.querySelector("[data-happened]").append(
      Object.assign(document.createElement("li"), { textContent: line }),
    );
  }
};

const toldIn = (card) => {
  const fields = {};
  for (const field of card.querySelectorAll("[data-fields] [data-field]")) {
    fields[field.dataset.field] = field.value;
  }
  return { fields, note: card.querySelector("[data-field=note]").value };
};

const drop = async (button, uid) => {
  if (!button.dataset.asked) {
    button.dataset.asked = "yes";
    button.textContent = button.dataset.sure;
    return;
  }
  await waiting.dropped(uid);
  await render();
};

const cardOf = (call) => {
  const card = document.getElementById("waiting-call").content.cloneNode(true).firstElementChild;
  said(card, "who", call.who);
  said(card, "employer", call.employer);
  said(card, "says", call.says);
  said(card, "at", moments.format(call.at));
  for (const [name, value] of Object.entries(call.fields)) {
    const field = fieldsModel.querySelector(`[data-field="${name}"]`)?.closest(".field").cloneNode(true);
    if (!field) continue;
    field.querySelector("input").value = value;
    card.querySelector("[data-fields]").append(field);
  }
  card.querySelector("[data-field=note]").value = call.note;
  card.querySelector("[data-elsewhere]").hidden = !call.elsewhere;
  if (call.trouble) showTrouble(card, call.trouble);
  card.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const anyway = call.trouble?.state === "differs";
    await waiting.keep({ ...call, ...toldIn(card), anyway, elsewhere: false });
    askWorker({ do: "replay", again: true });
  });
  const button = card.querySelector("[data-drop]");
  button.addEventListener("click", () => drop(button, call.uid));
  return card;
};

let shown = "";
const render = async () => {
  const calls = await waiting.all();
  const now = JSON.stringify(calls);
  if (now === shown) return;
  shown = now;
  place.replaceChildren(...calls.map(cardOf));
  document.querySelector("[data-none]").hidden = calls.length > 0;
  await showWaiting();
};

navigator.serviceWorker?.addEventListener("message", ({ data }) => {
  if (data.said === "waiting") render().catch(keepsNothing);
});
navigator.serviceWorker?.ready.then(() => askWorker({ do: "replay", again: true }));
if (location.search.includes("before=signing-off")) {
  document.querySelector("[data-before-signing-off]").hidden = false;
}
render().catch(keepsNothing);
