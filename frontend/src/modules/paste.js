// Formatted text pasted into a field for typed text: headings, lists, quotations, tables, links and strong words become the marks that
// the field knows; everything else of the formatting is left behind. The browser parses it into a document of its own, where nothing
// of it runs or is fetched.
import { announce } from "./messages.js";
import { text } from "./texts.js";

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);
const LEFT = new Set("AUDIO BUTTON CANVAS EMBED HEAD IFRAME INPUT LINK META NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO".split(" "));
const BULLET = /^[•·∙●○◦▪■□※-]\s+/u;

function isLeft(node) {
  if (node.nodeType === Node.COMMENT_NODE) return true;
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const style = node.getAttribute("style") ?? "";
  return LEFT.has(node.tagName.toUpperCase()) || node.hidden || /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/i.test(style);
}

const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE && BLOCKS.has(node.tagName);
const holdsBlocks = (node) => [...node.children].some((child) => isBlock(child) || holdsBlocks(child));

function isStrong(element) {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(element.getAttribute("style") ?? "")?.[1];
  if (weight) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return element.tagName === "B" || element.tagName === "STRONG";
}

function addressOf(element) {
  const href = element.tagName === "A" ? (element.getAttribute("href") ?? "").trim() : "";
  return /^https?:\/\/[^\s()<>"']{1,800}$/i.test(href) ? href : "";
}

// Marks stand close to their words: the blanks around them go outside.
function marked(words, before, after) {
  const inner = words.trim();
  if (!inner || inner.includes("\n")) return words;
  const start = words.indexOf(inner);
  return words.slice(0, start) + before + inner + after + words.slice(start + inner.length);
}

function inline(node, strong = false) {
  if (isLeft(node)) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[\s ]+/g, " ");
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.tagName === "BR") return "\n";
  const bold = isStrong(node);
  const words = [...node.childNodes].map((child) => inline(child, strong || bold)).join("");
  const address = addressOf(node);
  if (address) return marked(words.replace(/[[\]*]/g, ""), "[", `](${address})`);
  return bold && !strong && !words.includes("**") && !words.includes("](") ? marked(words, "**", "**") : words;
}

const tidied = (words) =>
  words
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").trim())
    .filter(Boolean)
    .join("\n");
const inOneLine = (words) => tidied(words).replace(/\n/g, " ");
const bare = (words) => words.replace(/\*\*/g, "");

function cells(row) {
  return [...row.children].filter((one) => /^T[DH]$/.test(one.tagName)).map((one) => inOneLine(flat(one)).replace(/\|/g, "/"));
}

// The words of an element whatever blocks it holds.
function flat(element) {
  if (isLeft(element)) return "";
  return [...element.childNodes].map((child) => (isBlock(child) ? ` ${flat(child)} ` : inline(child))).join("");
}

function table(element, out) {
  const rows = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element).map(cells);
  if (rows.every((row) => row.length < 2)) {
    // One column is no table: pages are laid out so.
    for (const row of element.querySelectorAll("td, th")) if (row.closest("table") === element) walk(row, out);
    return;
  }
  // A head stands out by itself.
  if (rows.length) rows[0] = rows[0].map(bare);
  const lines = rows.filter((row) => row.some(Boolean)).map((row) => `| ${row.join(" | ")} |`);
  if (lines.length) out.push({ kind: "table", words: lines.join("\n") });
}

function entry(out, words) {
  if (!words) return;
  const last = out.at(-1);
  if (last?.kind === "list") last.words += `\n- ${words}`;
  else out.push({ kind: "list", words: `- ${words}` });
}

function list(element, out) {
  for (const child of element.children) {
    if (child.tagName === "UL" || child.tagName === "OL") list(child, out);
    else if (!isLeft(child)) {
      const nested = [...child.querySelectorAll(":scope > ul, :scope > ol, :scope > * > ul, :scope > * > ol")];
      for (const one of nested) one.remove();
      entry(out, inOneLine(flat(child)).replace(BULLET, ""));
      for (const one of nested) list(one, out);
    }
  }
}

function paragraph(element, words, out) {
  const name = element?.getAttribute?.("class") ?? "";
  const style = element?.getAttribute?.("style") ?? "";
  const told = tidied(words);
  if (!told) return;
  if (/^H[1-6]$/.test(element?.tagName ?? "") || /\bMso(Title|Heading)/.test(name)) out.push({ kind: "heading", words: `# ${bare(inOneLine(words))}` });
  else if (/\bMsoListParagraph/.test(name) || /mso-list:\s*l\d/i.test(style) || BULLET.test(told)) entry(out, inOneLine(words).replace(BULLET, ""));
  else out.push({ kind: "paragraph", words: told });
}

function quotation(element, out) {
  const inside = [];
  walk(element, inside);
  const lines = inside.flatMap((one) => one.words.split("\n"));
  if (lines.length) out.push({ kind: "quote", words: lines.map((line) => `> ${line.replace(/^(#|-|>) /, "")}`).join("\n") });
}

function walk(element, out) {
  let run = "";
  const flush = () => {
    paragraph(element, run, out);
    run = "";
  };
  for (const child of element.childNodes) {
    if (isLeft(child)) continue;
    if (!isBlock(child) && !(child.children && holdsBlocks(child))) {
      run += inline(child);
      continue;
    }
    flush();
    if (child.tagName === "UL" || child.tagName === "OL") list(child, out);
    else if (child.tagName === "TABLE") table(child, out);
    else if (child.tagName === "BLOCKQUOTE") quotation(child, out);
    else if (child.tagName === "PRE") paragraph(child, child.textContent, out);
    else walk(child, out);
    // A list ends where something else begins, though nothing else was written.
    if (child.tagName === "UL" || child.tagName === "OL") out.push({ kind: "end", words: "" });
  }
  flush();
}

export function typed(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const out = [];
  walk(page.body, out);
  return out.filter((one) => one.words).map((one) => one.words).join("\n\n");
}

function insert(field, words) {
  field.focus();
  // The one way that the browser can take back with Ctrl+Z.
  if (document.execCommand("insertText", false, words)) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function startPaste() {
  document.addEventListener("paste", (event) => {
    const field = event.target.closest?.("textarea[data-paste]");
    const html = event.clipboardData?.getData("text/html");
    if (!field || !html) return;
    const words = typed(html);
    if (!words) return;
    event.preventDefault();
    insert(field, words);
    announce(text("pasted"));
  });
}
