// The other book is being opened: go there as soon as somebody answers who has it open.
"use strict";

const AGAIN = 500;

// Asked for is a short word: a page would be told as a fault as long as it cannot be had.
const isOpened = () =>
  fetch("/demo/opened/", { cache: "no-store" }).then(
    async (answer) => (await answer.text()) === "yes",
    () => false,
  );

const goThere = async () => {
  if (await isOpened()) location.replace("/");
  else window.setTimeout(goThere, AGAIN);
};

window.setTimeout(goThere, AGAIN);
