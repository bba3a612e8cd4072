// Cards moved by keys: Space or Enter picks one up, arrows move it, Space or Enter puts it down, Escape puts it back. With
// no card in hand the arrows go from card to card.

import { cardAfter, cardsIn, headlineOf, listOf, listsOf, nameOf, placeOf, settle } from "./board_places.js";

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

// Returns whether a card is in hand.
export function moveByKeys(board, put, tell) {
  let held = null; // the card, and where it stood
  let isMoving = false;

  const pickUp = (card) => {
    held = { card, from: placeOf(card) };
    card.classList.add("is-held");
    tell.picked(headlineOf(card));
  };

  const letGo = () => {
    const { card, from } = held;
    held = null;
    card.classList.remove("is-held");
    return { card, from };
  };

  const putDown = () => {
    const { card, from } = letGo();
    put(card, listOf(card), cardAfter(card), from);
  };

  const putBack = () => {
    const { card, from } = letGo();
    settle(card, from.list, from.before);
    tell.back(headlineOf(card));
    return card;
  };

  const carry = (card, [aside, along]) => {
    const list = aside ? neighbour(board, listOf(card), aside) : listOf(card);
    if (!list) return;
    const others = cardsIn(list).filter((other) => other !== card);
    const place = cardsIn(listOf(card)).indexOf(card) + along;
    if (!aside && (place < 0 || place > others.length)) return;
    isMoving = true; // a card that changes its list loses the focus for a moment
    settle(card, list, others[place] ?? null);
    card.focus();
    isMoving = false;
    const all = cardsIn(list);
    tell.place(nameOf(list), all.indexOf(card) + 1, list.dataset.list ? all.length : 0);
  };

  board.addEventListener("keydown", (event) => {
    const card = event.target;
    if (!card.matches(".board-card[data-moves]") || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const arrow = ARROWS[event.key];
    if (arrow) held ? carry(card, arrow) : focusNeighbour(board, card, arrow);
    else if (event.key === " " || event.key === "Enter") held ? putDown() : pickUp(card);
    else if (event.key === "Escape" && held) putBack().focus();
    else return;
    event.preventDefault();
  });

  board.addEventListener("focusout", () => held && !isMoving && putBack());
  return () => held !== null;
}

function neighbour(board, list, aside) {
  const lists = listsOf(board);
  return lists[lists.indexOf(list) + aside];
}

// Lists without cards are passed over.
function focusNeighbour(board, card, [aside, along]) {
  const place = cardsIn(listOf(card)).indexOf(card);
  let list = listOf(card);
  do list = aside ? neighbour(board, list, aside) : list;
  while (aside && list && !cardsIn(list).length);
  const cards = list ? cardsIn(list) : [];
  cards[aside ? Math.min(place, cards.length - 1) : place + along]?.focus();
}
