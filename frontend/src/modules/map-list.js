// The list beside the map: every organisation by community, found by typing, reached by keyboard.
import { number, text } from "./texts.js";

const plain = (words) => words.normalize("NFKC").toLocaleLowerCase().replace(/\s+/g, "");

function heading(community, count, series) {
  const head = document.createElement("p");
  const key = document.createElement("span");
  key.className = `key fill-${series}`;
  const label = document.createElement("span");
  label.textContent = `${community} ${number(count)}`;
  head.className = "group";
  head.append(key, label);
  return head;
}

export function list(element, { nodes, communities = [] }, choose) {
  const place = element.querySelector(".map-list");
  const input = element.querySelector(".map-side input");
  const names = new Map(communities.map((community) => [community.id, community.label]));
  const buttons = new Map();
  const groups = Map.groupBy
    ? Map.groupBy(nodes, (node) => (node.isolate ? "isolate" : node.community))
    : nodes.reduce((map, node) => {
        const key = node.isolate ? "isolate" : node.community;
        return map.set(key, [...(map.get(key) ?? []), node]);
      }, new Map());

  const sections = [...groups].map(([id, members]) => {
    const section = document.createElement("section");
    const series = id === "isolate" ? 10 : (((Number(id) % 10) + 10) % 10) + 1;
    const label = id === "isolate" ? text("mapIsolates") : (names.get(id) ?? text("mapOthers"));
    const lines = document.createElement("ul");
    members.sort((a, b) => a.label.localeCompare(b.label));
    for (const node of members) {
      const line = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = node.label;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => choose(String(node.id)));
      line.dataset.plain = plain(`${node.label} ${node.key ?? ""}`);
      line.append(button);
      lines.append(line);
      buttons.set(String(node.id), button);
    }
    section.append(heading(label, members.length, series), lines);
    return section;
  });
  place.replaceChildren(...sections);

  input.addEventListener("input", () => {
    const wanted = plain(input.value);
    for (const section of sections) {
      let any = false;
      for (const line of section.querySelectorAll("li")) {
        line.hidden = !line.dataset.plain.includes(wanted);
        any ||= !line.hidden;
      }
      section.hidden = !any;
    }
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    place.querySelector("section:not([hidden]) li:not([hidden]) button")?.click();
  });

  return {
    mark(chosen) {
      for (const [id, button] of buttons) {
        button.setAttribute("aria-pressed", String(id === chosen));
        // Only the list itself scrolls; the page stays where the reader left it.
        if (id === chosen) place.scrollTop = button.offsetTop - place.offsetTop - place.clientHeight / 2;
      }
    },
  };
}
