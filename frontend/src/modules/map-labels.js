// Names of communities, laid over the map; where two would overlap the smaller community keeps silent.
import { number } from "./texts.js";

const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export function communityLabels(renderer, element, communities, state) {
  const layer = element.querySelector(".map-labels");
  const spans = [...communities]
    .sort((a, b) => b.n - a.n)
    .map((community) => {
      const span = document.createElement("span");
      span.className = `ink-${(((Number(community.id) % 10) + 10) % 10) + 1}`;
      span.textContent = `${community.label} ${number(community.n)}`;
      layer.append(span);
      return { span, community };
    });

  function place() {
    const taken = [];
    const { width, height } = renderer.getDimensions();
    // While the map is folded away nothing has a place.
    if (!layer.offsetWidth) return;
    for (const { span, community } of spans) {
      const at = renderer.graphToViewport({ x: community.x, y: community.y });
      span.hidden = false;
      const box = { w: span.offsetWidth, h: span.offsetHeight };
      // A name stays whole inside the frame as long as its community is in sight.
      const inSight = at.x > 0 && at.x < width && at.y > 0 && at.y < height;
      box.x = Math.min(Math.max(at.x - box.w / 2, 4), width - box.w - 4);
      box.y = Math.min(Math.max(at.y - box.h / 2, 4), height - box.h - 4);
      const clear = inSight && !taken.some((other) => overlaps(box, other));
      span.hidden = !clear;
      if (clear) {
        taken.push(box);
        span.style.transform = `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`;
      }
    }
    state.shownLabels = spans.filter(({ span }) => !span.hidden);
  }

  renderer.on("afterRender", place);
  new ResizeObserver(() => requestAnimationFrame(place)).observe(layer);
  place();
  return { dim: (yes) => layer.toggleAttribute("hidden", yes) };
}
