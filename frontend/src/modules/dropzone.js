// Files can be dropped on the zone; without scripts the file field inside it works as ever.
import { announce } from "./messages.js";
import { number, text } from "./texts.js";

function size(bytes) {
  return bytes < 1e6 ? `${number(Math.max(1, Math.round(bytes / 1e3)))} kB` : `${number(Math.round(bytes / 1e5) / 10)} MB`;
}

function accepted(file, input) {
  const kinds = input.accept.split(",").map((kind) => kind.trim().toLowerCase());
  return !input.accept || kinds.some((kind) => file.name.toLowerCase().endsWith(kind));
}

function list(zone, input) {
  const place = zone.querySelector(".files");
  place.replaceChildren(
    ...[...input.files].map((file) => {
      const line = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = file.name;
      const much = document.createElement("span");
      much.className = "number";
      much.textContent = size(file.size);
      line.append(name, much);
      return line;
    }),
  );
  announce(text("filesChosen", { n: number(input.files.length) }));
}

function drop(zone, input, files) {
  const fits = [...files].filter((file) => accepted(file, input));
  const left = [...files].filter((file) => !accepted(file, input));
  const chosen = new DataTransfer();
  for (const file of input.multiple ? fits : fits.slice(0, 1)) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  const problem = zone.querySelector(".dropzone-problem");
  problem.textContent = left.length
    ? text("wrongFile", { name: left.map((file) => file.name).join(", "), accept: input.accept })
    : "";
}

export function startDropzones(within = document) {
  for (const zone of within.querySelectorAll("[data-dropzone]:not([data-ready])")) {
    zone.dataset.ready = "";
    const input = zone.querySelector("input[type=file]");
    input.addEventListener("change", () => list(zone, input));
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      drop(zone, input, event.dataTransfer.files);
    });
  }
  if (within === document) {
    document.addEventListener("htmx:load", (event) => startDropzones(event.detail.elt));
  }
}
