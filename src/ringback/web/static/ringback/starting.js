// The other book is being opened: go there as soon as somebody answers who has it open.
"use strict";

const AGAIN = 500;

const answers = () =>
  fetch("/", { method: "HEAD", cache: "no-store" }).then(
    (answer) => answer.ok,
    () => false,
  );

const goThere = async () => {
  if (await answers()) location.replace("/");
  else window.setTimeout(goThere, AGAIN);
};

window.setTimeout(goThere, AGAIN);
