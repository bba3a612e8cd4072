// Changes to a text area's text that the browser's own undo can take back.

export function insert(area, text, from = area.selectionStart, to = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and still the only way to write into a text area that keeps its history of undo.
  const written = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (!written && area.value.slice(from, to) !== text) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

export function selected(area) {
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

// Puts marks around the selection, or takes them off where they stand already.
export function wrap(area, mark) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark) {
    insert(area, value.slice(from, to), from - size, to + size);
    area.setSelectionRange(from - size, to - size);
    return;
  }
  insert(area, mark + value.slice(from, to) + mark, from, to);
  area.setSelectionRange(from + size, to + size);
}

// Gives every selected line that beginning, or takes it from all of them.
export function begin(area, mark) {
  const [from, to] = lineBounds(area);
  const lines = area.value.slice(from, to).split("\n");
  const marked = lines.every((line) => line.startsWith(mark));
  const changed = lines.map((line) => (marked ? line.slice(mark.length) : mark + line.replace(/^(?:##|>) /, "")));
  const text = changed.join("\n");
  insert(area, text, from, to);
  area.setSelectionRange(lines.length > 1 ? from : from + text.length, from + text.length);
}

// Puts text on lines of its own.
export function insertLines(area, text) {
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const head = before === "" || before.endsWith("\n") ? "" : "\n";
  const tail = after === "" || after.startsWith("\n") ? "" : "\n";
  insert(area, head + text + tail);
}

function lineBounds({ value, selectionStart, selectionEnd }) {
  const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const end = value.indexOf("\n", selectionEnd);
  return [from, end === -1 ? value.length : end];
}
