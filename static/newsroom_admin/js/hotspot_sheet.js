// What is seen of the outlines: the areas of the stories, and the corners of the one that is being drawn.

import { middleAfter } from "./hotspot_shapes.js";

const SVG = "http://www.w3.org/2000/svg";
const CORNER = 7; // of the screen, whatever the drawing's own units
const BETWEEN = 4;
const GRIP = 18;
const BADGE = 18; // half of a number's width, as articles/admin/hotspot_sheet.py has it

export class Sheet {
  #frame;
  #corners;
  #sayCorner;

  constructor(drawing, sayCorner) {
    this.drawing = drawing;
    const [left, top, across, down] = drawing.dataset.frame.split(" ").map(Number);
    this.#frame = { left, top, across, down, ...sizeOf(drawing) };
    this.#corners = drawing.querySelector("[data-hotspot-corners]");
    this.#sayCorner = sayCorner;
  }

  percentOf({ clientX, clientY }) {
    const { left, top, across, down, width, height } = this.#frame;
    const shown = this.drawing.getBoundingClientRect();
    const x = ((clientX - shown.left) / shown.width) * width;
    const y = ((clientY - shown.top) / shown.height) * height;
    return [((x - left) / across) * 100, ((y - top) / down) * 100];
  }

  showArea(story, outline, isChosen) {
    const area = this.drawing.querySelector(`[data-area="${story.key}"]`) ?? addArea(this.drawing, story);
    area.classList.toggle("is-chosen", isChosen);
    area.querySelector("polygon").setAttribute("points", this.#points(outline));
    const number = area.querySelector("text");
    if (!outline.length) return number.replaceChildren();
    const [x, y] = this.#place(upperLeft(outline));
    set(number, { x: x + BADGE, y: y + BADGE }).textContent = story.number;
  }

  showCorners(outline, current) {
    const hadFocus = this.#corners.contains(document.activeElement);
    const { width } = this.#frame;
    const unit = width / (this.drawing.getBoundingClientRect().width || width);
    const between = outline.map((_, at) => this.#between(outline, at, unit));
    const own = outline.map((_, at) => this.#corner(outline, at, unit, at === current));
    this.#corners.replaceChildren(...between, ...own);
    if (hadFocus) this.focusCorner(current, { preventScroll: true });
  }

  focusCorner(at, how) {
    (this.#corners.querySelector(`[data-corner="${at}"]`) ?? this.drawing).focus(how);
  }

  beginOrEnd(isDrawing) {
    this.drawing.classList.toggle("is-drawing", isDrawing);
    this.drawing.setAttribute("role", isDrawing ? "application" : "group");
    this.drawing.tabIndex = isDrawing ? 0 : -1;
  }

  #place([x, y]) {
    const { left, top, across, down } = this.#frame;
    return [left + (x * across) / 100, top + (y * down) / 100];
  }

  #points(outline) {
    return outline.map((point) => this.#place(point).map(Math.round).join(",")).join(" ");
  }

  #between(outline, at, unit) {
    return circles(this.#place(middleAfter(outline, at)), BETWEEN * unit, GRIP * unit, { "data-held-between": at });
  }

  #corner(outline, at, unit, isCurrent) {
    const said = this.#sayCorner(at, outline.length, outline[at]);
    const names = { "data-corner": at, tabindex: 0, role: "button", "aria-label": said };
    return circles(this.#place(outline[at]), CORNER * unit, GRIP * unit, { "data-held-corner": at }, names, isCurrent);
  }
}

function sizeOf(drawing) {
  const { width, height } = drawing.viewBox.baseVal;
  return { width, height };
}

function upperLeft(outline) {
  return outline.reduce((best, point) => (point[1] < best[1] || (point[1] === best[1] && point[0] < best[0]) ? point : best));
}

function addArea(drawing, { key, colour, number, headline }) {
  const area = set(document.createElementNS(SVG, "g"), { class: `hotspots-area ${colour}`, "data-area": key });
  const title = document.createElementNS(SVG, "title");
  title.textContent = `${number} ${headline}`;
  const label = set(document.createElementNS(SVG, "text"), { dy: "0.36em", "text-anchor": "middle" });
  area.append(title, document.createElementNS(SVG, "polygon"), label);
  drawing.prepend(area);
  return area;
}

// One to be seen, and a wider one around it for the hand.
function circles([cx, cy], radius, grip, held, names = {}, isCurrent = false) {
  const group = document.createElementNS(SVG, "g");
  const circle = (attributes) => set(document.createElementNS(SVG, "circle"), { cx, cy, ...held, ...attributes });
  const look = `hotspots-corner${isCurrent ? " is-current" : ""}`;
  group.append(circle({ r: grip, class: "hotspots-grip" }), circle({ r: radius, class: look, ...names }));
  return group;
}

function set(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
