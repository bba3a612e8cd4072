// Looks every ten seconds whether colleagues have changed the board, and shows it in place. Nobody who looks away is
// followed, and nothing is taken out of an editor's hand: while a card is held or a menu is open the board waits.

import { show } from "./board_showing.js";

const EVERY = 10_000;

export function follow(board, tell, isBusy) {
  let timer = 0;

  const look = async () => {
    clearTimeout(timer);
    if (document.hidden) return;
    const goesOn = isBusy() || (await ask(board, tell, isBusy));
    if (goesOn) timer = setTimeout(look, EVERY);
  };

  document.addEventListener("visibilitychange", look);
  timer = setTimeout(look, EVERY);
}

// Tells whether to ask again: not once the login has run out.
async function ask(board, tell, isBusy) {
  const { board: address, stamp } = board.dataset;
  try {
    const answer = await fetch(`${address}?seen=${encodeURIComponent(stamp)}`, { credentials: "same-origin", redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 403) return tell.trouble("logged-out");
    if (answer.status !== 200) return true;
    const html = await answer.text();
    if (isBusy() || board.dataset.stamp !== stamp) return true;
    if (board.querySelector(".board-menu[open]")) tell.later();
    else {
      show(board, html);
      tell.changed();
    }
  } catch {
    // Without a connection the next look may find one.
  }
  return true;
}
