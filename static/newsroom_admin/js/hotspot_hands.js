// Mouse, pen and finger on the page: a rectangle is drawn, a corner or the whole outline is moved, a block is taken.

import { rectangle, shifted, snapped, withCorner } from "./hotspot_shapes.js";

const MEANT = 0.8; // percent: less is a press that trembled
const REACH = 0.9; // from where an edge of a found block draws a corner to itself

export function watchHands(table) {
  const { drawing } = table.sheet;
  let held = null;

  drawing.addEventListener("pointerdown", (event) => {
    if (event.button || held) return;
    held = begin(table, event);
    if (!held) return;
    drawing.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  drawing.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.pointer || !table.chosen) return;
    const to = table.sheet.percentOf(event);
    held.isMeant ||= to.some((place, side) => Math.abs(place - held.from[side]) > MEANT);
    if (held.isMeant) held.move(to);
  });
  const end = (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const done = held;
    held = null;
    if (event.type === "pointerup" && !done.isMeant) done.press?.();
    else if (table.chosen) table.settle();
  };
  drawing.addEventListener("pointerup", end);
  drawing.addEventListener("pointercancel", end);
}

function begin(table, event) {
  const { heldCorner, heldBetween, block } = event.target.dataset;
  const area = event.target.closest("[data-area]")?.dataset.area;
  const hold = { pointer: event.pointerId, from: table.sheet.percentOf(event), isMeant: false };
  if (!table.chosen) return area && { ...hold, move() {}, press: () => table.choose(area) };
  if (heldCorner) return { ...hold, ...takeCorner(table, Number(heldCorner)) };
  if (heldBetween) return { ...hold, ...takeBetween(table, Number(heldBetween)) };
  if (area === table.chosen) return { ...hold, ...takeWhole(table, hold.from) };
  const press = block ? () => table.takeBlock(event.target) : () => area && table.choose(area);
  return { ...hold, ...drawNew(table, hold.from), press };
}

function takeCorner(table, corner) {
  const move = (to) => table.draw(table.points.with(corner, snapped(to, table.blocks, REACH)), corner);
  table.point(corner);
  return { move };
}

function takeBetween(table, edge) {
  const before = table.points;
  return { move: (to) => table.draw(withCorner(before, edge, snapped(to, table.blocks, REACH)), edge + 1) };
}

function takeWhole(table, from) {
  const before = table.points;
  return { move: (to) => table.draw(shifted(before, to.map((place, side) => place - from[side])), table.corner) };
}

function drawNew(table, from) {
  const start = snapped(from, table.blocks, REACH);
  return { move: (to) => table.draw(rectangle(start, snapped(to, table.blocks, REACH)), 2) };
}
