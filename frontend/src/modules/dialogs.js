// Dialogs are native; a link that opens one keeps its own page for those without scripts.
function open(dialog, opener) {
  dialog.showModal();
  dialog.addEventListener("close", () => opener?.focus(), { once: true });
}

function close(dialog) {
  if (dialog.matches("dialog")) dialog.close();
  else dialog.hidePopover?.();
}

export function startDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog) {
      event.preventDefault();
      open(dialog, opener);
      return;
    }
    if (event.target.closest("[data-close]")) {
      const inside = event.target.closest("dialog, [popover]");
      if (inside) close(inside);
    }
    // A press beside the dialog lands on the dialog element itself.
    if (event.target.matches("dialog.dialog")) {
      const box = event.target.getBoundingClientRect();
      const within =
        event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!within && event.detail) event.target.close();
    }
  });

  // Menus made of <details> close when one presses elsewhere or Escape.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.drop[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.drop[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    const suggestions = document.querySelector(".suggestions:not(:empty)");
    if (suggestions) suggestions.replaceChildren();
  });
  document.addEventListener("focusout", (event) => {
    const menu = event.target.closest("details.drop[open]");
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    const search = event.target.closest(".site-search");
    if (search && event.relatedTarget && !search.contains(event.relatedTarget)) {
      search.querySelector(".suggestions")?.replaceChildren();
    }
  });

  // The popover is shown by the browser; moving focus inside makes it reachable at once.
  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target.matches?.(".source-note") && event.newState === "open") event.target.focus();
    },
    true,
  );
}
