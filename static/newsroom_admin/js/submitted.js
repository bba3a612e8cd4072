// Whether a form is on its way. Nothing tells that a save was stopped or did not arrive: whoever goes on writing is still
// there, and so is whoever still has the page after a while.

const GIVEN_UP = 10_000;

export function watchSubmit(form) {
  let until = 0;
  form.addEventListener("submit", (event) => (until = event.defaultPrevented ? 0 : Date.now() + GIVEN_UP));
  form.addEventListener("input", () => (until = 0));
  window.addEventListener("pageshow", () => (until = 0));
  return () => Date.now() < until;
}
