// Toasts, closing of messages, and the live region that reads changes out.
import { text } from "./texts.js";

export function announce(words) {
  const live = document.getElementById("live");
  if (!live || !words) return;
  live.textContent = "";
  // An equal text is not read twice unless the region was empty in between.
  setTimeout(() => (live.textContent = words), 60);
}

export function toast(words, kind = "info") {
  const place = document.getElementById("toasts");
  if (!place) return;
  const line = document.createElement("div");
  line.className = `message message-${kind}`;
  line.setAttribute("role", kind === "error" ? "alert" : "status");
  const said = document.createElement("span");
  said.textContent = words;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.dataset.close = "";
  close.setAttribute("aria-label", text("close"));
  close.textContent = "×";
  line.append(said, close);
  place.append(line);
}

export function startMessages() {
  document.addEventListener("click", (event) => {
    const close = event.target.closest(".message [data-close]");
    close?.closest(".message").remove();
  });
  document.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (!copy) return;
    const source = document.querySelector(copy.dataset.copy);
    try {
      await navigator.clipboard.writeText(source?.value ?? source?.textContent.trim() ?? "");
      toast(text("copied"), "success");
    } catch {
      toast(text("copyFailed"), "error");
    }
  });
}
