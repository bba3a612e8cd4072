// Rows dragged by their grip with a mouse, a pen or a finger.

export function dragRows(group, rows, move) {
  group.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".order-grip");
    const row = grip?.closest("tr.form-row, .inline-related");
    if (!row || event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    row.classList.add("is-dragged");
    const follow = ({ clientY }) => passNeighbour(row, rows(), clientY, move);
    const drop = () => {
      row.classList.remove("is-dragged");
      grip.removeEventListener("pointermove", follow);
    };
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("lostpointercapture", drop, { once: true });
  });
}

// Once the pointer is past the middle of a neighbour, the two change places. It is the neighbour that moves: a row taken
// out of the page for a moment would lose the pointer.
function passNeighbour(row, rows, y, move) {
  const at = rows.indexOf(row);
  const above = rows[at - 1]?.getBoundingClientRect();
  const below = rows[at + 1]?.getBoundingClientRect();
  if (above && y < above.top + above.height / 2) move(rows[at - 1], row, false);
  else if (below && y > below.top + below.height / 2) move(rows[at + 1], row, true);
}
