// The one field: Enter reads an address; a text has lines, so that Enter stays Enter there.
"use strict";

for (const field of document.querySelectorAll("[data-one-field]")) {
  field.addEventListener("keydown", (event) => {
    const text = field.value.trim();
    const isAddress = text !== "" && !/\s/.test(text);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!isAddress && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
}
