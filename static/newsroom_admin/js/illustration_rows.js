// The rows of a story's illustrations, as Django's own scripts make them.

export function photosInRows(group) {
  const rows = [...group.querySelectorAll(".form-row:not(.empty-form)")].filter((row) => !row.querySelector('[name$="-DELETE"]:checked'));
  return new Set(rows.map((row) => row.querySelector('[name$="-photo"]')?.value).filter(Boolean));
}

// A new row behind the others, its photo chosen; the row comes back. What its caption and alt text begin with, the server says when it is saved.
export function addIllustration(group, pk, { words, picture }) {
  const row = newRow(group);
  const select = row?.querySelector('select[name$="-photo"]');
  if (!select) return null;
  select.append(new Option(words, pk, false, true));
  const shown = row.querySelector(".field-thumbnail p") ?? row.querySelector(".field-thumbnail");
  if (picture && shown) shown.replaceChildren(Object.assign(document.createElement("img"), { src: picture, width: 96, alt: "" }));
  for (const kind of ["input", "change"]) select.dispatchEvent(new Event(kind, { bubbles: true }));
  return row;
}

function newRow(group) {
  let row = null;
  const take = (event) => (row = event.target);
  group.addEventListener("formset:added", take, { once: true });
  group.querySelector(".add-row a").click();
  group.removeEventListener("formset:added", take);
  return row;
}
