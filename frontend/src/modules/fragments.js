// htmx: the request header against forgery, quiet failure, focus and reading out after a swap.
import htmx from "htmx.org";
import { announce, toast } from "./messages.js";
import { text } from "./texts.js";

window.htmx = htmx;
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  scrollBehavior: "auto",
  timeout: 20000,
});

const SAFE = ["get", "head", "options"];

function token() {
  const cookie = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : document.querySelector("[name=csrfmiddlewaretoken]")?.value;
}

function failed(event) {
  const { elt, target, xhr } = event.detail;
  if (xhr?.status === 422 || xhr?.status === 400) return;
  const slot = elt.closest("[data-slot]");
  if (slot) {
    const quiet = document.createElement("p");
    quiet.className = "quiet";
    quiet.textContent = text("slotFailed");
    slot.querySelector(".loading")?.remove();
    slot.append(quiet);
    return;
  }
  target?.removeAttribute("aria-busy");
  toast(text(xhr?.status ? "failed" : "offline"), "error");
}

export function startFragments() {
  document.addEventListener("htmx:configRequest", (event) => {
    if (SAFE.includes(event.detail.verb)) return;
    const value = token();
    if (value) event.detail.headers["X-CSRFToken"] = value;
  });
  // A refusal or a form with errors is an answer, and is shown.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { status } = event.detail.xhr;
    if (status === 422 || status === 400) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => event.detail.target?.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterSettle", (event) => {
    const { elt } = event.detail;
    elt.removeAttribute("aria-busy");
    const said = elt.matches("[data-live]") ? elt : elt.querySelector("[data-live]");
    if (said) announce(said.dataset.live || said.textContent);
    const focus = elt.matches("[data-focus]") ? elt : elt.querySelector("[data-focus]");
    if (focus) {
      if (!focus.hasAttribute("tabindex")) focus.tabIndex = -1;
      focus.focus();
    }
  });
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout", "htmx:swapError"]) {
    document.addEventListener(name, failed);
  }
}
