// Fetches the code of a chart, a map or the door when one comes near the screen, here or in a fragment that arrives later.
import { toast } from "./messages.js";
import { text } from "./texts.js";

const KINDS = {
  "[data-chart]": async (element) => (await import("./charts.js")).draw(element),
  "[data-network-map]": async (element) => (await import("./network-map.js")).draw(element),
  "[data-hours]": async (element) => (await import("./hours.js")).draw(element),
  "[data-door]": async (element) => (await import("./door.js")).open(element),
};

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const kind = Object.keys(KINDS).find((selector) => target.matches(selector));
      KINDS[kind](target).catch((problem) => {
        console.error(problem);
        toast(text("failed"), "error");
      });
    }
  },
  { rootMargin: "300px" },
);

function watch(within) {
  for (const element of within.querySelectorAll(Object.keys(KINDS).join(","))) {
    if ("watched" in element.dataset) continue;
    element.dataset.watched = "";
    near.observe(element);
  }
}

export function startPictures() {
  watch(document);
  document.addEventListener("htmx:load", (event) => watch(event.detail.elt));
  document.addEventListener("click", (event) => {
    const show = event.target.closest("[data-show-map]");
    if (!show) return;
    document.getElementById(show.dataset.showMap)?.classList.add("wanted");
    show.hidden = true;
  });
}
