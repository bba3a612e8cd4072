// Choosing cards of a wall, or of whatever wall stands in that place by then: one, with Shift all from the one chosen last;
// arrows go from card to card, Shift takes along.

export function tickWall(wall, acts, changed = () => {}) {
  const boxes = () => [...wall.querySelectorAll(".action-select")];
  let last = 0;
  const tell = () => {
    if (acts) say(acts, boxes());
    changed();
  };
  wall.addEventListener("click", (event) => {
    const all = boxes();
    const at = all.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey) spread(all, last, at, all[at].checked);
    last = at;
    tell();
  });
  wall.addEventListener("keydown", (event) => {
    const all = boxes();
    const at = all.indexOf(event.target.closest(".wall-card")?.querySelector(".action-select"));
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && event.target === all[at]) {
      event.preventDefault();
      return event.target.closest(".wall-card").querySelector("[data-look]").click();
    }
    const next = all[at + (steps(wall)[event.key] ?? 0)];
    if (!next || next === all[at]) return;
    event.preventDefault();
    next.focus();
    if (!event.shiftKey) return;
    [all[at], next].filter((box) => !box.checked).forEach((box) => box.click());
    last = all.indexOf(next);
  });
  if (!acts) return;
  furnish(acts, boxes, tell);
  tell();
}

function furnish(acts, boxes, tell) {
  acts.querySelectorAll("[data-wall-furniture]").forEach((part) => (part.hidden = false));
  acts.querySelector("[data-wall-all]").addEventListener("change", (event) => {
    spread(boxes(), 0, Infinity, event.target.checked);
    tell();
  });
  window.addEventListener("pageshow", tell);
}

function spread(boxes, one, other, isChecked) {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  for (const box of boxes.slice(from, to + 1)) if (!box.disabled) box.checked = isChecked;
}

function steps(wall) {
  const grid = wall.matches("[data-wall]") ? wall : wall.querySelector("[data-wall]");
  const columns = getComputedStyle(grid).gridTemplateColumns.split(" ").length;
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
}

function say(acts, boxes) {
  const chosen = boxes.filter((box) => box.checked).length;
  acts.querySelector(".wall-number").textContent = acts.dataset.sayChosen.replace("NUMBER", chosen);
  acts.querySelector("[data-wall-all]").checked = chosen > 0 && chosen === boxes.length;
  acts.querySelectorAll("button").forEach((button) => (button.disabled = !chosen));
}
