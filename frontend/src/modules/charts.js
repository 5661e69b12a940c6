// Bar and line charts drawn from the table that stands behind them, or from JSON at data-source.
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { colour } from "./display.js";
import { FOOT, saved, signed } from "./save-picture.js";
import { number } from "./texts.js";

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

function cell(node) {
  const raw = node.dataset.value ?? node.textContent.replace(/[^\d.\-]/g, "");
  return raw === "" || raw === "-" ? null : Number(raw);
}

function fromTable(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1).map((head) => head.textContent.trim());
  const rows = [...table.tBodies[0].rows];
  return {
    categories: rows.map((row) => row.cells[0].textContent.trim()),
    series: heads.map((name, at) => ({ name, data: rows.map((row) => cell(row.cells[at + 1])) })),
  };
}

async function data(element) {
  if (!element.dataset.source) return fromTable(element.querySelector("table"));
  const answer = await fetch(element.dataset.source, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${element.dataset.source}: ${answer.status}`);
  return answer.json();
}

function option({ categories, series }, kind, unit) {
  const text = { color: colour("--muted"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 };
  const line = { lineStyle: { color: colour("--line") } };
  const many = series.length > 1;
  return {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    color: Array.from({ length: 10 }, (_, at) => colour(`--series-${at + 1}`)),
    textStyle: text,
    grid: { left: 4, right: 8, top: many ? 36 : 12, bottom: 0, containLabel: true },
    legend: many ? { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: text, icon: "rect" } : undefined,
    tooltip: {
      trigger: "axis",
      // Written on the canvas, because HTML with style attributes is refused by our Content-Security-Policy.
      renderMode: "richText",
      backgroundColor: colour("--color-base-100"),
      borderColor: colour("--line"),
      textStyle: { ...text, color: colour("--color-base-content") },
      axisPointer: { type: kind === "line" ? "line" : "shadow" },
      valueFormatter: (value) => (value == null ? "–" : `${number(value)}${unit}`),
    },
    xAxis: { type: "category", data: categories, axisLine: line, axisTick: { show: false }, axisLabel: text },
    yAxis: {
      type: "value",
      axisLabel: { ...text, formatter: (value) => number(value) },
      splitLine: line,
      // Counts have no halves; shares and means do.
      minInterval: series.every((one) => one.data.every((value) => Number.isInteger(value ?? 0))) ? 1 : 0,
    },
    series: series.map((one, at) => ({
      ...one,
      type: kind === "line" ? "line" : "bar",
      stack: kind === "stacked" ? "all" : undefined,
      barMaxWidth: 28,
      symbol: ["circle", "rect", "triangle", "diamond"][at % 4],
      symbolSize: 7,
      lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][at % 3] },
      // A thin gap keeps stacked parts apart for those who do not tell the colours.
      itemStyle: kind === "stacked" ? { borderColor: colour("--color-base-100"), borderWidth: 1 } : undefined,
    })),
  };
}

// Twice as fine as the screen, for slides and paper.
function savePicture(chart, title) {
  const colours = { ink: colour("--color-base-content"), muted: colour("--muted"), ground: colour("--color-base-100") };
  const picture = chart.getRenderedCanvas({ pixelRatio: 2, backgroundColor: colours.ground });
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height + FOOT * 2;
  const context = canvas.getContext("2d");
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  context.scale(2, 2);
  signed(context, title, picture.height / 2, colours);
  saved(canvas, "chart");
}

export async function draw(element) {
  const found = await data(element);
  const canvas = element.querySelector(".chart-canvas");
  canvas.hidden = false;
  const chart = init(canvas);
  const paint = () => {
    chart.setOption(option(found, element.dataset.chart, element.dataset.unit ?? ""), { notMerge: true });
  };
  canvas.classList.add("drawn");
  paint();
  new ResizeObserver(() => chart.resize()).observe(canvas);
  document.addEventListener("pumasi:theme", paint);
  document.fonts?.ready.then(paint);
  const button = element.querySelector("[data-save-picture]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => savePicture(chart, element.querySelector("figcaption").textContent.trim()));
}
