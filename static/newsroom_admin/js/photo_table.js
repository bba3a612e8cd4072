// The table of captions and credits. It can be sent without this; with it, words are copied, guarded and kept.

import { keepUnsaved } from "./keepsake.js";
import { warnOnLeaving } from "./leaving.js";
import { Tools } from "./photo_tools.js";

const form = document.querySelector("form[data-photo-table]");
if (form) {
  for (const part of form.querySelectorAll("[data-table-furniture]")) part.hidden = false;
  new Tools(form, form.querySelector(".photo-tools"));
  keepUnsaved(form, form);
  warnOnLeaving(form);
  form.querySelector(".has-errors")?.scrollIntoView({ block: "center" });
}
