// Names for what Django's admin leaves without one: controls in the cells of a table, the two halves of a moment, and
// select2's own elements. A name is what stands above or beside the control.

const CONTROLS = "input:not([type=hidden]), select, textarea";

const isNamed = (control) => control.labels?.length || control.ariaLabel || control.hasAttribute("aria-labelledby");
const trimmed = (text) => (text ?? "").replace(/[：:\s]+$/, "").trim();

export function nameControls() {
  nameCells();
  nameMoments();
  // The admin's own script makes select2 when jQuery is ready, and anew for every row that is added: this comes after it.
  window.django?.jQuery?.(nameSelections);
  document.addEventListener("formset:added", () => setTimeout(nameSelections));
}

function nameCells() {
  for (const table of document.querySelectorAll(".tabular table")) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => trimmed(head.textContent));
    for (const cell of table.querySelectorAll("tbody td")) nameWithin(cell, cell.dataset.label ?? heads[cell.cellIndex]);
  }
}

function nameMoments() {
  for (const moment of document.querySelectorAll(".datetime")) {
    const field = moment.closest(".form-row, fieldset")?.querySelector("label, legend");
    for (const half of moment.querySelectorAll("input:not([type=hidden])")) {
      if (!isNamed(half)) half.ariaLabel = `${trimmed(field?.textContent)} ${trimmed(half.previousSibling?.textContent)}`;
    }
  }
}

function nameSelections() {
  for (const shown of document.querySelectorAll(".select2-selection")) {
    const select = shown.closest(".select2-container").previousElementSibling;
    const name = select?.ariaLabel ?? trimmed(select?.labels?.[0]?.textContent);
    if (!name) continue;
    shown.ariaLabel = name;
    const words = shown.querySelector(".select2-selection__rendered");
    if (words) words.ariaLabel = name;
  }
}

function nameWithin(cell, name) {
  for (const control of cell.querySelectorAll(CONTROLS)) {
    if (name && !isNamed(control)) control.ariaLabel = name;
  }
}
