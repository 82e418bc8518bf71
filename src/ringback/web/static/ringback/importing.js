// A file: dropped instead of chosen, too large before it is sent, and how far it is.
"use strict";

const drop = document.querySelector("[data-drop]");
if (drop) {
  const field = drop.querySelector("input[type=file]");
  const wrong = drop.querySelector("[data-too-large]");
  drop.querySelector("[data-drop-words]").hidden = false;

  const fits = () => {
    // The form around the file needs some room of its own.
    const most = Number(drop.dataset.largest) - 10_000;
    const large = [...field.files].some((file) => file.size > most);
    wrong.textContent = large ? wrong.dataset.tooLarge : "";
    wrong.hidden = !large;
    field.setCustomValidity(wrong.textContent);
    return !large;
  };
  field.addEventListener("change", fits);

  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const [file] = event.dataTransfer.files;
    if (!file) return;
    const one = new DataTransfer();
    one.items.add(file);
    field.files = one.files;
    if (fits()) drop.requestSubmit();
  });
}

const waits = document.querySelector("[data-progress]");
if (waits) {
  const far = waits.querySelector("progress");
  const done = waits.querySelector("[data-done]");
  const ask = async () => {
    try {
      const answer = await fetch(waits.dataset.progress, { headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!told.busy) {
        location.reload();
        return;
      }
      if (done) {
        far.value = told.done;
        done.textContent = told.done;
      }
    } catch {
      // The next time may go better.
    }
    window.setTimeout(ask, 700);
  };
  window.setTimeout(ask, 300);
}

// "Show it with these columns" is wanted once one of them was changed.
for (const button of document.querySelectorAll("[data-when-changed]")) {
  button.hidden = true;
  button.form.addEventListener("change", (event) => {
    if (event.target.tagName === "SELECT") button.hidden = false;
  });
}
