// What is pasted from Word and web pages, as light markup: the words all stay, the dress goes.

const SKIPPED = new Set(["STYLE", "SCRIPT", "NOSCRIPT", "TEMPLATE", "HEAD", "TITLE", "META", "LINK", "XML", "IMG", "PICTURE",
  "SVG", "VIDEO", "AUDIO", "IFRAME", "OBJECT", "BUTTON", "SELECT", "TEXTAREA"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "NAV", "UL", "OL", "LI", "DL",
  "DT", "DD", "FIGURE", "FIGCAPTION", "FORM", "FIELDSET", "ADDRESS", "HR", "TR", "TD", "TH", "TBODY", "THEAD", "TABLE",
  "CAPTION", "CENTER", "DETAILS", "SUMMARY", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE"]);
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
const BLANK_ENDS = /^[ \t\r\f\v\u00a0\u3000]+|[ \t\r\f\v\u00a0\u3000]+$/g;
// A break in the source between two Han characters or marks is no space; between Latin words it is one.
const HAN = "\\u2014\\u2018-\\u201d\\u2026\\u2e80-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef";
const BREAK_IN_HAN = new RegExp(`([${HAN}])[ \\t]*\\r?\\n[ \\t\\r\\n]*(?=[${HAN}])`, "g");

// Styles and handlers are read under another name: even a document that is never shown obeys the page's policy.
const SHEETS = /<!--[^]*?-->|<style\b[^]*?<\/style>/gi;
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

export function markupFromHtml(html) {
  const undressed = html.replace(SHEETS, "").replace(TAG, (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3"));
  const page = new DOMParser().parseFromString(undressed, "text/html");
  const writer = new Writer();
  walk(page.body, writer, { bold: false, href: "", line: "" });
  writer.endLine();
  return writer.lines.join("\n");
}

// Plain text: indents and no-break spaces go, and more than one empty line in a row.
export function cleanText(text) {
  const plain = text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").replace(/\u00a0/g, " ");
  if (!plain.includes("\n")) return plain.replace(/^[\u3000\t]+/, "");
  return plain.split("\n").map((line) => line.replace(BLANK_ENDS, "")).join("\n").replace(/\n{3,}/g, "\n\n");
}

class Writer {
  lines = [];
  runs = [];

  add(text, { bold, href }) {
    const last = this.runs.at(-1);
    if (last && last.bold === bold && last.href === href) last.text += text;
    else if (text) this.runs.push({ text, bold, href });
  }

  endLine(beginning = "") {
    const heading = beginning.includes("## ");
    const text = this.runs.map((run) => printed(run, heading)).join("").replace(/[ \t]+/g, " ").replace(BLANK_ENDS, "");
    this.runs = [];
    if (text) this.lines.push(beginning + text);
  }
}

function printed({ text, bold, href }, heading) {
  const [, before, words, after] = text.match(/^([\s\u3000]*)([^]*?)([\s\u3000]*)$/);
  if (!words) return text;
  const linked = href && !/[[\]]/.test(words) && words !== href ? `[${words}](${href})` : words;
  return before + (bold && !heading && !words.includes("*") ? `**${linked}**` : linked) + after;
}

function walk(node, writer, mood) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) writer.add(spaced(child.data, mood), mood);
    else if (child.nodeType === Node.ELEMENT_NODE && !SKIPPED.has(child.tagName.toUpperCase())) enter(child, writer, mood);
  }
}

function enter(element, writer, mood) {
  const tag = element.tagName.toUpperCase();
  if (isHidden(element)) return;
  if (tag === "BR") writer.endLine(mood.line);
  else if (tag === "TABLE" && isRealTable(element)) writeTable(element, writer, mood);
  else if (BLOCKS.has(tag)) {
    writer.endLine(mood.line);
    const inside = { ...moodOf(element, mood), line: beginningOf(tag, mood) };
    if (tag === "LI") writer.add(listMark(element), { bold: false, href: "" });
    walk(element, writer, inside);
    writer.endLine(inside.line);
  } else walk(element, writer, moodOf(element, mood));
}

function spaced(text, { pre }) {
  const clean = text.replace(INVISIBLE, "").replace(/\u00a0/g, " ");
  return pre ? clean : clean.replace(BREAK_IN_HAN, "$1").replace(/[ \t\r\n\f]+/g, " ");
}

function beginningOf(tag, mood) {
  if (/^H[1-6]$/.test(tag)) return "## ";
  return tag === "BLOCKQUOTE" ? "> " : mood.line;
}

function moodOf(element, mood) {
  const tag = element.tagName.toUpperCase();
  const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(element.dataset.style || "")?.[1].toLowerCase();
  const bold = weight ? weight === "bold" || weight === "bolder" || Number(weight) >= 600 : mood.bold || tag === "B" || tag === "STRONG";
  return { ...mood, bold, href: tag === "A" ? address(element) : mood.href, pre: mood.pre || tag === "PRE" };
}

function address(anchor) {
  const href = (anchor.getAttribute("href") || "").trim();
  return /^(?:https?:\/\/|mailto:)/i.test(href) ? href.replace(/\s/g, "%20").replace(/\(/g, "%28").replace(/\)/g, "%29") : "";
}

function isHidden(element) {
  const style = element.dataset?.style || "";
  return element.hidden || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);
}

function listMark(item) {
  const place = [...item.parentElement.children].filter((other) => other.tagName === "LI").indexOf(item) + 1;
  return item.parentElement.tagName === "OL" ? `${place}. ` : "· ";
}

// Tables also serve mail and web pages as scaffolding: those are read as the paragraphs inside them.
function isRealTable(table) {
  const rows = [...table.rows];
  const paragraphs = [...table.querySelectorAll("td, th")].some((cell) => cell.querySelectorAll("p, div, li").length > 1);
  return !table.querySelector("table") && !paragraphs && rows.length > 1 && rows.some((row) => row.cells.length > 1);
}

function writeTable(table, writer, mood) {
  writer.endLine(mood.line);
  if (table.caption) enter(table.caption, writer, mood);
  for (const [place, row] of [...table.rows].entries()) {
    const cells = [...row.cells].map(cellText);
    writer.lines.push(`| ${cells.join(" | ")} |`);
    if (place === 0 && isHead(row)) writer.lines.push(`|${"---|".repeat(cells.length)}`);
  }
}

function cellText(cell) {
  const writer = new Writer();
  walk(cell, writer, { bold: false, href: "", line: "" });
  writer.endLine();
  return writer.lines.join(" ").replaceAll("|", "｜");
}

function isHead(row) {
  return row.parentElement.tagName === "THEAD" || [...row.cells].every((cell) => cell.tagName === "TH");
}
