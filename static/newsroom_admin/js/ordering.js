// Rows of an inline are put in order by handle, by buttons or by keyboard; the order fields follow when the form is sent.

import { dragRows } from "./dragging.js";

const ORDER = 'input[name$="-order"], input[name$="-position"]';

export function makeSortable(group, words) {
  if (!group.querySelector(ORDER)) return;
  const rows = () => rowsOf(group);
  group.classList.add("is-sortable");
  allRowsOf(group).forEach((row) => addHandle(row, words));
  group.querySelectorAll(".column-order, .column-position").forEach(toFront);
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) moveByButton(button, rows());
  });
  dragRows(group, rows, move);
  keepIndexOrderWhileRemoving(group, rows);
  group.closest("form").addEventListener("submit", () => number(group, rows().filter(isWritten)));
}

function rowsOf(group) {
  return allRowsOf(group).filter((row) => !row.classList.contains("empty-form"));
}

function allRowsOf(group) {
  return [...group.querySelectorAll("tr.form-row, .inline-related:not(.tabular)")];
}

function addHandle(row, words) {
  const field = row.querySelector(ORDER)?.closest("td, .fieldBox, .form-row");
  if (!field) return;
  field.classList.add("order-field");
  const handle = document.createElement("span");
  handle.className = "order-handle";
  handle.append(grip(words.sayDrag), mover("up", "↑", words.sayUp), mover("down", "↓", words.sayDown));
  if (row.matches("tr")) {
    field.append(handle);
    toFront(field);
  } else row.querySelector("h3")?.prepend(handle);
}

function grip(label) {
  return Object.assign(document.createElement("span"), { className: "order-grip", textContent: "⠿", title: label, ariaHidden: "true" });
}

function mover(way, sign, label) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "order-move", textContent: sign });
  button.dataset.move = way;
  button.title = label;
  button.setAttribute("aria-label", label);
  return button;
}

// The handle is looked for at the beginning of a row, right after the cell that holds the row's name.
function toFront(cell) {
  const first = cell.parentElement.firstElementChild;
  if (first !== cell) first.after(cell);
}

function moveByButton(button, rows) {
  const row = button.closest("tr.form-row, .inline-related");
  const at = rows.indexOf(row);
  const neighbour = rows[at + (button.dataset.move === "up" ? -1 : 1)];
  if (!neighbour) return;
  move(row, neighbour, button.dataset.move === "up");
  button.focus();
}

// A row's own errors stand in a row before it and travel with it.
function move(row, other, before) {
  const errors = errorsBefore(row);
  if (before) (errorsBefore(other) ?? other).before(row);
  else other.after(row);
  if (errors) row.before(errors);
  row.closest(".is-sortable").classList.add("is-reordered");
  row.dispatchEvent(new Event("input", { bubbles: true }));
}

function errorsBefore(row) {
  const before = row.previousElementSibling;
  return before?.classList.contains("row-form-errors") ? before : null;
}

// Only where something moved or a new row does not yet stand last, so that an untouched form stays unchanged.
function number(group, rows) {
  const fields = rows.map((row) => row.querySelector(ORDER)).filter(Boolean);
  const ascending = fields.every((field, at) => at === 0 || Number(field.value) >= Number(fields[at - 1].value));
  if (group.classList.contains("is-reordered") || !ascending) fields.forEach((field, at) => (field.value = at + 1));
}

// A new row that was left blank stays blank: an order alone would make it one to be checked and refused.
function isWritten(row) {
  const fields = row.querySelectorAll("input:not([type=hidden]), select, textarea");
  return row.classList.contains("has_original") || [...fields].some((field) => !field.matches(ORDER) && isChanged(field));
}

function isChanged(field) {
  if (field.matches("select")) return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value);
  return field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

// When a new row is taken away the admin counts the rest anew in the order they stand in; stored rows must then come first,
// or the form would name them wrongly. So they stand by their numbers for that moment.
function keepIndexOrderWhileRemoving(group, rows) {
  document.addEventListener("formset:removed", (event) => {
    if (`${event.detail.formsetName}-group` !== group.id) return;
    const seen = rows();
    arrange([...seen].sort((one, other) => indexOf(one) - indexOf(other)));
    queueMicrotask(() => arrange(seen));
  });
}

function arrange(rows) {
  rows.forEach((row, at) => at && rows[at - 1].after(...[errorsBefore(row), row].filter(Boolean)));
}

function indexOf(row) {
  return Number(/-(\d+)$/.exec(row.id)?.[1] ?? Infinity);
}
