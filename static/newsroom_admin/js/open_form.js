// A form that is open says so to the server every few seconds, with the words that are not saved yet, and hears who else
// is there. It never saves, and a save never waits for it.

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

  const message = (now, left) => {
    const data = now === sent ? new FormData() : wholeForm(form);
    for (const name of ["opening", "csrfmiddlewaretoken", "base_version"]) data.set(name, form.elements.namedItem(name)?.value ?? "");
    data.set("_article", place.dataset.article);
    data.set("_turn", (turn += 1));
    if (now !== sent) data.set("_typed", now === before && !place.dataset.isBack ? "" : "1");
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
    if (answer.taken) sent = now;
    else if (answer.turn) turn = Math.max(turn, answer.turn); // a message of the page before came later
    if (answer.status === "logged-out") await takeToken(form);
    if (answer.closed) renew();
    say(answer);
  };

  // The form was saved, and somebody went back to it: what is typed now is another form's.
  const renew = () => {
    form.elements.namedItem("opening").value = crypto.randomUUID().replaceAll("-", "");
    sent = null;
  };

  form.addEventListener("compositionstart", () => (composing = true));
  form.addEventListener("compositionend", () => (composing = false));
  window.addEventListener("pagehide", () => {
    if (before === null || isSubmitted()) return;
    navigator.sendBeacon(place.dataset.address, message(written(form), true));
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
  return ({ status, others = [], newer = "", kept: at }) => {
    if (status === "heard") {
      tell(presence, [newer, ...others].filter(Boolean));
      tell(kept, at ? [`${sayKept} ${at}`] : []);
    } else {
      tell(kept, [status === "logged-out" ? sayLoggedOut : sayBroken]);
    }
    kept.classList.toggle("is-trouble", status !== "heard");
  };
}

function tell(place, sentences) {
  const words = sentences.join("\n");
  if (place.textContent !== words) place.textContent = words;
  place.hidden = !words;
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
