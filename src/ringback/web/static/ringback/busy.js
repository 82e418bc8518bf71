// A page that waits for the book: it asks for itself again until it can be shown.
"use strict";

const again = Number(document.querySelector("[data-again]").dataset.again);
window.setTimeout(() => location.reload(), 1000 * again);
