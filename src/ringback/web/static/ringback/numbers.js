// A chart as a picture file: drawn by the browser as it stands on the page.
"use strict";

const SCALE = 3;

for (const figure of document.querySelectorAll("[data-chart]")) {
  const button = figure.querySelector("[data-png]");
  const svg = figure.querySelector("svg.chart");
  if (!button || !svg) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const copy = svg.cloneNode(true);
    const colours = getComputedStyle(svg);
    copy.setAttribute("color", colours.color);
    const accent = getComputedStyle(svg.querySelector(".chart-accent") ?? svg).color;
    for (const part of copy.querySelectorAll(".chart-accent")) part.setAttribute("color", accent);
    const box = svg.viewBox.baseVal;
    const image = new Image();
    const address = URL.createObjectURL(
      new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }),
    );
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = box.width * SCALE;
      canvas.height = box.height * SCALE;
      const brush = canvas.getContext("2d");
      brush.fillStyle = getComputedStyle(figure).backgroundColor;
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob((blob) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = button.dataset.png;
        link.click();
        URL.revokeObjectURL(link.href);
      });
    });
    image.src = address;
  });
}
