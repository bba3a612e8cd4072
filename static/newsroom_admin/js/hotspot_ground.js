// Outlines that get in each other's way, or in their own. Counted as articles/outlines.py counts it.

const SMALLEST = 0.05;

export function overlap(one, other) {
  return boxesMeet(one, other) && shared(one, other) >= SMALLEST;
}

export function crossesItself(points) {
  const all = edges(points);
  return all.some(([a, b], at) => all.slice(at + 1).some(([c, d]) => meetingHeight(a, b, c, d) !== null));
}

function boxesMeet(one, other) {
  return [0, 1].every((side) => {
    const [places, others] = [one, other].map((points) => points.map((point) => point[side]));
    return Math.max(...places) > Math.min(...others) && Math.max(...others) > Math.min(...places);
  });
}

function shared(one, other) {
  const met = edges(one).flatMap(([a, b]) => edges(other).map(([c, d]) => meetingHeight(a, b, c, d)));
  const heights = [...one, ...other].map((point) => point[1]).concat(met.filter((height) => height !== null));
  const steps = [...new Set(heights)].sort((a, b) => a - b);
  return steps.slice(1).reduce((ground, bottom, at) => {
    const middle = (steps[at] + bottom) / 2;
    return ground + commonWidth(spans(one, middle), spans(other, middle)) * (bottom - steps[at]);
  }, 0);
}

function edges(points) {
  return points.map((point, at) => [point, points[(at + 1) % points.length]]);
}

function spans(points, height) {
  const cut = edges(points).filter(([a, b]) => a[1] <= height !== b[1] <= height);
  const at = cut.map(([a, b]) => a[0] + ((b[0] - a[0]) * (height - a[1])) / (b[1] - a[1])).sort((a, b) => a - b);
  return at.flatMap((left, number) => (number % 2 ? [] : [[left, at[number + 1]]]));
}

function commonWidth(some, others) {
  const widths = some.flatMap(([left, right]) =>
    others.map(([start, end]) => Math.max(0, Math.min(right, end) - Math.max(left, start))),
  );
  return widths.reduce((all, width) => all + width, 0);
}

function meetingHeight(a, b, c, d) {
  const [fromC, fromD, fromA, fromB] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (fromC * fromD >= 0 || fromA * fromB >= 0) return null;
  return a[1] + ((b[1] - a[1]) * fromA) / (fromA - fromB);
}

function side(a, b, point) {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
}
