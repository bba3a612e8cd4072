// A note goes out by itself: the panel comes back from the server, and the story's form beside it is left as it is.

import { takeToken } from "./fresh_login.js";
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
    const answer = await post(form, button);
    isSending = false;
    if (answer.html === undefined) return say(panel, answer.trouble);
    const typed = answer.isTaken ? otherWords(panel, button) : wordsIn(panel);
    panel.innerHTML = answer.html;
    putBack(panel, typed);
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

// What stands in the other fields of the panel is not sent by this button, and stays.
function otherWords(panel, button) {
  const sent = button.name === "answer" ? `answer-${button.value}` : button.name === "write" ? "words" : "";
  return wordsIn(panel).filter(([name]) => name !== sent);
}

function wordsIn(panel) {
  return [...panel.querySelectorAll("textarea")].filter((area) => area.value).map((area) => [area.name, area.value]);
}

function putBack(panel, typed) {
  for (const [name, words] of typed) {
    const area = panel.querySelector(`textarea[name="${name}"]`);
    if (!area) continue;
    area.value = words;
    area.closest("details").open = true;
  }
}

function say(panel, trouble) {
  const place = panel.querySelector("[data-notes-trouble]");
  place.textContent = place.dataset[trouble];
  place.hidden = false;
}

if (form && panel) {
  send(form, panel);
  callColleagues(panel);
}
