// Runs before the first paint, so that a remembered theme or text size never flashes.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  try {
    const theme = localStorage.getItem("pumasi-theme");
    if (theme === "pumasi" || theme === "pumasi-dark") root.dataset.theme = theme;
    const text = localStorage.getItem("pumasi-text");
    if (text === "125" || text === "150") root.dataset.text = text;
  } catch {
    // Storage may be switched off; the page then follows the system.
  }
})();
