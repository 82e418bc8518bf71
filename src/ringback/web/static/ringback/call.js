// A call: the clock that runs while one talks, and a key for each outcome.
"use strict";

const form = document.querySelector("[data-outcomes]");
const timer = document.querySelector("[data-timer]");
let began = 0;

const tick = () => {
  const seconds = Math.floor((performance.now() - began) / 1000);
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

document.querySelector("[data-dial]")?.addEventListener("click", () => {
  if (began) return;
  began = performance.now();
  window.setInterval(tick, 1000);
});

if (form) {
  for (const part of form.querySelectorAll("details[data-outcome]")) {
    const fields = part.querySelectorAll("[data-needed=yes]");
    part.addEventListener("toggle", () => {
      for (const field of fields) field.required = part.open;
      if (!part.open) return;
      for (const other of form.querySelectorAll("details[data-outcome][open]")) {
        if (other !== part) other.open = false;
      }
      part.querySelector("input")?.focus();
    });
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      part.querySelector("button[name=outcome]").click();
    });
  }
  // An outcome without fields is told whatever fields of another one stand open.
  for (const button of form.querySelectorAll("button[data-key]")) button.formNoValidate = true;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key.length !== 1 || event.key === "g") return;
    const wanted = [...form.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!wanted) return;
    event.preventDefault();
    if (wanted instanceof HTMLDetailsElement) {
      wanted.open = true;
      wanted.querySelector("summary").scrollIntoView({ block: "nearest" });
    } else {
      wanted.click();
    }
  });
}
