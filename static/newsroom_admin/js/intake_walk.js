// From warning to warning by F8 and Shift+F8, as in programs that list problems; no browser or input method wants them.

export function walkWarnings(form) {
  const place = form.querySelector("[data-intake-walk]");
  form.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(target(link));
    if (link?.matches("[data-warning]")) markAs(form, link);
  });
  reveal(document.getElementById(location.hash.slice(1)));
  if (!place) return;
  place.hidden = false;
  const output = place.querySelector("output");
  const go = (step) => {
    const stops = [...form.querySelectorAll("[data-warning]")];
    const link = stops[nextOf(stops, step)];
    reveal(link);
    markAs(form, link);
    link.closest(".intake-story").scrollIntoView({ block: "start" });
    target(link).scrollIntoView({ block: "nearest" });
    link.focus({ preventScroll: true });
    output.textContent = `${stops.indexOf(link) + 1} / ${stops.length}`;
  };
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-walk]");
    if (button) go(Number(button.dataset.walk));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });
}

// Counted from where the editor works: the warning in hand, else the next one behind the field in focus.
function nextOf(stops, step) {
  const here = stops.findIndex((stop) => stop.classList.contains("is-current"));
  const focus = document.activeElement;
  const at = stops.indexOf(focus);
  const isElsewhere = focus?.closest(".intake-story") && focus.closest(".intake-story") !== stops[here]?.closest(".intake-story");
  if (at < 0 && (here < 0 || isElsewhere)) {
    const behind = focus ? stops.findIndex((stop) => focus.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) : 0;
    const place = behind < 0 ? stops.length : behind;
    return (step > 0 ? place : place - 1 + stops.length) % stops.length;
  }
  return ((at < 0 ? here : at) + step + stops.length) % stops.length;
}

function markAs(form, link) {
  for (const old of form.querySelectorAll(".is-current")) old.classList.remove("is-current");
  link.classList.add("is-current");
  target(link)?.classList.add("is-current");
}

function target(link) {
  return document.getElementById(link.hash.slice(1));
}

function reveal(element) {
  for (let each = element; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
}
