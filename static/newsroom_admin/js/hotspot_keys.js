// The keys: of a corner, of the page itself, and of the found blocks, which are one stop of the Tab key together.

import { withMoved } from "./hotspot_shapes.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NEAR = 0.5;
const FAR = 5;

export function watchKeys(table, form) {
  form.addEventListener("keydown", (event) => {
    const act = isUndo(event) ? () => table.undo() : actOf(table, event);
    if (!act) return;
    event.preventDefault();
    act();
  });
  table.sheet.drawing.addEventListener("focusin", ({ target }) => {
    if (target.dataset.corner) table.corner = Number(target.dataset.corner);
  });
}

// A line of text takes back what was typed into it by itself.
function isUndo({ key, ctrlKey, metaKey, shiftKey, target }) {
  return (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === "z" && !target.matches("textarea");
}

function actOf(table, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !table.chosen) return null;
  if (event.key === "Escape") return () => table.cancel();
  const { corner, block } = event.target.dataset;
  if (corner) return ofCorner(table, event, Number(corner));
  if (block) return ofBlock(table, event);
  if (event.target === table.sheet.drawing && event.key === "Enter") return () => table.begin();
  return null;
}

function ofCorner(table, { key, shiftKey }, corner) {
  const step = STEPS[key]?.map((way) => way * (shiftKey ? FAR : NEAR));
  if (step) return () => table.drawAndStay(withMoved(table.points, corner, step), corner);
  if (key === "Enter") return () => table.add(corner);
  if (key === "Delete" || key === "Backspace") return () => table.remove(corner);
  return null;
}

function ofBlock(table, { key, target }) {
  if (key === "Enter" || key === " ") return () => table.takeBlock(target);
  const step = STEPS[key];
  if (!step) return null;
  const all = [...table.sheet.drawing.querySelectorAll("[data-block]")];
  const next = all.at((all.indexOf(target) + step[0] + step[1]) % all.length);
  return () => {
    target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
  };
}
