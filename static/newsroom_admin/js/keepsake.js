// A copy of a form's unsaved words on this computer, for the day the browser, the power or the line fails. It goes when a
// save has succeeded; until then it is offered again to the same user on the same form.

import { earlierCopies, forget, forgetOld, keep, newKey } from "./kept.js";

const SENT = "newsroom:sent";
const EVERY = 3000;

export function keepUnsaved(place, form) {
  forgetSaved(); // whichever script comes first: what was just saved is not offered
  const version = form.querySelector('[name="base_version"]')?.value ?? "";
  const mine = [newKey()];
  for (const copy of earlierCopies()) {
    // A refused save comes back with the words in it, beside what somebody else has stored: nothing is to be restored.
    if (form.querySelector(".clashes")) mine.push(copy.key);
    else if (copy.at <= keptOnServer(form)) mine.push(copy.key);
    else if (differs(copy.words, form)) offer(place, form, copy, copy.version !== version, mine);
    else if (form.querySelector(".errornote:not([hidden])")) mine.push(copy.key);
    // A table of other rows than these is still to come back.
    else if (isWhole(copy.words, form)) forget(copy.key);
  }
  const look = watch(form, (words, changed) => {
    if (!changed) return forget(mine[0]);
    if (keep(mine[0], { at: Date.now(), version, words })) {
      place.querySelector(".writing-status").textContent = `${place.dataset.sayKept} ${clock(Date.now())}`;
    }
  });
  form.addEventListener("submit", () => {
    look();
    sessionStorage.setItem(SENT, JSON.stringify(mine));
  });
}

// Called on every page of the admin: the page after a save says whether it succeeded.
export function forgetSaved() {
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "[]");
  sessionStorage.removeItem(SENT);
  const refused = document.querySelector(".errornote:not([hidden])");
  if (document.querySelector(".messagelist .success") && !refused) sent.forEach(forget);
  forgetOld();
}

// Looks every few seconds whether the words changed, and once more when the page goes.
function watch(form, act) {
  const original = JSON.stringify(wordsOf(form));
  let last = original;
  let composing = false;
  const look = () => {
    const words = wordsOf(form);
    const now = JSON.stringify(words);
    if (now === last) return;
    last = now;
    act(words, now !== original);
  };
  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => (composing = false));
  setInterval(() => composing || look(), EVERY);
  window.addEventListener("pagehide", look);
  return look;
}

// The server offers the whole form, rows and choices with it: better than the words alone, unless these are younger.
function keptOnServer(form) {
  const times = [...form.querySelectorAll("[data-typed-at]")].map((bar) => Number(bar.dataset.typedAt));
  return times.length ? Math.max(...times) * 1000 + 10_000 : 0;
}

function offer(place, form, copy, isOlder, mine) {
  const say = place.dataset;
  const bar = element("div", { className: "kept-words", role: "alert" });
  const time = new Date(copy.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const restored = () => {
    restore(form, copy.words);
    if (isWhole(copy.words, form)) mine.push(copy.key);
  };
  bar.append(
    element("span", { textContent: `${say.sayFound}（${time}${isOlder ? `，${say.sayOlder}` : ""}）` }),
    answer(bar, say.sayRestore, restored),
    answer(bar, say.sayDiscard, () => forget(copy.key)),
  );
  form.prepend(bar);
}

function answer(bar, label, act) {
  const button = element("button", { type: "button", className: "button", textContent: label });
  button.addEventListener("click", () => {
    act();
    bar.remove();
  });
  return button;
}

function restore(form, words) {
  for (const [name, value] of Object.entries(words)) {
    const field = form.elements.namedItem(name);
    if (!isWords(field) || field.value === value) continue;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function differs(words, form) {
  return Object.entries(words).some(([name, value]) => {
    const field = form.elements.namedItem(name);
    return isWords(field) && field.value !== value;
  });
}

function isWhole(words, form) {
  return Object.keys(words).every((name) => isWords(form.elements.namedItem(name)));
}

function wordsOf(form) {
  return Object.fromEntries([...form.elements].filter(isWords).map((field) => [field.name, field.value]));
}

function isWords(field) {
  return Boolean(field?.name) && /^(?:text|textarea|url|email|search)$/.test(field.type ?? "") && !field.name.includes("__prefix__");
}

function clock(time) {
  return new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
