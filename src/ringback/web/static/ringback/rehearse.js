// Rehearsing: a clock for each text, and how fast it was said. Nothing leaves the page.
"use strict";

// From here to there a voice is followed easily, as shares of the usual pace of the words.
const SLOWEST = 0.8;
const FASTEST = 1.2;

const choice = document.querySelector("[data-practice]");
const chosen = () => {
  for (const part of document.querySelectorAll("[data-practised]")) {
    part.hidden = part.dataset.practised !== choice.value;
  }
};
const inAddress = new URL(location.href).searchParams.get("opening");
if (inAddress && [...choice.options].some((one) => one.value === inAddress)) choice.value = inAddress;
choice.addEventListener("change", chosen);
document.querySelector("[data-without-script]").hidden = true;
chosen();

const verdict = (seconds, pace, usual, limit) => {
  if (pace > FASTEST * usual) return "fast";
  if (limit && seconds > limit) return "long";
  return pace < SLOWEST * usual ? "slow" : "good";
};

for (const part of document.querySelectorAll("[data-text]")) {
  const button = part.querySelector("[data-start]");
  const clock = part.querySelector("[data-clock]");
  const bar = part.querySelector("progress");
  const said = part.querySelector("[data-verdict]");
  const start = button.textContent;
  const limit = Number(part.dataset.limit);
  const usual = Number(part.dataset.pace);
  let began = 0;
  let timer = 0;

  const tick = () => {
    const seconds = (performance.now() - began) / 1000;
    const whole = Math.floor(seconds);
    clock.textContent = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    bar.value = Math.min(seconds, bar.max);
    part.classList.toggle("over", limit > 0 && seconds > limit);
  };

  const stop = () => {
    window.clearInterval(timer);
    tick();
    const seconds = Math.max(1, (performance.now() - began) / 1000);
    const pace = Math.round((Number(part.dataset.words) * 60) / seconds);
    const found = verdict(seconds, pace, usual, limit);
    said.classList.toggle("good", found === "good");
    said.textContent = said.dataset[found].replace("#", Math.round(seconds)).replace("~", pace);
    button.textContent = start;
    timer = 0;
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    if (timer) return stop();
    said.textContent = "";
    began = performance.now();
    timer = window.setInterval(tick, 200);
    tick();
    button.textContent = button.dataset.stop;
  });
}
