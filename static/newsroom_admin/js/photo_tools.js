// Copying words from row to row: as above, to all that are empty, to those chosen; by mouse and by keyboard.

import { cellAt, copy, focusOn, isEmpty, labelOf, rowsOf, write } from "./photo_cells.js";
import { pickRows } from "./photo_picking.js";

export class Tools {
  constructor(form, bar) {
    this.bar = bar;
    this.rows = rowsOf(form);
    this.here = null; // the cell in which somebody works: { row, name }
    this.undoings = [];
    form.addEventListener("focusin", (event) => this.enter(event.target));
    form.addEventListener("keydown", (event) => this.press(event));
    // With each letter: `change` comes only when the cell is left, and a key or a button may be pressed before.
    for (const kind of ["input", "change"]) form.addEventListener(kind, () => this.show());
    // A press on a button leaves the cell in focus.
    bar.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
    bar.addEventListener("click", (event) => this.act(event.target.closest("[data-copy]")?.dataset.copy));
    this.picked = pickRows(form, this.rows, bar.querySelector('[data-pick="all"]'), () => this.show());
    this.show();
  }

  enter(element) {
    const cell = cellAt(element);
    if (!cell) return;
    this.here = { ...cell, name: cell.name === "standing" ? "contributor" : cell.name };
    for (const row of this.rows) for (const other of row.querySelectorAll(".is-here")) other.classList.remove("is-here");
    element.closest("[data-cell]").classList.add("is-here");
    this.show();
  }

  act(name) {
    if (!name || this.button(name).disabled) return;
    const { row, name: field } = this.here ?? {};
    if (name === "above") this.fill(this.rows[this.rows.indexOf(row) - 1], [row]);
    if (name === "empty") this.fill(row, this.rows.filter((other) => isEmpty(other, field)));
    if (name === "picked") this.fill(row, this.picked().filter((other) => other !== row));
    if (name === "undo") this.undo();
    this.show();
  }

  fill(from, targets) {
    const written = targets.map((row) => copy(from, row, this.here.name)).filter((before) => before.length);
    if (written.length) this.undoings.push(written.flat());
    this.part("said").textContent = this.bar.dataset.sayCopied.replace("NUMBER", written.length);
  }

  undo() {
    for (const [field, before] of this.undoings.pop() ?? []) write(field, before);
    this.part("said").textContent = this.bar.dataset.sayUndone;
  }

  press(event) {
    if (!this.here || event.isComposing || !cellAt(event.target)) return;
    const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
    const isLine = event.target.matches("input");
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "d") {
      event.preventDefault();
      this.act(!shiftKey ? "above" : this.picked().length ? "picked" : "empty");
    } else if (altKey && !ctrlKey && (isLine || event.target.matches("textarea"))) {
      if (key === "ArrowDown") this.go(event, 1);
      if (key === "ArrowUp") this.go(event, -1);
      // Enter would send the whole table.
    } else if (key === "Enter" && isLine) this.go(event, shiftKey ? -1 : 1);
  }

  go(event, step) {
    event.preventDefault();
    const next = this.rows[this.rows.indexOf(this.here.row) + step];
    if (next) focusOn(next, this.here.name);
  }

  show() {
    const { rows, here, bar: { dataset: say } } = this;
    const picked = this.picked?.().length ?? 0;
    const number = rows.indexOf(here?.row) + 1;
    const words = here && say.sayHere.replace("NUMBER", number).replace("FIELD", labelOf(here.row, here.name));
    this.part("here").textContent = words || say.sayNowhere;
    this.button("above").disabled = number < 2;
    for (const name of ["empty", "picked"]) this.button(name).disabled = !here || isEmpty(here.row, here.name);
    this.button("picked").hidden = !picked;
    this.button("picked").textContent = say.sayPicked.replace("NUMBER", picked);
    this.button("undo").hidden = !this.undoings.length;
    const lacking = (name) => rows.filter((row) => isEmpty(row, name)).length;
    this.part("lacks").textContent = say.sayLacks
      .replace("ALL", rows.length).replace("CAPTION", lacking("caption")).replace("CREDIT", lacking("contributor"));
  }

  part(name) {
    return this.bar.querySelector(`.photo-tools-${name}`);
  }

  button(name) {
    return this.bar.querySelector(`[data-copy="${name}"]`);
  }
}
