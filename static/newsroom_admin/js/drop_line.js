// One file's line: its name and size, how far it is, what was made of it or why not; and it again, or away with it.

import { takeToken } from "./fresh_login.js";
import { upload } from "./sending.js";

export class DropLine {
  // state: waiting, sending, reading, done, refused (it would be again) or broken (worth another try)
  constructor(place, file, { keep, changed, removed }) {
    this.say = place.dataset;
    this.file = file;
    this.keep = keep;
    this.changed = changed;
    this.leave = () => removed(this);
    this.element = place.querySelector("template").content.firstElementChild.cloneNode(true);
    this.part("name").textContent = file.name;
    this.part("size").textContent = sizeOf(file);
    this.part("progress").setAttribute("aria-label", file.name);
    this.act("remove").setAttribute("aria-label", `${this.act("remove").textContent} ${file.name}`);
    this.act("remove").addEventListener("click", () => {
      this.stop?.();
      this.leave();
    });
    this.act("again").addEventListener("click", () => {
      this.act("remove").focus();
      this.tryAgain();
    });
    this.show("waiting", this.say.sayWaiting);
  }

  isOf(file) {
    const { name, size, lastModified, webkitRelativePath } = this.file;
    const isSameFolder = !webkitRelativePath || !file.webkitRelativePath || webkitRelativePath === file.webkitRelativePath;
    return isSameFolder && name === file.name && size === file.size && lastModified === file.lastModified;
  }

  // sent: names of the form's fields that go with the file.
  async send(address, form, sent) {
    this.saidLast = null;
    this.show("sending", this.say.saySending);
    if (this.isLoggedOut) await takeToken(form);
    await this.ask(["file", this.file], address, form, sent);
  }

  async ask(content, address, form, sent) {
    const bar = this.part("progress");
    const { answer, stop } = upload(content, address, form, sent, (share) => {
      if (share < 1) bar.value = share;
      else this.show("reading", this.saidLast ?? this.say.sayReading);
    });
    this.stop = stop;
    const { status, said } = await answer;
    this.isLoggedOut = status === "logged-out";
    if (status === "stopped") return undefined;
    if (status === "waits") return this.goOn(said, address, form, sent);
    if (status === "taken") this.take(said);
    else if (status === "refused") this.refuse(said.refusal);
    else this.show("broken", this.isLoggedOut ? this.say.sayLoggedOut : said?.refusal ?? this.say.sayBroken);
    return this.changed(this);
  }

  // The server has the file, and is not through with it yet: it is asked again, and nothing is sent twice.
  async goOn({ digest, wait, said }, address, form, sent) {
    this.saidLast = said;
    this.show("reading", said);
    const isStopped = await new Promise((resolve) => {
      this.stop = () => resolve(true);
      setTimeout(() => resolve(false), wait * 1000);
    });
    if (!isStopped) await this.ask(["incoming", digest], address, form, sent);
  }

  tryAgain() {
    this.show("waiting", this.say.sayWaiting);
    this.changed(this);
  }

  take(answer) {
    this.key = this.keep(this, answer);
    this.show("done", [answer.said, ...(answer.notRead ?? [])].join(" "));
  }

  refuse(sentence) {
    this.element.querySelector('input[type="hidden"]')?.remove();
    this.key = "";
    this.act("remove").hidden = false;
    this.act("delete")?.remove();
    this.show("refused", sentence);
  }

  // What the form is to send of this file.
  field(name, value) {
    this.element.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }

  show(state, words) {
    this.state = state;
    this.element.className = `drop-line is-${state}`;
    this.part("said").textContent = words;
    const bar = this.part("progress");
    bar.hidden = !["sending", "reading"].includes(state);
    if (state === "sending") bar.value = 0;
    if (state === "reading") bar.removeAttribute("value");
    this.act("again").hidden = state !== "broken";
  }

  part(name) {
    return this.element.querySelector(`.drop-line-${name}`);
  }

  act(name) {
    return this.element.querySelector(`[data-act="${name}"]`);
  }
}

function sizeOf(file) {
  const isLarge = file.size >= 1e6;
  const style = { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", maximumFractionDigits: isLarge ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(file.size / (isLarge ? 1e6 : 1e3));
}
