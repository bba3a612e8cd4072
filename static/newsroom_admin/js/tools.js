// The buttons of the writing area and their shortcuts. A shortcut is the button's own data-keys, so that the two agree.

import { begin, insert, insertLines, selected, wrap } from "./editing.js";
import { figureMenu } from "./figures.js";

const MAC = /Mac|iPad|iPhone/.test(navigator.platform);

export function setUpTools(place, area, views) {
  const acts = {
    subhead: () => begin(area, "## "),
    quote: () => begin(area, "> "),
    bold: () => wrap(area, "**"),
    link: () => link(area, place.dataset.sayLinkText),
    table: () => table(area, place.dataset.sayTable),
    photo: figureMenu(place, area),
    preview: views.preview.toggle,
    focus: views.focus.toggle,
    save: () => area.form.querySelector('[name="_continue"], [name="_save"]')?.click(),
  };
  const buttons = [...place.querySelectorAll("[data-tool]")];
  for (const button of buttons) {
    if (button.dataset.keys) button.title += `（${shownKeys(button.dataset.keys)}）`;
    button.addEventListener("click", () => acts[button.dataset.tool](button));
  }
  place.addEventListener("keydown", (event) => press(event, buttons));
  arrowKeys(place.querySelector(".writing-tools"), buttons);
}

function press(event, buttons) {
  if (event.isComposing) return;
  const keys = keysOf(event);
  const button = buttons.find((candidate) => candidate.dataset.keys === keys);
  if (!button) return;
  event.preventDefault();
  button.click();
}

// By the key's place and not its letter: with Alt held, some keyboards write another letter.
function keysOf(event) {
  if (!(MAC ? event.metaKey : event.ctrlKey)) return "";
  const key = event.code.replace(/^(?:Key|Digit|Numpad)/, "");
  return ["Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", key].filter(Boolean).join("+");
}

function shownKeys(keys) {
  return MAC ? keys.replace("Ctrl", "⌘").replace("Alt", "⌥") : keys;
}

// One stop for the Tab key, arrows inside, as a toolbar should.
function arrowKeys(bar, buttons) {
  const settle = (current) => buttons.forEach((button) => (button.tabIndex = button === current ? 0 : -1));
  settle(buttons[0]);
  bar.addEventListener("focusin", ({ target }) => buttons.includes(target) && settle(target));
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = buttons.indexOf(event.target);
    if (!step || at === -1) return;
    event.preventDefault();
    buttons.at((at + step) % buttons.length).focus();
  });
}

function link(area, placeholder) {
  const words = selected(area);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const from = area.selectionStart;
  const text = isAddress || !words ? placeholder : words;
  const address = isAddress ? words : "https://";
  insert(area, `[${text}](${address})`);
  const [start, size] = isAddress ? [from + 1, text.length] : [from + text.length + 3, address.length];
  area.setSelectionRange(start, start + size);
}

function table(area, heads) {
  const [first, second] = heads.split("|");
  insertLines(area, `| ${first} | ${second} |\n|---|---|\n|  |  |`);
}
