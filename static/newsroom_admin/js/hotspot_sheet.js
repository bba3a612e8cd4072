// What is seen of the outlines: the areas of the stories, and the corners of the one that is being drawn.

import { middleAfter } from "./hotspot_shapes.js";

const SVG = "http://www.w3.org/2000/svg";
const CORNER = 7; // of the screen, whatever the drawing's own units
const BETWEEN = 4;
const GRIP = 18;

export function makeSheet(drawing, sayCorner) {
  const [left, top, across, down] = drawing.dataset.frame.split(" ").map(Number);
  const corners = drawing.querySelector("[data-hotspot-corners]");
  const { width, height } = drawing.viewBox.baseVal;

  const place = ([x, y]) => [left + (x * across) / 100, top + (y * down) / 100];
  const points = (outline) => outline.map((point) => place(point).map(Math.round).join(",")).join(" ");
  const percentOf = ({ clientX, clientY }) => {
    const shown = drawing.getBoundingClientRect();
    const x = ((clientX - shown.left) / shown.width) * width;
    const y = ((clientY - shown.top) / shown.height) * height;
    return [((x - left) / across) * 100, ((y - top) / down) * 100];
  };
  const areaOf = (story) => drawing.querySelector(`[data-area="${story.key}"]`) ?? addArea(drawing, story);

  const showArea = (story, outline, isChosen) => {
    const area = areaOf(story);
    area.classList.toggle("is-chosen", isChosen);
    area.querySelector("polygon").setAttribute("points", points(outline));
    if (!outline.length) return area.querySelector("text").replaceChildren();
    const [x, y] = place(outline.reduce((best, point) => (point[1] < best[1] || (point[1] === best[1] && point[0] < best[0]) ? point : best)));
    set(area.querySelector("text"), { x: x + 18, y: y + 18 }).textContent = story.number;
  };
  const showCorners = (outline, current) => {
    const unit = width / (drawing.getBoundingClientRect().width || width);
    const between = outline.map((_, at) => circles(place(middleAfter(outline, at)), BETWEEN * unit, GRIP * unit, { "data-between": at }));
    const own = outline.map((point, at) => {
      const said = sayCorner(at, outline.length, point);
      const names = { "data-corner": at, tabindex: 0, role: "button", "aria-label": said };
      return circles(place(point), CORNER * unit, GRIP * unit, names, at === current);
    });
    const hadFocus = corners.contains(document.activeElement);
    corners.replaceChildren(...between, ...own);
    if (hadFocus) focusCorner(current, { preventScroll: true });
  };
  const focusCorner = (at, how) => (corners.querySelector(`[data-corner="${at}"]`) ?? drawing).focus(how);
  const beginOrEnd = (isDrawing) => {
    drawing.classList.toggle("is-drawing", isDrawing);
    drawing.setAttribute("role", isDrawing ? "application" : "group");
    drawing.tabIndex = isDrawing ? 0 : -1;
  };

  return { drawing, percentOf, showArea, showCorners, focusCorner, beginOrEnd };
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

function circles([cx, cy], radius, grip, names, isCurrent = false) {
  const group = document.createElementNS(SVG, "g");
  const seen = { cx, cy, r: radius, class: `hotspots-corner${isCurrent ? " is-current" : ""}` };
  const circle = (attributes) => set(document.createElementNS(SVG, "circle"), attributes);
  const held = "data-corner" in names ? { "data-held-corner": names["data-corner"] } : { "data-held-between": names["data-between"] };
  group.append(circle({ cx, cy, r: grip, class: "hotspots-grip", ...held }), circle({ ...seen, ...held, ...names }));
  return group;
}

function set(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
