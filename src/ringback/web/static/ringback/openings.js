// The table: choosing all at once, and views that this browser keeps.
"use strict";

const chosen = document.querySelector("[data-chosen]");
const all = document.querySelector("[data-all]");
const boxes = [...document.querySelectorAll("input[name=opening]")];
const count = () => {
  const on = boxes.filter((box) => box.checked).length;
  if (chosen) chosen.textContent = on ? `(${on})` : "";
  if (all) all.checked = on > 0 && on === boxes.length;
};
if (all) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
}
for (const box of boxes) box.addEventListener("change", count);

const VIEWS = "ringback-views";
const place = document.querySelector("[data-views]");
const list = document.querySelector("[data-views-list]");
const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(VIEWS) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one.name === "string" && /^\?/.test(one.at)) : [];
  } catch {
    return [];
  }
};
const show = () => {
  list.replaceChildren(
    ...read().map((view) => {
      const entry = document.createElement("span");
      entry.className = "tag";
      const link = document.createElement("a");
      link.href = `/openings/${view.at}`;
      link.textContent = view.name;
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "quiet small";
      drop.textContent = "×";
      drop.setAttribute("aria-label", `${view.name} ×`);
      drop.addEventListener("click", () => {
        localStorage.setItem(VIEWS, JSON.stringify(read().filter((one) => one.at !== view.at)));
        show();
      });
      entry.append(link, drop);
      return entry;
    }),
  );
};
if (place && window.localStorage) {
  place.hidden = false;
  show();
  document.querySelector("[data-view-keep]").addEventListener("click", () => {
    const words = new URLSearchParams(location.search);
    words.delete("page");
    const at = `?${words}`;
    const name =
      [words.get("q"), words.get("stage"), words.get("step")].filter(Boolean).join(", ") ||
      document.querySelector("h1").textContent;
    const kept = read().filter((one) => one.at !== at);
    localStorage.setItem(VIEWS, JSON.stringify([...kept, { name, at }]));
    show();
  });
}
