// The hotspots of a page are drawn. What is drawn is written into the story's line of text, and saved from there.

import { watchHands } from "./hotspot_hands.js";
import { watchKeys } from "./hotspot_keys.js";
import { joined, LEAST, read, withCorner, write } from "./hotspot_shapes.js";
import { makeSheet } from "./hotspot_sheet.js";

const FIRST = [[25, 25], [75, 25], [75, 60], [25, 60]]; // where the keyboard begins

const form = document.querySelector("[data-hotspots]");
if (form) makeDrawable(form);

function makeDrawable(form) {
  const table = makeTable(form);
  watchHands(table);
  watchKeys(table, form);
  for (const story of table.stories.values()) {
    story.button.hidden = false;
    story.button.addEventListener("click", () => (table.chosen === story.key ? table.leave() : table.choose(story.key)));
    story.field.addEventListener("input", table.show);
  }
  form.querySelectorAll("[data-do]").forEach((button) => button.addEventListener("click", () => table[button.dataset.do](table.corner)));
  new ResizeObserver(table.show).observe(table.sheet.drawing);
}

function makeTable(form) {
  const say = (name, parts = {}) => Object.entries(parts).reduce((said, [part, value]) => said.replace(`{${part}}`, value), form.dataset[name]);
  const drawing = form.querySelector("[data-hotspot-drawing]");
  const cornerName = (at, all, [x, y]) => say("sayCorner", { number: at + 1, all, x, y });
  const blocks = [...drawing.querySelectorAll("[data-block]")];
  const table = {
    sheet: makeSheet(drawing, cornerName),
    stories: storiesOf(form),
    blocks: blocks.map((block) => read(block.dataset.block)),
    chosen: null,
    corner: 0,
  };
  let [before, taken] = ["", []];
  const story = () => table.stories.get(table.chosen);
  const tell = (words) => (form.querySelector("[data-hotspot-said]").textContent = words);

  table.points = () => read(story().field.value);
  table.show = () => {
    for (const { key, ...rest } of table.stories.values()) {
      table.sheet.showArea({ key, ...rest }, read(rest.field.value), key === table.chosen);
    }
    table.sheet.showCorners(table.chosen ? table.points() : [], table.corner);
  };
  table.draw = (points, corner) => {
    taken = [];
    table.write(points, corner);
  };
  table.write = (points, corner = 0) => {
    story().field.value = write(points);
    table.corner = corner;
    table.show();
  };
  table.drawAndStay = (points, corner) => {
    table.draw(points, corner);
    table.settle();
  };
  // After an act: the corner that it was about has the focus, and is read aloud.
  table.settle = () => {
    table.show();
    const points = table.points();
    if (points.length) table.sheet.focusCorner(table.corner);
    if (points[table.corner]) tell(cornerName(table.corner, points.length, points[table.corner]));
  };
  table.point = (corner) => {
    table.corner = corner;
    table.settle();
  };
  table.choose = (key) => {
    if (!table.stories.has(key)) return;
    [table.chosen, table.corner, taken] = [key, 0, []];
    before = story().field.value;
    mark();
    const hasOutline = table.points().length > 0;
    drawing.scrollIntoView({ block: "nearest" }); // on a phone the list stands below it
    if (hasOutline) table.sheet.focusCorner(0);
    else drawing.focus({ preventScroll: true });
    tell(say(hasOutline ? "sayChanging" : "sayChosen", { story: story().headline }));
  };
  table.leave = () => {
    table.chosen = null;
    mark();
    tell("");
  };
  table.cancel = () => {
    if (!table.chosen) return;
    const { field, button } = story();
    field.value = before;
    table.leave();
    tell(form.dataset.sayCancelled);
    button.focus();
  };
  table.begin = () => (table.points().length ? table.point(0) : table.drawAndStay(FIRST, 0));
  table.add = (corner) => {
    if (table.points().length) table.drawAndStay(withCorner(table.points(), corner), corner + 1);
  };
  table.remove = (corner) => {
    const points = table.points();
    if (points.length <= LEAST) return tell(form.dataset.sayThree);
    table.drawAndStay(points.toSpliced(corner, 1), Math.min(corner, points.length - 2));
  };
  table.clear = () => {
    table.draw([], 0);
    drawing.focus({ preventScroll: true });
  };
  // A second press on a block gives it back.
  table.takeBlock = (block) => {
    const at = blocks.indexOf(block);
    const next = taken.includes(at) ? taken.filter((other) => other !== at) : [...taken, at];
    const outline = next.length ? joined(next.map((number) => table.blocks[number])) : [];
    if (!outline) return tell(form.dataset.sayApart);
    taken = next;
    table.write(outline);
    markBlocks();
  };

  const markBlocks = () => blocks.forEach((block, at) => block.setAttribute("aria-pressed", taken.includes(at)));
  const mark = () => {
    const isDrawing = table.chosen !== null;
    drawing.classList.toggle("is-drawing", isDrawing);
    drawing.setAttribute("role", isDrawing ? "application" : "group");
    drawing.tabIndex = isDrawing ? 0 : -1;
    form.querySelector("[data-hotspot-tools]").hidden = !isDrawing;
    blocks.forEach((block, at) => {
      block.setAttribute("role", "button");
      block.tabIndex = isDrawing && at === 0 ? 0 : -1;
    });
    markBlocks();
    for (const { key, row, button } of table.stories.values()) {
      row.classList.toggle("is-chosen", key === table.chosen);
      button.setAttribute("aria-pressed", key === table.chosen);
    }
    table.show();
  };
  drawing.classList.add("is-live");
  return table;
}

function storiesOf(form) {
  const rows = [...form.querySelectorAll("[data-story]")].filter((row) => row.querySelector("textarea"));
  return new Map(
    rows.map((row) => {
      const { story: key, number } = row.dataset;
      const colour = [...row.classList].find((name) => name.startsWith("hotspots-colour-"));
      const headline = row.querySelector("[data-headline]").textContent;
      return [key, { key, row, number, colour, headline, field: row.querySelector("textarea"), button: row.querySelector("[data-choose]") }];
    }),
  );
}
