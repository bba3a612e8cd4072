// The hotspots of a page are drawn, and saved from the lines of text that hold them.

import { watchHands } from "./hotspot_hands.js";
import { watchKeys } from "./hotspot_keys.js";
import { Table } from "./hotspot_table.js";
import { warnOnLeaving } from "./leaving.js";

const form = document.querySelector("[data-hotspots]");
if (form) makeDrawable(form);

function makeDrawable(form) {
  const table = new Table(form, storiesOf(form));
  watchHands(table);
  watchKeys(table, form);
  warnOnLeaving(form);
  table.stories.forEach((story) => watchStory(table, story));
  form.querySelectorAll("[data-do]").forEach((button) => button.addEventListener("click", () => table[button.dataset.do](table.corner)));
  new ResizeObserver(() => table.show()).observe(table.sheet.drawing);
}

function watchStory(table, { key, row, field, button }) {
  button.hidden = false;
  button.addEventListener("click", () => (table.chosen === key ? table.leave() : table.choose(key)));
  field.addEventListener("input", () => table.show());
  field.addEventListener("change", () => table.rest());
  const theirs = row.querySelector("[data-take]");
  if (!theirs) return;
  theirs.hidden = false;
  theirs.addEventListener("click", () => table.take(key, theirs.dataset.take));
}

// Those that may be drawn.
function storiesOf(form) {
  const rows = [...form.querySelectorAll("[data-story]")].filter((row) => row.querySelector("textarea"));
  return new Map(rows.map((row) => [row.dataset.story, storyOf(row)]));
}

function storyOf(row) {
  const { story: key, number } = row.dataset;
  const colour = [...row.classList].find((name) => name.startsWith("hotspots-colour-"));
  const headline = row.querySelector("[data-headline]").textContent;
  return { key, row, number, colour, headline, field: row.querySelector("textarea"), button: row.querySelector("[data-choose]") };
}
