// Of a block's form only what its kind asks for is shown. Without this script all of it is, and the rest is left out on saving.

const FIELD = { column: "column", channel: "channel", region: "region", tag: "tag", page: "page_label" };

const form = document.querySelector("#frontblock_form");
const kinds = [...(form?.querySelectorAll("input[name=kind]") ?? [])];

function show() {
  const chosen = kinds.find((kind) => kind.checked)?.value;
  for (const [kind, name] of Object.entries(FIELD)) {
    const row = form.querySelector(`.field-${name}`);
    if (row) row.hidden = kind !== chosen;
  }
  const picks = form.querySelector("#picks-group");
  if (picks) picks.hidden = chosen !== "picked";
}

kinds.forEach((kind) => kind.addEventListener("change", show));
if (kinds.length) show();
