// One file's line: its name and size, how far it is, what was read in it or why not; and it again, or away with it.

import { freshToken, upload } from "./intake_upload.js";

export class Line {
  // state: waiting, sending, reading, done, refused (it would be again) or broken (worth another try)
  constructor(place, file, { changed, removed }) {
    this.say = place.dataset;
    this.file = file;
    this.changed = changed;
    this.element = place.querySelector("template").content.firstElementChild.cloneNode(true);
    this.part("name").textContent = file.name;
    this.part("size").textContent = sizeOf(file);
    this.part("progress").setAttribute("aria-label", file.name);
    this.act("remove").setAttribute("aria-label", `${this.act("remove").textContent} ${file.name}`);
    this.act("remove").addEventListener("click", () => {
      this.stop?.();
      removed(this);
    });
    this.act("again").addEventListener("click", () => {
      this.isAgain = true;
      this.act("remove").focus();
      this.show("waiting", this.say.sayWaiting);
      changed(this);
    });
    this.show("waiting", this.say.sayWaiting);
  }

  isOf(file) {
    const { name, size, lastModified } = this.file;
    return name === file.name && size === file.size && lastModified === file.lastModified;
  }

  async send(address, form) {
    const bar = this.part("progress");
    this.show("sending", this.say.saySending);
    if (this.isAgain) await freshToken(form);
    const { answer, stop } = upload(this.file, address, form, (share) => {
      if (share < 1) bar.value = share;
      else this.show("reading", this.say.sayReading);
    });
    this.stop = stop;
    const { status, said } = await answer;
    if (status === "stopped") return;
    if (status === "read") this.keep(said);
    else if (status === "refused") this.refuse(said.refusal);
    else this.show("broken", status === "logged-out" ? this.say.sayLoggedOut : said?.refusal ?? this.say.sayBroken);
    this.changed(this);
  }

  keep({ digest, said, notRead }) {
    this.digest = digest;
    this.element.append(field(digest));
    this.show("done", [said, ...notRead].join(" "));
  }

  refuse(sentence) {
    this.element.querySelector('input[name="incoming"]')?.remove();
    this.digest = "";
    this.show("refused", sentence);
  }

  show(state, words) {
    this.state = state;
    this.element.className = `intake-line is-${state}`;
    this.part("said").textContent = words;
    const bar = this.part("progress");
    bar.hidden = !["sending", "reading"].includes(state);
    if (state === "sending") bar.value = 0;
    if (state === "reading") bar.removeAttribute("value");
    this.act("again").hidden = state !== "broken";
  }

  part(name) {
    return this.element.querySelector(`.intake-line-${name}`);
  }

  act(name) {
    return this.element.querySelector(`[data-act="${name}"]`);
  }
}

function field(digest) {
  return Object.assign(document.createElement("input"), { type: "hidden", name: "incoming", value: digest });
}

function sizeOf(file) {
  const isLarge = file.size >= 1e6;
  const style = { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", maximumFractionDigits: isLarge ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(file.size / (isLarge ? 1e6 : 1e3));
}
