// What the checks before press find in the form as it stands now, renewed while somebody types. The server does the
// finding; nothing is saved by it, and the text never moves because of it.

import { typedIn } from "./preview.js";
import { goTo, takeOver } from "./places.js";

const PAUSE = 900;
const QUIET = 2500;

class Checks {
  constructor(panel, form) {
    this.panel = panel;
    this.form = form;
    this.status = document.querySelector("[data-checks-status]");
    this.told = this.words();
    panel.classList.add("is-live");
  }

  part(name, inside = this.panel) {
    return inside.querySelector(`[data-checks-${name}]`);
  }

  renewSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.renew(), PAUSE);
  }

  // One request at a time: what was typed meanwhile is asked about when its answer is here.
  async renew() {
    clearTimeout(this.timer);
    if (this.isUnderWay) {
      this.hasMore = true;
      return;
    }
    this.isUnderWay = true;
    this.hasMore = false;
    const answer = await ask(this.panel.dataset.address, this.form);
    this.isUnderWay = false;
    if (answer.html) this.show(answer.html);
    else this.part("counts").textContent = this.panel.dataset.sayTrouble;
    if (this.hasMore) this.renewSoon();
  }

  // Only what differs is replaced, so that nothing is closed or loses its focus without need.
  show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const hadWaivedOpen = this.panel.querySelector(".check-waived")?.open;
    for (const name of ["counts", "list"]) {
      const [before, after] = [this.part(name), this.part(name, fresh)];
      if (before.innerHTML !== after.innerHTML) before.replaceChildren(...after.childNodes);
    }
    const waived = this.panel.querySelector(".check-waived");
    if (waived && hadWaivedOpen) waived.open = true;
    this.tellSoon();
  }

  // For those who listen: the numbers, when they have changed and the typing rests.
  tellSoon() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      if (this.words() === this.told) return;
      this.told = this.status.textContent = this.words();
    }, QUIET);
  }

  words() {
    return this.panel.querySelector(".checks-head").textContent.replace(/\s+/g, " ").trim();
  }

  // Returns why not.
  async settle(address, answers) {
    const answer = await ask(address, this.form, { _live: "1", ...answers });
    if (!answer.html) return answer.refusal || this.panel.dataset.sayTrouble;
    this.show(answer.html);
    this.panel.querySelector("summary").focus();
    return "";
  }
}

async function ask(address, form, answers = {}) {
  const body = typedIn(form);
  for (const [name, value] of Object.entries(answers)) body.set(name, value);
  try {
    const answer = await fetch(address, { method: "POST", body });
    const words = await answer.text();
    if (answer.status === 409) return { refusal: words };
    return answer.ok && !answer.redirected ? { html: words } : {};
  } catch {
    return {};
  }
}

function askWhy(dialog, link, checks) {
  const [refused, reason] = [dialog.querySelector("[data-refused]"), dialog.querySelector("input")];
  dialog.querySelector("[data-asked]").textContent = link.dataset.waive;
  refused.hidden = true;
  reason.value = "";
  dialog.querySelector("form").onsubmit = async (event) => {
    if (event.submitter?.value !== "waive") return;
    event.preventDefault();
    const why = await checks.settle(link.href, { reason: reason.value });
    refused.textContent = why;
    refused.hidden = !why;
    if (!why) dialog.close();
  };
  dialog.showModal();
}

function furnish(panel) {
  const form = panel.closest("form");
  const dialog = document.querySelector("[data-checks-dialog]");
  const checks = new Checks(panel, form);
  if (location.hash === "#checks") panel.open = true;
  form.addEventListener("input", (event) => event.isComposing || checks.renewSoon());
  form.addEventListener("compositionend", () => checks.renewSoon());
  form.addEventListener("change", () => checks.renewSoon());
  document.addEventListener("formset:removed", () => checks.renewSoon());
  panel.addEventListener("click", (event) => {
    const pressed = (which) => event.target.closest(which);
    const hit = pressed(".check-hit")?.querySelector("[data-hit]");
    const act = pressed("[data-hit], [data-take], [data-waive], [data-take-back]");
    if (!act || (act.matches("a") && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    event.preventDefault();
    if (act.matches("[data-hit]")) goTo(form, hit.dataset);
    else if (act.matches("[data-take]")) takeOver(form, hit.dataset, act.dataset.take), checks.renew();
    else if (act.matches("[data-waive]")) askWhy(dialog, act, checks);
    else checks.settle(act.href, { _take_back: "1" });
  });
}

const panel = document.querySelector("[data-checks]");
if (panel?.closest("form").querySelector("textarea, input[type=text]")) furnish(panel);
