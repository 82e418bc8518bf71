// A page that changes without its fade, as the browser was busy, has nothing to complain of.
"use strict";

for (const moment of ["pageswap", "pagereveal"]) {
  window.addEventListener(moment, ({ viewTransition }) => {
    viewTransition?.ready.catch(() => {});
    viewTransition?.finished.catch(() => {});
  });
}
