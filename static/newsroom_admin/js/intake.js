// The intake screen. Each part improves a form that works without it.

import { sendWhileLoggedIn } from "./fresh_login.js";
import { acceptFiles } from "./intake_files.js";
import { pointAtStories } from "./intake_map.js";
import { limitPaste } from "./intake_paste.js";
import { walkWarnings } from "./intake_walk.js";
import { warnOnLeaving } from "./leaving.js";

const form = document.querySelector("form[data-intake]");
if (form?.dataset.intake === "files") {
  limitPaste(form, form.querySelector("[data-longest]"));
  acceptFiles(form, form.querySelector("[data-drop]"));
}
if (form?.dataset.intake === "stories") {
  warnOnLeaving(form);
  draftOnce(form);
  checkNothingByEnter(form);
  walkWarnings(form);
  pointAtStories(form);
}

// A second press while drafts are being made sends nothing, and everybody is told that it takes its time.
function draftOnce(form) {
  let isUnderWay = false;
  const say = document.createElement("p");
  say.className = "intake-under-way";
  say.setAttribute("role", "status");
  form.querySelector(".intake-end").prepend(say);
  sendWhileLoggedIn(form, (words) => (say.textContent = words));
  form.addEventListener("submit", (event) => {
    if (isUnderWay) return event.preventDefault();
    isUnderWay = true;
    say.textContent = event.submitter?.name === "draft" ? form.dataset.sayDrafting : "";
  });
  window.addEventListener("pageshow", () => {
    isUnderWay = false;
    say.textContent = "";
  });
}

// Enter in a field of one line would send the form; an input method uses it for its own ends too.
function checkNothingByEnter(form) {
  form.addEventListener("keydown", (event) => {
    const isField = event.target.matches('input:not([type="submit"], [type="button"])');
    if (event.key === "Enter" && isField) event.preventDefault();
  });
}
