// 字数 as one types: the rules of wording/length.py and wording/markup.py, for counting only. A browser test holds the two
// together over many samples; the page itself is always rendered by the server.

const WORD = "A-Za-z0-9\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u052fＡ-Ｚａ-ｚ０-９";
// Python's \s knows five control characters that JavaScript's does not.
const SPACE = "\\s\\u001c-\\u001f\\u0085";
const UNCOUNTED = `${SPACE}\\u0300-\\u036f\\u200b-\\u200f\\ufe00-\\ufe0f\\ufeff\\u00ad`;
const COUNTED = new RegExp(`[${WORD}]+(?:[.,:'’/_\\-][${WORD}]+)*|[^${UNCOUNTED}]`, "gu");

const FIGURE = /\[图(\p{Nd}{1,4})\]/gu;
const INLINE = new RegExp(`\\*\\*([^*]+)\\*\\*|\\[([^\\[\\]]+)\\]\\(([^()${SPACE}]+)\\)`, "gu");
const RULE = new RegExp(`^[|${SPACE}:\\-]+$`, "u");
const BLANKS = /^[ \t\r\u3000\u00a0\u200b\ufeff]+|[ \t\r\u3000\u00a0\u200b\ufeff]+$/g;

export function length(text) {
  return (text.match(COUNTED) || []).length;
}

export function bodyLength(body) {
  return length(plainText(body));
}

export function plainText(body) {
  const lines = body.split("\n").map(trimmed);
  return lines.filter((line, at) => !isTableRule(lines, at)).map(words).join("\n");
}

export function figureNumbers(body) {
  return [...body.matchAll(FIGURE)].map((match) => Number(match[1]));
}

function trimmed(text) {
  return text.replace(BLANKS, "");
}

function isRow(line) {
  return line !== undefined && line.length > 1 && line.startsWith("|") && line.endsWith("|");
}

// The row of dashes counts for nothing where it is the second row of its table.
function isTableRule(lines, at) {
  return isRow(lines[at]) && isRow(lines[at - 1]) && !isRow(lines[at - 2]) && RULE.test(lines[at]);
}

function words(line) {
  if (isRow(line)) {
    return line.slice(1, -1).split("|").map((cell) => unmarked(trimmed(cell))).join(" ");
  }
  return unmarked(trimmed(line.replace(FIGURE, "")).replace(/^(?:##|>) /, ""));
}

function unmarked(text) {
  return text.replace(INLINE, (whole, bold, linked) => (bold === undefined ? linked : unmarked(bold)));
}
