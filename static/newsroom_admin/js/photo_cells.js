// The table of photos as cells: one field of one row, with what stands in it.

// Who took it is one thing with how that person is named.
const TOGETHER = { contributor: ["contributor", "standing"] };

export function rowsOf(form) {
  return [...form.querySelectorAll(".photo-row")];
}

export function cellAt(element) {
  const cell = element?.closest?.("[data-cell]");
  return cell && { row: cell.closest(".photo-row"), name: cell.dataset.cell };
}

export function fieldOf(row, name) {
  return row.querySelector(`[data-cell="${name}"] :is(textarea, select, input)`);
}

export function labelOf(row, name) {
  return row.querySelector(`[data-cell="${name}"] label`)?.textContent.replace(/[:：]\s*$/, "") ?? "";
}

export function isEmpty(row, name) {
  return !fieldOf(row, name)?.value.trim();
}

// Gives what stood there before, for taking it back; nothing where the words were the same.
export function copy(from, to, name) {
  const parts = TOGETHER[name] ?? [name];
  const before = parts.map((part) => [fieldOf(to, part), chosenIn(fieldOf(to, part))]);
  const isSame = parts.every((part) => fieldOf(from, part)?.value === fieldOf(to, part)?.value);
  if (isSame || !before[0][0]) return [];
  for (const part of parts) write(fieldOf(to, part), chosenIn(fieldOf(from, part)));
  return before;
}

export function chosenIn(field) {
  return { value: field.value, text: field.selectedOptions?.[0]?.textContent ?? "" };
}

export function write(field, { value, text }) {
  // The list of a field that searches as one types holds nobody but whom it shows.
  if (field.matches("select") && ![...field.options].some((option) => option.value === value)) {
    field.append(new Option(text, value));
  }
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

// A searching select hides itself behind a field of its own.
export function focusOn(row, name) {
  const cell = row.querySelector(`[data-cell="${name}"]`);
  const target = cell?.querySelector(".select2-selection") ?? fieldOf(row, name);
  target?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}
