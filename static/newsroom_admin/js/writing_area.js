// The writing area of a form: each part does one thing, and without any of them the text area still works.

import { watchFocus } from "./focus.js";
import { keepUnsaved } from "./keepsake.js";
import { warnOnLeaving } from "./leaving.js";
import { bodyLength, length } from "./length.js";
import { livePreview } from "./preview.js";
import { acceptPaste } from "./paste.js";
import { selected } from "./editing.js";
import { setUpTools } from "./tools.js";

for (const place of document.querySelectorAll("[data-writing-area]")) {
  const area = place.querySelector("textarea");
  if (!area.disabled && !area.readOnly) furnish(place, area);
}

function furnish(place, area) {
  place.classList.add("is-furnished");
  for (const part of place.querySelectorAll(".writing-tools, .writing-foot")) part.hidden = false;
  const views = { preview: livePreview(place, area), focus: watchFocus(place, area) };
  setUpTools(place, area, views);
  acceptPaste(area);
  countLength(place, area);
  keepUnsaved(place, area.form);
  warnOnLeaving(area.form);
  grow(area);
}

function countLength(place, area) {
  const output = place.querySelector(".writing-length");
  const { sayLength, saySelected } = place.dataset;
  const show = () => {
    const part = document.activeElement === area ? length(selected(area)) : 0;
    output.textContent = `${sayLength} ${bodyLength(area.value)}${part ? ` · ${saySelected} ${part}` : ""}`;
  };
  whenWritten(area, show);
  document.addEventListener("selectionchange", onceAFrame(show));
  show();
}

// Browsers that cannot fit a text area to its text by style are helped along.
function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  const fit = () => {
    const inFocus = area.closest(".is-focus");
    area.style.height = "auto";
    area.style.height = inFocus ? "" : `${area.scrollHeight + 4}px`;
  };
  whenWritten(area, onceAFrame(fit));
  fit();
}

// Calls after each change, and never while an input method still composes a word.
function whenWritten(area, act) {
  area.addEventListener("input", (event) => event.isComposing || act());
  area.addEventListener("compositionend", act);
}

function onceAFrame(act) {
  let asked = 0;
  return () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(act);
  };
}
