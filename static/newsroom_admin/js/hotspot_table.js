// The stories of a page and the one that is being drawn. What is drawn is written into its line of text.

import { makeLook } from "./hotspot_look.js";
import { makePast } from "./hotspot_past.js";
import { joined, LEAST, read, withCorner, write } from "./hotspot_shapes.js";
import { Sheet } from "./hotspot_sheet.js";

const FIRST = [[25, 25], [75, 25], [75, 60], [25, 60]]; // where the keyboard begins

export class Table {
  chosen = null;
  corner = 0;
  #before = "";
  #taken = [];

  constructor(form, stories) {
    const drawing = form.querySelector("[data-hotspot-drawing]");
    this.form = form;
    this.stories = stories;
    this.sheet = new Sheet(drawing, (...corner) => this.#cornerName(...corner));
    this.found = [...drawing.querySelectorAll("[data-block]")];
    this.blocks = this.found.map((block) => read(block.dataset.block));
    this.past = makePast([...stories.values()].map(({ field }) => field));
    this.look = makeLook(form, (name, parts) => this.#said(name, parts));
    drawing.classList.add("is-live");
  }

  get #story() {
    return this.stories.get(this.chosen);
  }

  get points() {
    return read(this.#story.field.value);
  }

  show() {
    for (const story of this.stories.values()) {
      this.sheet.showArea(story, read(story.field.value), story.key === this.chosen);
    }
    this.sheet.showCorners(this.chosen ? this.points : [], this.corner);
  }

  draw(points, corner) {
    this.#taken = [];
    this.#write(points, corner);
  }

  drawAndStay(points, corner) {
    this.draw(points, corner);
    this.settle();
  }

  // After an act: the corner that it was about has the focus, and is read aloud.
  settle() {
    this.rest();
    const { points, corner } = this;
    if (points.length) this.sheet.focusCorner(corner);
    if (points[corner]) this.#tell(this.#cornerName(corner, points.length, points[corner]));
  }

  rest() {
    this.past.keep();
    this.show();
    this.look();
  }

  point(corner) {
    this.corner = corner;
    this.settle();
  }

  choose(key) {
    if (!this.stories.has(key)) return;
    [this.chosen, this.corner, this.#taken] = [key, 0, []];
    this.#before = this.#story.field.value;
    this.#mark();
    const { drawing } = this.sheet;
    const hasOutline = this.points.length > 0;
    drawing.scrollIntoView({ block: "nearest" }); // on a phone the list stands below it
    if (hasOutline) this.sheet.focusCorner(0);
    else drawing.focus({ preventScroll: true });
    this.#tell(this.#said(hasOutline ? "changing" : "chosen", { story: this.#story.headline }));
  }

  leave() {
    this.chosen = null;
    this.#mark();
    this.#tell("");
  }

  cancel() {
    if (!this.chosen) return;
    const { field, button } = this.#story;
    field.value = this.#before;
    this.leave();
    this.rest();
    this.#tell(this.#said("cancelled"));
    button.focus();
  }

  undo() {
    this.#tell(this.#said(this.past.back() ? "undone" : "nothing"));
    this.#taken = [];
    this.corner = 0;
    this.#markBlocks();
    this.rest();
  }

  begin() {
    if (this.points.length) this.point(0);
    else this.drawAndStay(FIRST, 0);
  }

  add(corner) {
    if (this.points.length) this.drawAndStay(withCorner(this.points, corner), corner + 1);
  }

  remove(corner) {
    const { points } = this;
    if (points.length <= LEAST) this.#tell(this.#said("three"));
    else this.drawAndStay(points.toSpliced(corner, 1), Math.min(corner, points.length - 2));
  }

  clear() {
    this.draw([], 0);
    this.rest();
    this.sheet.drawing.focus({ preventScroll: true });
  }

  // A second press on a block gives it back.
  takeBlock(block) {
    const at = this.found.indexOf(block);
    const next = this.#taken.includes(at) ? this.#taken.filter((other) => other !== at) : [...this.#taken, at];
    const outline = next.length ? joined(next.map((number) => this.blocks[number])) : [];
    if (!outline) return this.#tell(this.#said("apart"));
    this.#taken = next;
    this.#write(outline);
    this.#markBlocks();
    this.rest();
  }

  // An outline that somebody else has drawn.
  take(key, typed) {
    this.stories.get(key).field.value = typed;
    this.corner = 0;
    this.rest();
  }

  #write(points, corner = 0) {
    this.#story.field.value = write(points);
    this.corner = corner;
    this.show();
  }

  #mark() {
    const isDrawing = this.chosen !== null;
    this.sheet.beginOrEnd(isDrawing);
    this.form.querySelector("[data-hotspot-tools]").hidden = !isDrawing;
    this.found.forEach((block, at) => (block.tabIndex = isDrawing && at === 0 ? 0 : -1));
    this.#markBlocks();
    for (const { key, row, button } of this.stories.values()) {
      row.classList.toggle("is-chosen", key === this.chosen);
      button.setAttribute("aria-pressed", key === this.chosen);
    }
    this.show();
  }

  #markBlocks() {
    this.found.forEach((block, at) => {
      block.setAttribute("role", "button");
      block.setAttribute("aria-pressed", this.#taken.includes(at));
    });
  }

  #cornerName(at, all, [x, y]) {
    return this.#said("corner", { number: at + 1, all, x, y });
  }

  #said(name, parts = {}) {
    const sentence = this.form.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`];
    return sentence.replace(/\{(\w+)\}/g, (whole, part) => parts[part] ?? whole);
  }

  #tell(words) {
    this.form.querySelector("[data-hotspot-said]").textContent = words;
  }
}
