// Cards dragged by mouse or pen, wherever they are taken, and by a finger at their grip: elsewhere it scrolls the page.

import { autoScroll } from "./board_scrolling.js";
import { cardsIn, listOf, placeOf } from "./board_places.js";

const FROM = 6; // pixels; less is a click
const GAP_MARGINS = 8; // above and below, as in board_moving.css

// Returns whether a card is being dragged.
export function dragCards(board, put) {
  let drag = null;
  board.addEventListener("dragstart", (event) => event.target.closest?.(".board-card") && event.preventDefault());
  board.addEventListener("pointerdown", (event) => {
    const card = event.target.closest(".board-card[data-moves]");
    if (!card || drag || event.button !== 0 || event.target.closest(".board-menu")) return;
    if (event.pointerType === "touch" && !event.target.closest("[data-grip]")) return;
    drag = begin(board, card, event, put, () => (drag = null));
  });
  return () => drag?.isMoving() ?? false;
}

function begin(board, card, down, put, end) {
  let lifted = null;
  const gone = new AbortController();
  const on = (name, call) => document.addEventListener(name, call, { signal: gone.signal });

  const finish = (isDrop) => {
    gone.abort();
    const target = lifted?.drop();
    end();
    if (!lifted) return;
    swallowClick();
    if (isDrop && target) put(card, target.list, target.before, placeOf(card));
  };

  on("pointermove", (event) => {
    if (event.pointerId !== down.pointerId) return;
    const isFar = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= FROM;
    if (!lifted && isFar) lifted = lift(board, card, down);
    lifted?.to(event.clientX, event.clientY);
  });
  on("pointerup", (event) => event.pointerId === down.pointerId && finish(true));
  on("pointercancel", (event) => event.pointerId === down.pointerId && finish(false));
  on("keydown", (event) => event.key === "Escape" && finish(false));
  return { isMoving: () => lifted !== null };
}

// The card's picture follows the pointer, and a gap shows where the card would come to stand.
function lift(board, card, down) {
  const box = card.getBoundingClientRect();
  const [dx, dy] = [box.left - down.clientX, box.top - down.clientY];
  const ghost = card.cloneNode(true);
  ghost.classList.add("board-ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.style.width = `${box.width}px`;
  const gap = Object.assign(document.createElement("li"), { className: "board-gap" });
  gap.style.height = `${Math.min(box.height, 72)}px`;
  document.body.append(ghost);
  document.documentElement.classList.add("is-dragging");
  card.classList.add("is-lifted");
  getSelection().removeAllRanges();
  let at = { x: down.clientX, y: down.clientY };

  const aim = () => {
    const list = listAt(board, at.x, at.y);
    if (!list) return gap.remove();
    if (gap.parentElement !== list) gap.remove();
    const before = list.dataset.list ? cardBelow(list, card, at.y) : cardsIn(list)[0];
    const place = before ?? list.querySelector(":scope > .board-empty");
    if (gap.nextElementSibling !== place || gap.parentElement !== list) list.insertBefore(gap, place);
  };
  const scroll = autoScroll(() => at.y, aim);

  return {
    to(x, y) {
      at = { x, y };
      ghost.style.transform = `translate(${x + dx}px, ${y + dy}px)`;
      aim();
    },
    drop() {
      scroll.stop();
      const target = gap.isConnected ? { list: listOf(gap), before: nextCard(gap, card) } : null;
      for (const left of [ghost, gap]) left.remove();
      document.documentElement.classList.remove("is-dragging");
      card.classList.remove("is-lifted");
      return target;
    },
  };
}

// The whole sheet takes a card, its head too.
function listAt(board, x, y) {
  const sheet = document.elementFromPoint(x, y)?.closest(".board-page, .board-unplaced");
  return sheet && board.contains(sheet) ? sheet.querySelector("[data-list]") : null;
}

// As the cards would lie without the gap: what it pushes down must not run away from the pointer.
function cardBelow(list, card, y) {
  let pushed = 0;
  return [...list.children].find((other) => {
    const { top, height } = other.getBoundingClientRect();
    if (other.matches(".board-gap")) pushed = height + GAP_MARGINS;
    return other !== card && other.matches(".board-card") && y < top - pushed + height / 2;
  });
}

function nextCard(gap, card) {
  let next = gap.nextElementSibling;
  while (next && (next === card || !next.matches(".board-card"))) next = next.nextElementSibling;
  return next;
}

// The pointer was let go on a link: that is no click on it.
function swallowClick() {
  const stop = (event) => (event.preventDefault(), event.stopPropagation());
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}
