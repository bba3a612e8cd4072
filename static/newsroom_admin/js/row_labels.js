// Each cell learns the name of its column: on a phone, where cells stand below each other, it is written above it.

export function labelRows(group) {
  const heads = [...group.querySelectorAll(".tabular thead th")];
  if (!heads.length) return;
  const labels = heads.map((head) => head.textContent.trim());
  for (const row of group.querySelectorAll("tr.form-row")) {
    [...row.cells].forEach((cell, at) => labels[at] && (cell.dataset.label = labels[at]));
  }
  group.classList.add("has-row-labels");
}
