// The board is planned on: stories are dragged or moved by keys, and it follows what colleagues do. Without this script
// the same acts are buttons of each card's menu.

import { send } from "./board_asking.js";
import { dragCards } from "./board_dragging.js";
import { follow } from "./board_following.js";
import { moveByKeys } from "./board_keys.js";
import { settle } from "./board_places.js";
import { makeReady, show } from "./board_showing.js";
import { teller } from "./board_telling.js";

function plan(board) {
  const tell = teller(board.querySelector("[data-bar]"));
  let underWay = 0;
  let refusals = 0;
  const waysBack = []; // of the cards that stand elsewhere already, and were not answered for
  let line = Promise.resolve(); // one act after the other, each on the board that the last one left

  // What was pressed before a refusal was meant for a board that is no longer there.
  const act = (make) => {
    const before = refusals;
    underWay += 1;
    line = line.then(() => before === refusals && make()).finally(() => (underWay -= 1));
  };

  // menu: the one that the act was sent from. What was typed there is stored with the act, and kept after a refusal.
  const answered = (answer, story, menu = null) => {
    if (answer.status !== "done" || answer.refused) refusals += 1;
    if (answer.status !== "done") {
      for (const goBack of waysBack.splice(0).reverse()) goBack();
      return tell.trouble(answer.status);
    }
    if (answer.refused) waysBack.length = 0; // the board that comes shows all where they are
    show(board, answer.board, { story, done: answer.refused ? null : menu, refused: answer.refused ? menu : null });
    tell.say(answer.said.join(" "), answer.refused);
  };

  // The card stands in its new place at once; where the server cannot be asked it goes back, the last one first.
  const put = (card, list, before, from) => {
    settle(card, list, before);
    if (list === from.list && before === from.before) return;
    const story = { pk: card.dataset.story, list: list.dataset.list };
    waysBack.push(() => settle(card, from.list, from.before));
    act(async () => {
      const answer = await send(board.querySelector("form[data-moves]"), wordsOf(board, card, list, before));
      if (answer.status === "done") waysBack.shift();
      answered(answer, story);
    });
  };

  board.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-act]")) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    const card = event.submitter?.closest("[data-story]");
    const menu = event.submitter?.closest("[data-menu]")?.dataset.menu;
    act(async () => answered(await send(form, onThisBoard(board, body)), card && { pk: card.dataset.story }, menu));
  });

  document.addEventListener("keydown", (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || event.isComposing || event.target.closest("input, textarea, select")) return;
    const form = board.querySelector("form[data-undo]");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });

  const dragging = dragCards(board, put);
  const keys = moveByKeys(board, put, tell);
  follow(board, tell, () => underWay > 0 || dragging() || keys());
  board.classList.add("is-live");
  makeReady(board);
}

function wordsOf(board, card, list, before) {
  const body = new FormData();
  for (const field of board.querySelectorAll("form[data-moves] input[type=hidden]")) body.set(field.name, field.value);
  body.set("put", card.dataset.card);
  body.set("page", list.dataset.list);
  if (before) body.set("before", before.dataset.card.slice(1));
  return body;
}

// What the editor's own acts have changed since the press counts as seen.
function onThisBoard(board, body) {
  if (body.has("seen")) body.set("seen", board.querySelector("form[data-moves] [name=seen]").value);
  return body;
}

const board = document.querySelector("[data-board]");
if (board) plan(board);
