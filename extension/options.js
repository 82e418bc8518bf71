// Pairing: the code that the desk shows is given once for a token of this extension's own.
"use strict";

const form = document.getElementById("pair");
const paired = document.getElementById("paired");
const answer = document.getElementById("answer");

const show = async () => {
  const { desk, token } = await kept();
  form.hidden = Boolean(token);
  paired.hidden = !token;
  form.elements.address.value = desk;
  document.getElementById("with").textContent = say("pairedWith", desk);
};

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  answer.replaceChildren();
  const button = form.querySelector("button");
  const desk = deskAt(form.elements.address.value);
  try {
    if (!desk) throw new Trouble(say("notHere"));
    button.disabled = true;
    const { token } = await asked("pair", { code: form.elements.code.value }, { desk, token: "" });
    await keep(desk, token);
    form.elements.code.value = "";
    await show();
    document.getElementById("part").focus();
  } catch (trouble) {
    const start = trouble.act === "start" ? startWords() : null;
    const hint = trouble.hint ? made("p", { className: "soft" }, trouble.hint) : null;
    shown("bad", made("h2", {}, trouble.message), hint, start);
    form.elements.code.focus();
  } finally {
    button.disabled = false;
  }
});

document.getElementById("part").addEventListener("click", async () => {
  const { desk, token } = await kept();
  await asked("leave", {}, { desk, token }).catch(() => {});
  await forget();
  await show();
  form.elements.code.focus();
});

show();
