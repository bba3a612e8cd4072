// The arrow keys turn pages, and on a story lead to its neighbours.
const WAYS = { ArrowLeft: "prev", ArrowRight: "next" };
// Where these keys move a cursor or scroll.
const OWN_USE = "input, textarea, select, [contenteditable], .article-table, .page-tabs, .navigation-list";

document.addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  if (!way || event.defaultPrevented || event.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest?.(OWN_USE)) return;
  if (window.visualViewport?.scale > 1) return; // enlarged by two fingers: the arrows scroll
  document.querySelector(`[data-turns] [rel="${way}"], [data-turns][rel="${way}"]`)?.click();
});
