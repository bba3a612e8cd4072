// Where a list has no room for its filters at the side, those that choose nothing are closed.

export function closeIdleFilters() {
  if (!window.matchMedia("(width <= 1024px)").matches) return;
  for (const filter of document.querySelectorAll("#changelist-filter details")) {
    if (filter.querySelector("li:first-child.selected, .chosen-filter:not(:has(a))")) filter.open = false;
  }
}
