// A copy of a form's unsaved words on this computer, for the day the browser, the power or the line fails. It goes when a
// save has succeeded; until then it is offered again to the same user on the same form.

import { earlierCopies, forget, forgetOld, keep, newKey } from "./kept.js";

const SENT = "newsroom:sent";
const EVERY = 3000;
let sent = null; // the copies of the form whose save led to this page

export function keepUnsaved(place, form) {
  const returned = forgetSaved(); // whichever script comes first: what was just saved is not offered
  const version = form.querySelector('[name="base_version"]')?.value ?? "";
  const mine = [newKey()];
  const differing = [];
  for (const copy of earlierCopies()) {
    // A refused save comes back with its words in it, beside what somebody else has stored: nothing is to be restored.
    if (form.querySelector(".clashes") && returned.includes(copy.key)) mine.push(copy.key);
    else if (differs(copy.words, form)) differing.push(copy);
    else if (form.querySelector(".errornote:not([hidden]), [data-is-back='1']")) mine.push(copy.key);
    // A table of other rows than these is still to come back.
    else if (isWhole(copy.words, form)) forget(copy.key);
  }
  offerUnlessOnServer(place, form, differing, version, mine);
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

// Called on every page of the admin: the page after a save says whether it succeeded. Returns the copies of a form that
// was sent and came back.
export function forgetSaved() {
  if (sent) return sent;
  sent = JSON.parse(sessionStorage.getItem(SENT) || "[]");
  sessionStorage.removeItem(SENT);
  const refused = document.querySelector(".errornote:not([hidden])");
  if (document.querySelector(".messagelist .success") && !refused) sent.forEach(forget);
  forgetOld();
  return sent;
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

// The server offers the whole form, rows and choices with it: better than the words alone, where it has every one of them.
async function offerUnlessOnServer(place, form, copies, version, mine) {
  const kept = copies.length ? await keptOnServer(form) : [];
  for (const copy of copies) {
    if (kept.some((fields) => holds(fields, copy.words, form))) mine.push(copy.key);
    else offer(place, form, copy, copy.version !== version, mine);
  }
}

async function keptOnServer(form) {
  const open = form.querySelector("[data-unsaved]");
  if (!open) return [];
  try {
    const answer = await fetch(`${open.dataset.unsaved}?_article=${open.dataset.article}`, { credentials: "same-origin" });
    return (await answer.json()).kept;
  } catch {
    return []; // what cannot be compared is offered
  }
}

// What stands in the form already need not be on the server.
function holds(fields, words, form) {
  const texts = new Set(fields.map(([name, text]) => `${name}\n${text.replace(/\r\n?/g, "\n")}`));
  return Object.entries(words).every(([name, text]) => form.elements.namedItem(name)?.value === text || texts.has(`${name}\n${text}`));
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
