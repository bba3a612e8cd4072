// Asks before a page is left with words that no one has saved.

import { watchSubmit } from "./submitted.js";

export function warnOnLeaving(form) {
  let before = null;
  const isSubmitted = watchSubmit(form);
  // After the other scripts have set up their fields: what they fill in is nobody's writing.
  const settle = () => setTimeout(() => (before = written(form)), 0);
  if (document.readyState === "complete") settle();
  else window.addEventListener("load", settle);
  window.addEventListener("beforeunload", (event) => {
    const refused = form.querySelector(".errornote:not([hidden]), [data-is-back='1']") !== null;
    if (!isSubmitted() && before !== null && (refused || written(form) !== before)) event.preventDefault();
  });
}

function written(form) {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  return JSON.stringify(fields.map(([name, value]) => [name, value instanceof File ? value.name : value.replace(/\r\n/g, "\n")]));
}
