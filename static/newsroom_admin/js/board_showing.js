// Puts the board as it is now in the place of what stands there, and keeps what an editor has in hand: the focus, menus
// that are open with what was typed there, the marks of the checks, which are asked for again a little later.

import { layChecks } from "./board_checks.js";
import { menusIn, openAgain } from "./board_typed.js";

const CHECKS_AFTER = 1500;
let timer = 0;

// done, refused: the menu that an act was sent from. One that is done closes.
export function show(board, html, { story = null, done = null, refused = null } = {}) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-board]");
  if (!fresh) return;
  const focus = focusOf(board);
  const marks = new Map([...board.querySelectorAll("[data-checks-for]")].map((mark) => [mark.dataset.checksFor, [...mark.childNodes]]));
  const menus = menusIn(board);
  for (const part of fresh.querySelectorAll("[data-part]")) {
    board.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceWith(document.importNode(part, true));
  }
  board.dataset.stamp = fresh.dataset.stamp;
  for (const mark of board.querySelectorAll("[data-checks-for]")) mark.replaceChildren(...(marks.get(mark.dataset.checksFor) ?? []));
  for (const menu of menus) if (menu.name !== done) openAgain(board, menu, menu.name === refused);
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
  const focused = document.activeElement;
  const menu = focused?.closest?.("[data-menu]");
  if (menu && board.contains(menu)) return { menu: menu.dataset.menu, field: focused.name };
  const card = focused?.closest?.(".board-card");
  return card && board.contains(card) ? { pk: card.dataset.story, list: card.closest("[data-list]").dataset.list } : null;
}

// A story may stand on two pages: the card of that page is meant, or else any.
function giveFocus(board, story) {
  if (!story) return;
  if (story.menu) return focusMenu(board.querySelector(`[data-menu="${CSS.escape(story.menu)}"]`), story.field);
  const cards = [...board.querySelectorAll(`.board-card[data-story="${CSS.escape(story.pk)}"]`)];
  const card = cards.find((one) => one.closest("[data-list]").dataset.list === story.list) ?? cards[0];
  card?.focus({ preventScroll: !story.list });
}

// The field that was being written in, or what opens the menu.
function focusMenu(menu, name) {
  const field = menu?.open && name ? menu.querySelector(`input[name="${CSS.escape(name)}"]`) : null;
  (field ?? menu?.querySelector("summary"))?.focus({ preventScroll: true });
}
