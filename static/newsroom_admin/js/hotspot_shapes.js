// Outlines as corners [x, y] in percent of the page: no screen, no fields. As they are typed: articles/outlines.py.

const GUTTER = 3; // white between two columns of one story is narrower
const NEAR = 1.5; // edges so close are one line: columns are never set quite alike

export const LEAST = 3;

export function read(text) {
  const numbers = text.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  const points = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) points.push([within(numbers[at]), within(numbers[at + 1])]);
  return points.length < LEAST ? [] : points;
}

export function write(points) {
  return points.map((point) => point.join(",")).join(" ");
}

export function within(percent) {
  return Math.round(Math.min(Math.max(percent, 0), 100) * 100) / 100;
}

export function rectangle([x1, y1], [x2, y2]) {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  return [[left, top], [right, top], [right, bottom], [left, bottom]];
}

export function withMoved(points, corner, [across, down]) {
  return points.map(([x, y], at) => (at === corner ? [within(x + across), within(y + down)] : [x, y]));
}

// The whole outline, as far as it stays on the page.
export function shifted(points, by) {
  const [across, down] = by.map((step, side) => {
    const places = points.map((point) => point[side]);
    return Math.min(Math.max(step, -Math.min(...places)), 100 - Math.max(...places));
  });
  return points.map(([x, y]) => [within(x + across), within(y + down)]);
}

export function middleAfter(points, corner) {
  const [[x1, y1], [x2, y2]] = [points[corner], points[(corner + 1) % points.length]];
  return [within((x1 + x2) / 2), within((y1 + y2) / 2)];
}

export function withCorner(points, corner, point = middleAfter(points, corner)) {
  return points.toSpliced(corner + 1, 0, point);
}

// To the nearest edge of a found block, across and down each for itself.
export function snapped(point, outlines, reach) {
  return point.map((place, side) => {
    const edges = outlines.flatMap((outline) => outline.map((corner) => corner[side]));
    const nearest = edges.reduce((best, edge) => (Math.abs(edge - place) < Math.abs(best - place) ? edge : best), Infinity);
    return within(Math.abs(nearest - place) <= reach ? nearest : place);
  });
}

// One outline around several blocks, with the narrow white between them; null where one lies apart.
export function joined(outlines) {
  const boxes = even(outlines.map(boxOf));
  const xs = linesOf(boxes, "left", "right");
  const ys = linesOf(boxes, "top", "bottom");
  const isIn = (box, x, y) => box.left <= xs[x] && xs[x + 1] <= box.right && box.top <= ys[y] && ys[y + 1] <= box.bottom;
  const cells = ys.slice(1).map((_, y) => xs.slice(1).map((_, x) => boxes.some((box) => isIn(box, x, y))));
  cells.forEach((row) => fillGaps(row, xs));
  const columns = turned(cells);
  columns.forEach((column) => fillGaps(column, ys));
  const filled = turned(columns);
  return hangTogether(filled) ? traced(filled).map(([x, y]) => [within(xs[x]), within(ys[y])]) : null;
}

function boxOf(outline) {
  const [xs, ys] = [0, 1].map((side) => outline.map((point) => point[side]));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function even(boxes) {
  const lined = Object.entries({ left: 1, top: 1, right: -1, bottom: -1 }).map(([side, outward]) => {
    const groups = [];
    for (const edge of boxes.map((box) => box[side]).sort((a, b) => (a - b) * outward)) {
      if (!groups.length || Math.abs(edge - groups.at(-1)) >= NEAR) groups.push(edge);
    }
    return [side, (edge) => groups.find((line) => (edge - line) * outward >= 0 && Math.abs(edge - line) < NEAR)];
  });
  return boxes.map((box) => Object.fromEntries(lined.map(([side, line]) => [side, line(box[side])])));
}

function linesOf(boxes, one, other) {
  return [...new Set(boxes.flatMap((box) => [box[one], box[other]]))].sort((a, b) => a - b);
}

function turned(rows) {
  return rows[0].map((_, at) => rows.map((row) => row[at]));
}

function fillGaps(row, lines) {
  let last = -1;
  row.slice().forEach((isFilled, at) => {
    if (!isFilled) return;
    if (last >= 0 && lines[at] - lines[last + 1] < GUTTER) row.fill(true, last, at);
    last = at;
  });
}

function hangTogether(cells) {
  const left = new Set(cells.flatMap((row, y) => row.flatMap((isFilled, x) => (isFilled ? [`${x},${y}`] : []))));
  const edge = [...left].slice(0, 1);
  while (edge.length) {
    const cell = edge.pop();
    if (!left.delete(cell)) continue;
    const [x, y] = cell.split(",").map(Number);
    edge.push(`${x + 1},${y}`, `${x - 1},${y}`, `${x},${y + 1}`, `${x},${y - 1}`);
  }
  return left.size === 0;
}

// Around the cells from their upper left corner, with them at the right hand; where two ways part, the turn to the right.
function traced(cells) {
  const isIn = (x, y) => Boolean(cells[y]?.[x]);
  const start = [cells[0].indexOf(true), 0];
  const corners = [];
  let [at, way] = [start, [1, 0]];
  do {
    const turn = [[-way[1], way[0]], way, [way[1], -way[0]]].find((next) => isEdge(isIn, at, next));
    if (turn !== way) corners.push(at);
    way = turn;
    at = [at[0] + way[0], at[1] + way[1]];
  } while (at[0] !== start[0] || at[1] !== start[1]);
  return [start, ...corners];
}

function isEdge(isIn, [x, y], [across, down]) {
  const [right, left] = across
    ? [[across > 0 ? x : x - 1, across > 0 ? y : y - 1], [across > 0 ? x : x - 1, across > 0 ? y - 1 : y]]
    : [[down > 0 ? x - 1 : x, down > 0 ? y : y - 1], [down > 0 ? x : x - 1, down > 0 ? y : y - 1]];
  return isIn(...right) && !isIn(...left);
}
