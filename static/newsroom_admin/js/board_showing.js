// Puts the board as it is now in the place of what stands there, and keeps what an editor has in hand: the focus, a menu
// that is open, the marks of the checks, which are asked for again a little later.

import { layChecks } from "./board_checks.js";

const CHECKS_AFTER = 1500;
let timer = 0;

export function show(board, html, { story = null, keepMenus = false } = {}) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-board]");
  if (!fresh) return;
  const focus = focusOf(board);
  const marks = new Map([...board.querySelectorAll("[data-checks-for]")].map((mark) => [mark.dataset.checksFor, [...mark.childNodes]]));
  const open = new Set(keepMenus ? [...board.querySelectorAll("[data-menu][open]")].map((menu) => menu.dataset.menu) : []);
  for (const part of fresh.querySelectorAll("[data-part]")) {
    board.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(document.importNode(part, true));
  }
  board.dataset.stamp = fresh.dataset.stamp;
  for (const mark of board.querySelectorAll("[data-checks-for]")) mark.replaceChildren(...(marks.get(mark.dataset.checksFor) ?? []));
  for (const menu of board.querySelectorAll("[data-menu]")) menu.open = open.has(menu.dataset.menu);
  makeReady(board);
  giveFocus(board, story ?? focus);
  clearTimeout(timer);
  timer = setTimeout(layChecks, CHECKS_AFTER);
}

// Only what this editor may move takes part in the way of the Tab key.
export function makeReady(board) {
  for (const card of board.querySelectorAll(".board-card[data-moves]")) card.tabIndex = 0;
}

function focusOf(board) {
  const card = document.activeElement?.closest?.(".board-card");
  return card && board.contains(card) ? { pk: card.dataset.story, list: card.closest("[data-list]").dataset.list } : null;
}

// A story may stand on two pages: the card of that page is meant, or else any.
function giveFocus(board, story) {
  if (!story) return;
  const cards = [...board.querySelectorAll(`.board-card[data-story="${CSS.escape(story.pk)}"]`)];
  const card = cards.find((one) => one.closest("[data-list]").dataset.list === story.list) ?? cards[0];
  card?.focus({ preventScroll: !story.list });
}
