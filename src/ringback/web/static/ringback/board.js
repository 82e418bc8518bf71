// The board: a card that is dropped on a stage opens the form that leads there.
"use strict";

const FORMS = {
  ready: "act-name",
  sent: "act-send",
  "in conversation": "act-reply",
  interviewing: "act-interview",
  offered: "act-offer",
  dormant: "act-pause",
  closed: "act-close",
  researching: "act-reopen",
};

const moveTo = (opening, stage) => location.assign(`/openings/${opening}/#${FORMS[stage] ?? "main"}`);

for (const card of document.querySelectorAll("[data-opening]")) {
  card.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", card.dataset.opening);
    event.dataTransfer.effectAllowed = "move";
  });
  const select = card.querySelector("[data-move]");
  if (!select) continue;
  select.hidden = false;
  const begun = select.value;
  // A change of choice by the arrow keys is not yet a decision: Enter or leaving the list is.
  const decide = () => {
    if (select.value !== begun) moveTo(card.dataset.opening, select.value);
  };
  select.addEventListener("keydown", (event) => {
    if (event.key === "Enter") decide();
  });
  select.addEventListener("blur", decide);
}

for (const column of document.querySelectorAll("[data-stage]")) {
  column.addEventListener("dragover", (event) => {
    event.preventDefault();
    column.classList.add("over");
  });
  column.addEventListener("dragleave", (event) => {
    if (!column.contains(event.relatedTarget)) column.classList.remove("over");
  });
  column.addEventListener("drop", (event) => {
    event.preventDefault();
    column.classList.remove("over");
    const opening = event.dataTransfer.getData("text/plain");
    if (/^\d+$/.test(opening)) moveTo(opening, column.dataset.stage);
  });
}

const wide = document.querySelector(".board");
const tellMore = () => {
  const rest = wide.scrollWidth - wide.clientWidth - Math.abs(wide.scrollLeft);
  wide.classList.toggle("more", rest > 2);
};
if (wide) {
  wide.addEventListener("scroll", tellMore, { passive: true });
  new ResizeObserver(tellMore).observe(wide);
}
