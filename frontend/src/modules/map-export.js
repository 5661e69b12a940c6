// The map as a PNG with its title, what it covers, its address and the day.
import { FOOT, saved, signed } from "./save-picture.js";

export function exportPicture(renderer, element, colours) {
  const scale = window.devicePixelRatio || 1;
  const { width, height } = renderer.getDimensions();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = (height + FOOT) * scale;
  const context = canvas.getContext("2d");
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  // WebGL keeps its picture only until the browser paints, so drawing and copying happen in one go.
  renderer.refresh();
  const layers = renderer.getCanvases();
  for (const name of ["edges", "nodes", "edgeLabels", "labels", "hoverNodes", "hovers"]) {
    if (layers[name]) context.drawImage(layers[name], 0, 0, canvas.width, height * scale);
  }
  context.scale(scale, scale);
  const font = getComputedStyle(document.body).fontFamily;
  const stage = element.querySelector(".map-stage").getBoundingClientRect();
  context.textBaseline = "middle";
  context.fillStyle = colours.ink;
  context.strokeStyle = colours.ground;
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.font = `700 13px ${font}`;
  for (const span of element.querySelectorAll(".map-labels:not([hidden]) span:not([hidden])")) {
    const box = span.getBoundingClientRect();
    const at = [box.left - stage.left + 6, box.top - stage.top + box.height / 2];
    context.strokeText(span.textContent, ...at);
    context.fillText(span.textContent, ...at);
  }
  signed(context, [element.dataset.title, element.dataset.coverage].filter(Boolean).join(" · "), height, colours);
  saved(canvas, "network");
}
