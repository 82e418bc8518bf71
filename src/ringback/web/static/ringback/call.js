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
  timer.hidden = false;
  tick();
  window.setInterval(tick, 1000);
});

// What leads to the outcomes goes once one is there; its place stays, so that nothing moves.
const jump = document.querySelector(".jump");
const isThere = ([came]) => jump.classList.toggle("arrived", came.isIntersecting);
if (jump) {
  // Below lie the ways through the house.
  const seen = { rootMargin: "0px 0px -64px 0px", threshold: 1 };
  new IntersectionObserver(isThere, seen).observe(document.getElementById("came"));
}

const ownName = document.querySelector(".own-name");
ownName?.addEventListener("toggle", () => {
  if (!ownName.open) return;
  ownName.querySelector("input:not([type=hidden])").focus({ preventScroll: true });
  ownName.scrollIntoView({ block: "nearest" });
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

  // What closes or bars is asked once more in its place; whatever else is done lets go of it.
  const said = form.querySelector("[data-asked]");
  let asked = null;
  const show = (button, isAsked) => {
    const ask = button.querySelector("[data-ask]");
    ask.hidden = !isAsked;
    button.querySelector("span:not([data-ask])").hidden = isAsked;
    button.classList.toggle("asked", isAsked);
    said.textContent = isAsked ? ask.textContent : "";
  };
  const letGo = () => {
    if (!asked) return;
    const button = asked;
    asked = null;
    show(button, false);
    button.blur();
  };
  const askFor = (button) => {
    asked = button;
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: "nearest" });
    show(button, true);
  };
  for (const ask of form.querySelectorAll("[data-ask]")) ask.closest("button").addEventListener("blur", letGo);

  // Any other outcome waits a moment: a second letter makes a word of it, which records nothing.
  let meant = 0;
  const mean = (button) => {
    button.classList.add("asked");
    meant = window.setTimeout(() => {
      button.classList.remove("asked");
      button.click();
    }, PAUSE);
  };
  const forget = () => {
    window.clearTimeout(meant);
    for (const one of form.querySelectorAll("button.asked")) if (one !== asked) one.classList.remove("asked");
  };
  window.addEventListener("pagehide", forget);
  document.addEventListener("pointerdown", forget);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") forget();
    if (event.key === "Escape") letGo();
    if (!isForPage(event) || event.key.length !== 1) return;
    forget();
    const wanted = [...form.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (wanted && wanted === asked) {
      event.preventDefault();
      if (!isWord) wanted.click();
      return;
    }
    letGo();
    if (!wanted || isWord || event.key === "g") return;
    event.preventDefault();
    wanted.closest(".outcomes-group").open = true;
    if (wanted instanceof HTMLDetailsElement) {
      wanted.open = true;
      wanted.querySelector("summary").scrollIntoView({ block: "nearest" });
    } else if (wanted.querySelector("[data-ask]")) {
      askFor(wanted);
    } else {
      mean(wanted);
    }
  });
}
