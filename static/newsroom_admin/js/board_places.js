// Where the cards lie: the lists of the pages in their order, the one of stories without a page last.

export const listsOf = (board) => [...board.querySelectorAll("[data-list]")];

export const cardsIn = (list) => [...list.querySelectorAll(":scope > .board-card")];

export const listOf = (card) => card.closest("[data-list]");

export const headlineOf = (card) => card.querySelector(".board-headline").textContent;

export const nameOf = (list) => list.closest("section").querySelector("[data-page-name]").textContent.trim();

// The card that a card stands before, or nothing at the end of its list.
export function cardAfter(card) {
  const all = cardsIn(listOf(card));
  return all[all.indexOf(card) + 1] ?? null;
}

// Where it stands now, to be put back there.
export function placeOf(card) {
  return { list: listOf(card), before: cardAfter(card) };
}

export function settle(card, list, before) {
  const place = before?.parentElement === list ? before : list.querySelector(":scope > .board-empty");
  if (before !== card) list.insertBefore(card, place);
}
