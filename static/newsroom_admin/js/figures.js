// The menu of illustrations: what the form's own rows say, as they stand. Only a saved row has a number.

import { insertLines } from "./editing.js";
import { figureNumbers } from "./length.js";

export function figureMenu(place, area) {
  const menu = place.querySelector(".writing-figures");
  const button = place.querySelector('[data-tool="photo"]');
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const choose = (number) => {
    show(false);
    insertLines(area, `[图${number}]`);
  };
  document.addEventListener("click", (event) => place.contains(event.target) && event.target.closest(".writing-photos") || show(false));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
    area.focus();
  });
  return () => {
    const opening = menu.hidden;
    if (opening) fill(menu, place.dataset, illustrations(area.form), figureNumbers(area.value), choose);
    show(opening);
    if (opening) menu.querySelector("button")?.focus();
  };
}

export function illustrations(form) {
  return rowsIn(form).filter((row) => !row.querySelector('[name$="-DELETE"]:checked')).map(illustration);
}

// The row of that illustration.
export function rowOf(form, number) {
  return rowsIn(form).find((row) => numberOf(row) === number);
}

function rowsIn(form) {
  return [...form.querySelectorAll('[id^="illustrations-"].has_original, [id^="illustrations-"].dynamic-illustrations')];
}

function numberOf(row) {
  const printed = row.querySelector(".field-number .readonly, .field-number p, .original, .inline_label")?.textContent ?? "";
  return row.classList.contains("has_original") ? Number(printed.match(/\d+/)?.[0] ?? 0) : 0;
}

function illustration(row) {
  const number = numberOf(row);
  const words = row.querySelector('[name$="-caption"]')?.value || row.querySelector('[name$="-photo"]')?.selectedOptions?.[0]?.textContent;
  const picture = row.querySelector("img:not(.help, .related-widget-wrapper-link img)")?.src;
  return { number, words: (words || "").trim(), picture };
}

function fill(menu, say, rows, used, choose) {
  const numbered = rows.filter((row) => row.number);
  const notes = [!rows.length && say.sayNoFigures, rows.length > numbered.length && say.sayUnsavedFigures].filter(Boolean);
  menu.replaceChildren(
    ...numbered.map((row) => item(row, say, used.includes(row.number), () => choose(row.number))),
    ...notes.map((text) => Object.assign(document.createElement("span"), { className: "writing-note", textContent: text })),
  );
}

function item({ number, words, picture }, say, isUsed, act) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "writing-figure" });
  button.classList.toggle("is-used", isUsed);
  if (picture) button.append(Object.assign(document.createElement("img"), { src: picture, alt: "" }));
  button.append(`${say.sayFigure} ${number}`, Object.assign(document.createElement("small"), { textContent: words }));
  button.addEventListener("click", act);
  return button;
}
