// Sentences that scripts say; base.html writes them in the reader's language as data attributes of #texts.
export const language = document.documentElement.lang || "en";

export function text(name, values = {}) {
  const found = document.getElementById("texts")?.dataset[name] ?? "";
  return found.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
export const number = (value) => numbers.format(value);

export function remember(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // Storage may be switched off; the choice then lasts for this page.
  }
}
