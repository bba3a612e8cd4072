// A form that is open says so to the server every few seconds, with the words that are not saved yet, and hears who else
// is there. It never saves, and a save never waits for it.

import { tellUnread } from "./bell.js";
import { takeToken } from "./fresh_login.js";
import { watchSubmit } from "./submitted.js";

const WORDS_EVERY = 4000;
const LIFE_EVERY = 8000;
const ALWAYS_NEW = new Set(["csrfmiddlewaretoken", "opening"]);

export function keepOpen(form, place) {
  const say = speaker(form, place);
  let asked = null; // the answer that is under way
  let turn = Number(place.dataset.turn); // of the same form before its save was refused
  let heard = 0;
  let composing = false;
  const isSubmitted = watchSubmit(form);
  let before = null;
  let sent = null;
  let refused = null; // why the words of the last message are not kept

  const message = (now, left) => {
    const data = now === sent ? new FormData() : wholeForm(form);
    if (now !== sent) data.set("_typed", now === before && !place.dataset.isBack ? "" : "1");
    return signed(data, left);
  };

  const signed = (data, left) => {
    for (const name of ["opening", "csrfmiddlewaretoken", "base_version"]) data.set(name, form.elements.namedItem(name)?.value ?? "");
    data.set("_article", place.dataset.article);
    data.set("_turn", (turn += 1));
    if (left) data.set("_left", "1");
    return data;
  };

  const beat = async () => {
    const now = written(form);
    if (asked || composing || isSubmitted() || (now === sent && Date.now() - heard < LIFE_EVERY)) return;
    asked = send(place.dataset.address, message(now, false));
    const answer = await asked;
    asked = null;
    heard = Date.now();
    if (answer.status === "heard") refused = answer.refused ?? (now === sent ? refused : null);
    if (answer.taken) sent = now;
    else if (answer.refused) sent = null; // whoever may write again sends all of it
    else if (answer.turn) turn = Math.max(turn, answer.turn); // a message of the page before came later
    if (answer.status === "logged-out") await takeToken(form);
    if (answer.closed) renew();
    if ("unread" in answer) tellUnread(answer.unread);
    say({ ...answer, refused });
  };

  // The form was saved, and somebody went back to it: what is typed now is another form's.
  const renew = () => {
    form.elements.namedItem("opening").value = newKey();
    sent = null;
  };

  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => (composing = false));
  window.addEventListener("pagehide", () => {
    if (before === null || isSubmitted()) return;
    const { address } = place.dataset;
    // A browser sends no more than 64 KB of a page that goes. That it goes is told in any case.
    if (!navigator.sendBeacon(address, message(written(form), true))) navigator.sendBeacon(address, signed(new FormData(), true));
  });
  const begin = () => {
    before = written(form);
    sent = place.dataset.isBack ? null : before;
    beat();
    setInterval(beat, WORDS_EVERY);
  };
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", () => setTimeout(begin, 0));
}

async function send(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
    if (answer.ok) return { status: "heard", ...(await answer.json()) };
    return { status: answer.status === 403 || answer.type === "opaqueredirect" ? "logged-out" : "broken" };
  } catch {
    return { status: "broken" };
  }
}

function speaker(form, place) {
  const [presence, kept] = [place.querySelector("[data-others]"), form.querySelector("[data-kept]")];
  const { sayKept, sayLoggedOut, sayBroken } = place.dataset;
  return ({ status, others = [], newer = "", kept: at, refused }) => {
    const trouble = { heard: refused, "logged-out": sayLoggedOut, broken: sayBroken }[status];
    if (status === "heard") tell(presence, [newer, ...others].filter(Boolean));
    tell(kept, [trouble ?? (at && `${sayKept} ${at}`)].filter(Boolean));
    kept.classList.toggle("is-trouble", Boolean(trouble));
  };
}

function tell(place, sentences) {
  const words = sentences.join("\n");
  if (place.textContent !== words) place.textContent = words;
  place.hidden = !words;
}

// A page that comes over plain http has no crypto.randomUUID().
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function wholeForm(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
}

function written(form) {
  return JSON.stringify([...wholeForm(form)].filter(([name]) => !ALWAYS_NEW.has(name)));
}

const place = document.querySelector("[data-open-form]");
if (place) keepOpen(place.closest("form"), place);
