// What every page of the admin loads. Each part looks for its own place and does nothing where there is none.

import { watchBell } from "./bell.js";
import { nameControls } from "./control_names.js";
import { forgetSaved } from "./keepsake.js";
import { closeIdleFilters } from "./filters.js";
import { makeSortable } from "./ordering.js";
import { labelRows } from "./row_labels.js";
import { makeTabs } from "./tabs.js";

forgetSaved();
watchBell();
closeIdleFilters();
const words = document.querySelector("[data-newsroom-words]")?.dataset;
// The record's own form: small ones may stand before it.
const find = (which) => document.querySelector(`.change-form #content-main form${which}`);
const form = find('[id$="_form"]') ?? find("");
if (words && form) {
  form.querySelectorAll(".js-inline-admin-formset").forEach((group) => {
    labelRows(group); // before a column moves to the front
    makeSortable(group, words);
  });
  makeTabs(form, words);
}
nameControls();
