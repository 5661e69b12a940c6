// The map of a network: communities coloured and named, one organisation in focus at a time, positions as given.
import Graph from "graphology";
import Sigma from "sigma";
import { colour } from "./display.js";
import { announce } from "./messages.js";
import { communityLabels } from "./map-labels.js";
import { exportPicture } from "./map-export.js";
import { list } from "./map-list.js";
import { timeline } from "./map-time.js";
import { number, text } from "./texts.js";

const COLOURS = 10;
// At rest only the strongest ties are drawn; past this zoom all of them are.
const ALL_EDGES_BELOW = 0.45;
const EDGES_AT_REST = 400;
const CROWD = 1500;

export const seriesOf = (community) => (((Number(community) % COLOURS) + COLOURS) % COLOURS) + 1;

function palette() {
  return {
    series: Array.from({ length: COLOURS }, (_, at) => colour(`--series-${at + 1}`)),
    ground: colour("--color-base-100"),
    ink: colour("--color-base-content"),
    line: colour("--line"),
    tie: colour("--tie"),
    edge: colour("--edge"),
    muted: colour("--muted"),
  };
}

async function fetchData(url) {
  const answer = await fetch(url, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function build({ nodes, edges }) {
  const graph = new Graph({ type: "undirected" });
  // Thousands of dots of the usual size would melt into one.
  const [scale, least] = nodes.length > CROWD ? [0.4, 1.2] : [1, 3];
  for (const node of nodes) {
    // sigma keeps `type` for its programs, so the kind of organisation goes by another name.
    const { id, type, ...rest } = node;
    graph.addNode(String(id), { ...rest, kind: type, size: Math.max(least, (node.size ?? 4) * scale) });
  }
  const weights = edges.map((edge) => edge.weight ?? 1).sort((a, b) => b - a);
  const strong = weights[Math.min(EDGES_AT_REST, weights.length) - 1] ?? 0;
  for (const { source, target, weight = 1, count, first } of edges) {
    if (source === target || !graph.hasNode(String(source)) || !graph.hasNode(String(target))) continue;
    graph.mergeEdge(String(source), String(target), { weight, count, first, strong: weight >= strong });
  }
  return graph;
}

function drawHover(state) {
  return (context, data, settings) => {
    if (!data.label) return;
    const size = settings.labelSize;
    context.font = `650 ${size}px ${settings.labelFont}`;
    const width = context.measureText(data.label).width + 12;
    const [x, y] = [data.x + data.size + 3, data.y - size / 2 - 5];
    context.fillStyle = state.colours.ground;
    context.strokeStyle = state.colours.edge;
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(x, y, width, size + 10, 4);
    context.fill();
    context.stroke();
    context.fillStyle = state.colours.ink;
    context.fillText(data.label, x + 6, y + size + 2);
    context.beginPath();
    context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = state.colours.ink;
    context.stroke();
  };
}

function reducers(state, graph) {
  const centre = () => state.selected ?? state.hovered;
  const near = (node) => node === centre() || graph.areNeighbors(node, centre());
  return {
    nodeReducer(node, data) {
      const shown = { ...data, color: state.colours.series[seriesOf(data.community) - 1] };
      if (data.isolate || state.apart.has(node)) shown.color = state.colours.edge;
      if (!centre()) return shown;
      if (near(node)) {
        const named = graph.degree(centre()) <= 14 || node === centre();
        return { ...shown, zIndex: 2, forceLabel: named, highlighted: node === state.selected };
      }
      return { ...shown, color: state.colours.line, label: "", zIndex: 0 };
    },
    edgeReducer(edge, data) {
      if (state.until && data.first >= state.until) return { ...data, hidden: true };
      const size = Math.min(3, 0.5 + Math.log2(1 + data.weight) * 0.5);
      if (centre()) {
        const touches = graph.hasExtremity(edge, centre());
        return touches ? { ...data, size: size + 0.5, color: state.colours.muted, zIndex: 2 } : { ...data, hidden: true };
      }
      return { ...data, size, color: state.colours.tie, hidden: !data.strong && state.ratio > ALL_EDGES_BELOW };
    },
  };
}

// Organisations that had met nobody by that day.
function apartBefore(graph, until) {
  return new Set(graph.filterNodes((node) => !graph.someEdge(node, (_edge, data) => data.first < until)));
}

function about(graph, node) {
  if (!node) return [];
  const data = graph.getNodeAttributes(node);
  const name = document.createElement(data.url ? "a" : "strong");
  name.textContent = data.label;
  if (data.url) {
    name.href = data.url;
    name.className = "text-link";
  }
  const line = document.createElement("div");
  line.className = "muted";
  const met = graph.degree(node);
  line.textContent = [data.kind, met ? text("mapMet", { n: number(met) }) : text("mapNone")].filter(Boolean).join(" · ");
  return [name, line];
}

function focusOn(renderer, node) {
  const { x, y } = renderer.getNodeDisplayData(node);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  renderer.getCamera().animate({ x, y, ratio: 0.4 }, { duration: calm ? 0 : 350 });
}

function listen(renderer, graph, state, element, select) {
  renderer.on("enterNode", ({ node }) => {
    state.hovered = node;
    renderer.refresh({ skipIndexation: true });
  });
  renderer.on("leaveNode", () => {
    state.hovered = null;
    renderer.refresh({ skipIndexation: true });
  });
  renderer.on("clickNode", ({ node }) => select(node));
  renderer.on("clickStage", () => select(null));
  renderer.getCamera().on("updated", ({ ratio }) => {
    const crossed = ratio > ALL_EDGES_BELOW !== state.ratio > ALL_EDGES_BELOW;
    state.ratio = ratio;
    if (crossed) renderer.refresh({ skipIndexation: true });
  });
  const tools = {
    in: () => renderer.getCamera().animatedZoom({ duration: 150 }),
    out: () => renderer.getCamera().animatedUnzoom({ duration: 150 }),
    whole: () => {
      select(null);
      renderer.getCamera().animatedReset({ duration: 150 });
    },
    picture: () => exportPicture(renderer, element, state.colours),
  };
  for (const button of element.querySelectorAll("[data-map-tool]")) {
    button.addEventListener("click", tools[button.dataset.mapTool]);
  }
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected) select(null);
  });
}

export async function draw(element) {
  const message = element.querySelector(".map-message");
  let data;
  try {
    data = await fetchData(element.dataset.source);
  } catch (problem) {
    console.error(problem);
    message.textContent = text("mapFailed");
    return;
  }
  if (!data.nodes.length) {
    message.textContent = text("mapEmpty");
    return;
  }
  message.hidden = true;
  const state = { data, selected: null, hovered: null, ratio: 1, until: null, apart: new Set(), colours: palette() };
  const graph = build(data);
  const renderer = new Sigma(graph, element.querySelector(".map-canvas"), {
    ...reducers(state, graph),
    allowInvalidContainer: true,
    defaultDrawNodeHover: drawHover(state),
    hideEdgesOnMove: graph.size > 5000,
    labelColor: { color: state.colours.ink },
    labelDensity: 0.6,
    labelFont: getComputedStyle(document.body).fontFamily,
    labelRenderedSizeThreshold: 9,
    labelSize: 12,
    minCameraRatio: 0.05,
    maxCameraRatio: 1.6,
    stagePadding: 36,
    zIndex: true,
  });
  const labels = communityLabels(renderer, element, data.communities ?? [], state);
  const entries = list(element, data, (node) => select(node, true));

  function select(node, move = false) {
    state.selected = node === state.selected ? null : node;
    state.hovered = null;
    element.querySelector(".map-about").replaceChildren(...about(graph, state.selected));
    entries.mark(state.selected);
    labels.dim(Boolean(state.selected));
    if (state.selected) {
      if (move) focusOn(renderer, state.selected);
      announce(element.querySelector(".map-about").textContent);
    }
    renderer.refresh({ skipIndexation: true });
  }

  timeline(element, data.edges, (until) => {
    state.until = until;
    state.apart = until ? apartBefore(graph, until) : new Set();
    renderer.refresh({ skipIndexation: true });
  });
  listen(renderer, graph, state, element, select);
  document.addEventListener("pumasi:theme", () => {
    state.colours = palette();
    renderer.setSetting("labelColor", { color: state.colours.ink });
    renderer.refresh();
  });
  return renderer;
}
