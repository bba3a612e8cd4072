// Goes to a place that the checks have found: to its section, its field and its words.

import { insert } from "./editing.js";
import { rowOf } from "./figures.js";

export function goTo(form, hit) {
  const field = fieldOf(form, hit.field);
  if (!field) return null;
  openSection(field);
  if (!("selectionStart" in field)) {
    field.scrollIntoView({ block: "center" });
    field.querySelector("a[href], button, input:not([type=hidden]), select, textarea")?.focus({ preventScroll: true });
    return null;
  }
  const span = spanOf(field.value, hit);
  field.focus({ preventScroll: true });
  if (span) field.setSelectionRange(...span);
  show(field, span ? span[0] : 0);
  return span && { field, span };
}

// Only where the words still are what was found.
export function takeOver(form, hit, suggestion) {
  const found = goTo(form, hit);
  if (found) insert(found.field, suggestion, ...found.span);
}

function fieldOf(form, name) {
  const caption = /^caption-(\d+)$/.exec(name);
  if (caption) return rowOf(form, Number(caption[1]))?.querySelector('[name$="-caption"]') ?? form.querySelector("#illustrations-group");
  return form.querySelector(`#id_${CSS.escape(name)}`) ?? form.querySelector(`#${CSS.escape(name)}-group`);
}

function openSection(field) {
  const section = field.closest(".form-panel");
  if (section?.hidden) document.getElementById(`tab-${section.id}`)?.click();
}

// Where the words stand now: somebody may have typed before them since. None where they are gone.
function spanOf(value, { start, end, text }) {
  if (!text) return null;
  const from = inUnits(value, Number(start));
  if (value.startsWith(text, from)) return [from, from + text.length];
  const places = [value.lastIndexOf(text, from), value.indexOf(text, from)].filter((place) => place !== -1);
  const nearest = places.sort((one, other) => Math.abs(one - from) - Math.abs(other - from))[0];
  return nearest === undefined ? null : [nearest, nearest + text.length];
}

// The server counts characters; a browser counts a rare one (𠮷) as two.
function inUnits(value, place) {
  return /[\ud800-\udfff]/.test(value) ? [...value].slice(0, place).join("").length : place;
}

// A text area that is as long as its text is no help in scrolling: a copy of it tells how far down the place is.
function show(field, at) {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  for (const name of ["font", "letterSpacing", "lineHeight", "lineBreak", "wordBreak", "padding", "border", "boxSizing", "tabSize"]) {
    copy.style[name] = style[name];
  }
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "anywhere", top: "0", left: "0" });
  copy.style.width = `${field.offsetWidth}px`;
  copy.textContent = field.value.slice(0, at);
  const mark = copy.appendChild(document.createElement("span"));
  mark.textContent = "\u200b";
  document.body.append(copy);
  const down = mark.offsetTop;
  copy.remove();
  field.scrollTop = Math.max(down - field.clientHeight / 2, 0);
  bringIntoView(field, down - field.scrollTop, mark.textContent ? parseFloat(style.lineHeight) || 24 : 24);
}

function bringIntoView(field, down, line) {
  const marker = Object.assign(document.createElement("span"), { ariaHidden: "true" });
  Object.assign(marker.style, { position: "absolute", top: `${field.offsetTop + down}px`, height: `${line}px`, width: "1px" });
  field.after(marker);
  marker.scrollIntoView({ block: "center", behavior: "instant" });
  marker.remove();
}
