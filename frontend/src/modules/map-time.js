// How the network grew: a slider over months; ties that came later are left out.
import { language } from "./texts.js";

function months(edges) {
  const days = edges.map((edge) => edge.first).filter(Boolean).sort();
  if (!days.length) return [];
  const [year, month] = days[0].split("-").map(Number);
  const [lastYear, lastMonth] = days.at(-1).split("-").map(Number);
  const count = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length: count }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)));
}

export function timeline(element, edges, changed) {
  const box = element.querySelector(".map-time");
  const steps = months(edges);
  if (!box || steps.length < 2) return;
  const slider = box.querySelector("input");
  const said = box.querySelector("output");
  const format = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  slider.max = String(steps.length - 1);
  slider.value = slider.max;

  function show() {
    const at = steps[Number(slider.value)];
    said.textContent = format.format(at);
    slider.setAttribute("aria-valuetext", said.textContent);
    // The last step is the whole network, whatever day of the month it ends on.
    changed(slider.value === slider.max ? null : new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString().slice(0, 10));
  }

  slider.addEventListener("input", show);
  said.textContent = format.format(steps.at(-1));
  slider.setAttribute("aria-valuetext", said.textContent);
  box.hidden = false;
}
