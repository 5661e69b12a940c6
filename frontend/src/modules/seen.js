// An opened article says so once, so that its readers can be counted without looking at machines or at people.
export function startSeen() {
  const mark = document.querySelector("[data-seen]");
  if (mark && !document.prerendering) {
    navigator.sendBeacon(mark.dataset.seen);
  }
}
