// Ticking rows of the table: one, all, or with Shift all from the one ticked last. Gives what says which are ticked.

export function pickRows(form, rows, all, changed) {
  const boxes = rows.map((row) => row.querySelector(".photo-row-pick"));
  let last = 0;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    changed();
  });
  form.addEventListener("click", (event) => {
    const at = boxes.indexOf(event.target);
    if (at < 0) return;
    const [from, to] = event.shiftKey ? [Math.min(last, at), Math.max(last, at)] : [at, at];
    for (const box of boxes.slice(from, to + 1)) box.checked = boxes[at].checked;
    last = at;
    all.checked = boxes.every((box) => box.checked);
    changed();
  });
  return () => rows.filter((row, at) => boxes[at].checked);
}
