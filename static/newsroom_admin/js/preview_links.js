// 预览链接 in place: made and revoked without leaving the story's form, copied with one press.

import { takeToken } from "./fresh_login.js";

const form = document.getElementById("preview-links-form");

function panel() {
  return document.querySelector("[data-preview-links]");
}

function say(name) {
  const said = panel().querySelector("[data-preview-links-said]");
  said.textContent = said.dataset[name];
}

// By selection first: navigator.clipboard is there over HTTPS only.
async function copy(address) {
  address.select();
  if (document.execCommand("copy")) return;
  await navigator.clipboard.writeText(address.value);
}

function showCopying() {
  for (const button of panel().querySelectorAll("[data-copy-address]")) {
    button.hidden = false;
    button.onclick = () => {
      const address = button.parentElement.querySelector("input");
      copy(address).then(() => say("sayCopied"), () => say("sayFailed"));
    };
  }
}

async function send(button) {
  const fields = new FormData(form);
  fields.set(button.name, button.value);
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-preview-links]");
    if (!answer.ok || !fresh) throw new Error(answer.status);
    if (button.name === "_revoke") keepTyped(fresh);
    panel().replaceWith(fresh);
    showCopying();
    fresh.querySelector("[data-preview-links-said]").textContent = page.querySelector(".messagelist")?.textContent.trim() ?? "";
    fresh.querySelector("summary").focus();
  } catch {
    button.disabled = false;
    // Logged in again in another window: the next press has the new token.
    say((await takeToken(form)) ? "sayTrouble" : "sayLoggedOut");
  }
}

// Whom the next link is for.
function keepTyped(fresh) {
  for (const name of ["link-whom", "link-days"]) {
    const [old, field] = [form.elements.namedItem(name), fresh.querySelector(`[name="${name}"]`)];
    if (old && field) field.value = old.value;
  }
}

if (form && panel()) {
  showCopying();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter) send(event.submitter);
  });
}
