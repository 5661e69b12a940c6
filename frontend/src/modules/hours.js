// Choosing hours in a calendar: draw over free cells with the pointer, or move with the arrow keys and stretch with Shift.
// Without it each free cell is a link to the booking form; with it the form gets the whole stretch.
function stretch(from, to) {
  const cells = from.line.slice(Math.min(from.at, to.at), Math.max(from.at, to.at) + 1);
  return cells.length && cells.every(Boolean) ? cells : [from.cell];
}

export function draw(table) {
  const byDay = table.classList.contains("by-day");
  const lines = new Map();
  const places = new Map();
  // A line is what is had together: the cells of one zone, or of one day, in order of time; a gap ends it.
  for (const cell of table.querySelectorAll("td[data-start]")) {
    const key = byDay ? `${cell.dataset.item} ${cell.dataset.start.slice(0, 10)}` : cell.dataset.item;
    if (!lines.has(key)) lines.set(key, []);
    lines.get(key).push(cell);
  }
  for (const [key, cells] of lines) {
    cells.sort((a, b) => Date.parse(a.dataset.start) - Date.parse(b.dataset.start));
    const line = [];
    for (const cell of cells) {
      const last = line.findLast(Boolean);
      if (last && Date.parse(last.dataset.end) < Date.parse(cell.dataset.start)) line.push(null);
      line.push(cell);
    }
    line.forEach((cell, at) => cell && places.set(cell, { key, line, at, cell }));
  }

  let from = null;
  let chosen = [];

  function choose(to) {
    for (const cell of chosen) cell.classList.remove("chosen");
    chosen = from && to && from.key === to.key ? stretch(from, to) : from ? [from.cell] : [];
    for (const cell of chosen) cell.classList.add("chosen");
  }

  function go() {
    if (!chosen.length) return;
    const [first, last] = [chosen[0], chosen.at(-1)];
    const asked = new URLSearchParams({ item: first.dataset.item, start: first.dataset.start, end: last.dataset.end });
    location.assign(`${table.dataset.book}?${asked}`);
  }

  function end() {
    from = null;
    choose(null);
  }

  table.addEventListener("pointerdown", (event) => {
    const cell = event.target.closest("td[data-start]");
    if (!cell || event.button || event.pointerType === "touch") return;
    event.preventDefault();
    from = places.get(cell);
    choose(from);
  });
  table.addEventListener("pointerover", (event) => {
    if (from) choose(places.get(event.target.closest("td[data-start]")) ?? from);
  });
  document.addEventListener("pointerup", () => {
    if (!from) return;
    go();
    end();
  });
  table.addEventListener("click", (event) => {
    // The pointer has gone to the form already; a press of Enter follows the link or the stretch.
    if (event.detail && event.target.closest("td[data-start]") && event.pointerType !== "touch") event.preventDefault();
  });
  table.addEventListener("keydown", (event) => {
    const here = places.get(event.target.closest("td[data-start]"));
    if (!here) return;
    const along = { [byDay ? "ArrowDown" : "ArrowRight"]: 1, [byDay ? "ArrowUp" : "ArrowLeft"]: -1 }[event.key];
    if (along) {
      const next = here.line[here.at + along];
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) from ??= here;
      else end();
      next.querySelector("a")?.focus();
      if (from) choose(places.get(next));
    } else if (event.key === "Enter" && chosen.length > 1) {
      event.preventDefault();
      go();
    } else if (event.key === "Escape") end();
  });
}
