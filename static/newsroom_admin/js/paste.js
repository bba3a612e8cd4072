// Takes over a paste only where there is something to clean; Ctrl+Shift+V always pastes plain text.

import { insert, insertLines } from "./editing.js";
import { cleanText, markupFromHtml } from "./pasted.js";

const NEEDS_OWN_LINES = /^(?:## |> |\|)|\n/;

export function acceptPaste(area) {
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    const words = (html && markupFromHtml(html)) || cleanText(text);
    if (words === "" || words === text) return;
    event.preventDefault();
    if (html && NEEDS_OWN_LINES.test(words) && startsApart(words)) insertLines(area, words);
    else insert(area, words);
  });
}

// A subhead, a quotation and a table stand alone; ordinary paragraphs join the line they are pasted into.
function startsApart(words) {
  const lines = words.split("\n");
  return [lines[0], lines.at(-1)].some((line) => /^(?:## |> |\|)/.test(line));
}
