// The map as a PNG with its title, what it covers, its address and the day.
import { language } from "./texts.js";

const FOOT = 52;

function save(canvas, name) {
  canvas.toBlob((blob) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

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
  context.font = `650 13px ${font}`;
  context.fillText([element.dataset.title, element.dataset.coverage].filter(Boolean).join(" · "), 12, height + 18);
  context.fillStyle = colours.muted;
  context.font = `12px ${font}`;
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date());
  context.fillText(`${location.origin}${location.pathname} · ${day}`, 12, height + 38);
  save(canvas, `network-${new Date().toISOString().slice(0, 10)}.png`);
}
