// Copying words from row to row: as above, to all that are empty, to those chosen; by mouse and by keyboard.

import { cellAt, copy, focusOn, isEmpty, labelOf, rowsOf, write } from "./photo_cells.js";

export function furnishTools(form, tools) {
  const rows = rowsOf(form);
  const say = tools.dataset;
  const part = (name) => tools.querySelector(`.photo-tools-${name}`);
  const button = (name) => tools.querySelector(`[data-copy="${name}"]`);
  const isPicked = (row) => row.querySelector(".photo-row-pick").checked;
  const undoings = [];
  let here = null;

  const acts = {
    above: () => rows.indexOf(here.row) > 0 && fill(rows[rows.indexOf(here.row) - 1], [here.row]),
    empty: () => fill(here.row, rows.filter((row) => isEmpty(row, here.name))),
    picked: () => fill(here.row, rows.filter((row) => row !== here.row && isPicked(row))),
    undo: () => {
      for (const [field, before] of undoings.pop() ?? []) write(field, before);
      part("said").textContent = say.sayUndone;
      show();
    },
  };

  const fill = (from, targets) => {
    const written = targets.map((row) => copy(from, row, here.name)).filter((before) => before.length);
    if (written.length) undoings.push(written.flat());
    part("said").textContent = say.sayCopied.replace("NUMBER", written.length);
    show();
  };

  const show = () => {
    const picked = rows.filter(isPicked).length;
    const words = here && say.sayHere.replace("NUMBER", rows.indexOf(here.row) + 1).replace("FIELD", labelOf(here.row, here.name));
    part("here").textContent = words || say.sayNowhere;
    button("above").disabled = !here || here.row === rows[0];
    for (const name of ["empty", "picked"]) button(name).disabled = !here || isEmpty(here.row, here.name);
    button("picked").hidden = !picked;
    button("picked").textContent = say.sayPicked.replace("NUMBER", picked);
    button("undo").hidden = !undoings.length;
    lacks();
  };

  const lacks = () => {
    const count = (name) => rows.filter((row) => isEmpty(row, name)).length;
    part("lacks").textContent = say.sayLacks
      .replace("ALL", rows.length).replace("CAPTION", count("caption")).replace("CREDIT", count("contributor"));
  };

  const go = (event, step) => {
    const next = rows[rows.indexOf(here.row) + step];
    event.preventDefault();
    if (next) focusOn(next, here.name);
  };

  const pressed = (event) => {
    if (!here || event.isComposing || !cellAt(event.target)) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (isCommand && event.key.toLowerCase() === "d") {
      event.preventDefault();
      const wide = rows.some(isPicked) ? "picked" : "empty";
      const act = event.shiftKey ? wide : "above";
      if (!button(act).disabled) acts[act]();
    } else if (event.altKey && !event.ctrlKey && event.target.matches("textarea, input")) {
      if (event.key === "ArrowDown") go(event, 1);
      if (event.key === "ArrowUp") go(event, -1);
      // Enter would send the whole table.
    } else if (event.key === "Enter" && event.target.matches("input")) go(event, event.shiftKey ? -1 : 1);
  };

  form.addEventListener("focusin", (event) => {
    const cell = cellAt(event.target);
    if (!cell) return;
    here = { ...cell, name: cell.name === "standing" ? "contributor" : cell.name };
    for (const other of form.querySelectorAll(".is-here")) other.classList.remove("is-here");
    event.target.closest("[data-cell]").classList.add("is-here");
    show();
  });
  form.addEventListener("keydown", pressed);
  form.addEventListener("change", show);
  tools.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());
  tools.addEventListener("click", (event) => {
    const name = event.target.closest("[data-copy]")?.dataset.copy;
    if (name) acts[name]();
  });
  pickRows(form, rows, tools.querySelector('[data-pick="all"]'), show);
  show();
}

// With Shift all rows from the one chosen last.
function pickRows(form, rows, all, show) {
  const boxes = rows.map((row) => row.querySelector(".photo-row-pick"));
  let last = 0;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  form.addEventListener("click", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    const [from, to] = event.shiftKey ? [Math.min(last, at), Math.max(last, at)] : [at, at];
    for (const box of boxes.slice(from, to + 1)) box.checked = boxes[at].checked;
    last = at;
    all.checked = boxes.every((box) => box.checked);
    show();
  });
}
