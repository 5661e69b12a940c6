// Light or dark, and the size of the text: chosen once, kept in this browser.
import { remember } from "./texts.js";

const root = document.documentElement;
const systemDark = matchMedia("(prefers-color-scheme: dark)");

export const isDark = () => (root.dataset.theme ? root.dataset.theme === "pumasi-dark" : systemDark.matches);

export function colour(name) {
  return getComputedStyle(root).getPropertyValue(name).trim();
}

function setTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  remember("pumasi-theme", theme);
  show();
  document.dispatchEvent(new CustomEvent("pumasi:theme"));
}

function setText(size) {
  if (size && size !== "100") root.dataset.text = size;
  else delete root.dataset.text;
  remember("pumasi-text", root.dataset.text);
  show();
}

function show() {
  const theme = root.dataset.theme ?? "";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
  for (const button of document.querySelectorAll("[data-text-size]")) {
    button.setAttribute("aria-pressed", String(button.dataset.textSize === (root.dataset.text ?? "100")));
  }
}

// Paper is white, whatever was chosen for the screen.
function onPaper() {
  let chosen;
  addEventListener("beforeprint", () => {
    chosen = root.dataset.theme;
    root.dataset.theme = "pumasi";
  });
  addEventListener("afterprint", () => {
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
  });
}

export function startDisplay() {
  onPaper();
  document.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-theme-choice], [data-text-size], [data-theme-switch]");
    if (!choice) return;
    if ("themeSwitch" in choice.dataset) setTheme(isDark() ? "pumasi" : "pumasi-dark");
    else if ("themeChoice" in choice.dataset) setTheme(choice.dataset.themeChoice);
    else setText(choice.dataset.textSize);
  });
  systemDark.addEventListener("change", () => document.dispatchEvent(new CustomEvent("pumasi:theme")));
  show();
}
