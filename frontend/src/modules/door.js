// The door: check-in by camera, code or name. What is read while the network is away is kept on the device and
// sent when it is back; sending twice is harmless, because the server knows who is here already.
import { remember } from "./texts.js";

const RETRY = 4000;

function words(root, name, values = {}) {
  const said = root.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? "";
  return said.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

function kept(store) {
  try {
    return JSON.parse(localStorage.getItem(store) ?? "[]");
  } catch {
    return [];
  }
}

export function open(root) {
  const store = `door-${root.dataset.event}`;
  const part = (name) => root.querySelector(`[data-door-${name}]`);
  const rows = [...root.querySelectorAll("[data-code]")];
  const byCode = new Map(rows.map((row) => [row.dataset.code, row]));
  let waiting = kept(store);
  let sending = false;

  const say = (text) => (part("said").textContent = text);
  const count = () => (part("came").textContent = rows.filter((row) => "here" in row.dataset).length);
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

  function net(away) {
    part("net").textContent = waiting.length && away ? words(root, "offline", { n: waiting.length }) : "";
  }

  function keep() {
    remember(store, waiting.length ? JSON.stringify(waiting) : "");
  }

  async function send() {
    if (sending || !waiting.length) return;
    sending = true;
    const batch = waiting.slice(0, 500);
    try {
      const answer = await fetch(root.dataset.url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
        body: JSON.stringify({ codes: batch }),
      });
      if (!answer.ok) throw new Error(answer.status);
      const found = await answer.json();
      waiting = waiting.slice(batch.length);
      keep();
      for (const name of found.refused) say(words(root, "refused", { name }));
      if (found.unknown.length) say(words(root, "unknown"));
      net(false);
      if (!waiting.length && batch.length > 1) part("net").textContent = words(root, "online");
    } catch {
      net(true);
    } finally {
      sending = false;
    }
  }

  function check(code) {
    const row = byCode.get(code);
    if (!row) {
      say(words(root, "unknown"));
      return;
    }
    if ("here" in row.dataset) {
      say(words(root, "again", { name: row.dataset.name }));
      return;
    }
    row.dataset.here = "";
    say(words(root, "done", { name: row.dataset.name }));
    waiting.push({ code, at: new Date().toISOString() });
    keep();
    count();
    send();
  }

  function find(text) {
    const asked = text.trim().toLowerCase();
    for (const row of rows) row.hidden = Boolean(asked) && !row.dataset.find.includes(asked) && row.dataset.code !== text.trim();
  }

  async function scan() {
    if (!("BarcodeDetector" in window) || !navigator.mediaDevices) {
      say(words(root, "camera"));
      return;
    }
    try {
      const video = part("video");
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.hidden = false;
      await video.play();
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      let last = "";
      const look = async () => {
        const [seen] = await detector.detect(video).catch(() => []);
        if (seen && seen.rawValue !== last) {
          last = seen.rawValue;
          check(last);
          setTimeout(() => (last = ""), 3000);
        }
        requestAnimationFrame(look);
      };
      look();
    } catch {
      say(words(root, "camera"));
    }
  }

  // What was kept before the page was opened again counts as here.
  for (const { code } of waiting) byCode.get(code)?.setAttribute("data-here", "");
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-door-check]");
    if (button) check(button.closest("[data-code]").dataset.code);
    if (event.target.closest("[data-door-camera]")) scan();
  });
  part("search").addEventListener("input", (event) => find(event.target.value));
  part("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const shown = rows.filter((row) => !row.hidden);
    if (shown.length === 1) {
      check(shown[0].dataset.code);
      event.target.value = "";
      find("");
    }
  });
  addEventListener("online", send);
  setInterval(send, RETRY);
  count();
  send();
}
