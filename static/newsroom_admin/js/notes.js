// A note goes out by itself: the panel comes back from the server, and the story's form beside it is left as it is.

import { takeToken } from "./fresh_login.js";
import { giveBack, keep, putBack, sentBy, typedIn } from "./note_keeping.js";
import { callColleagues } from "./note_names.js";

const form = document.getElementById("note-form");
const panel = document.querySelector("[data-notes]");

function send(form, panel) {
  let isSending = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const button = event.submitter;
    const sent = sentBy(panel, button);
    const answer = await post(form, button);
    isSending = false;
    if (answer.html === undefined) return say(panel, answer.trouble);
    const typed = answer.isTaken ? typedIn(panel, sent) : typedIn(panel);
    panel.innerHTML = answer.html;
    putBack(panel, typed);
    keep(form, panel);
    callColleagues(panel);
    panel.querySelector(answer.isTaken ? ".notes-new > summary" : "[data-note-words]")?.focus();
  });
}

async function post(form, button) {
  const data = new FormData(form);
  data.set(button.name, button.value);
  data.set("_panel", "1");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin", redirect: "manual" });
    if (answer.status === 200 || answer.status === 422) return { html: await answer.text(), isTaken: answer.ok };
    if (answer.status !== 403 && answer.type !== "opaqueredirect") return { trouble: "sayBroken" };
    const isBack = await takeToken(form); // logged in again in another window: the next try has the new token
    return { trouble: isBack ? "sayBroken" : "sayLoggedOut" };
  } catch {
    return { trouble: "sayBroken" };
  }
}

function say(panel, trouble) {
  const place = panel.querySelector("[data-notes-trouble]");
  place.textContent = place.dataset[trouble];
  place.hidden = false;
}

if (form && panel) {
  send(form, panel);
  giveBack(form, panel);
  callColleagues(panel);
}
