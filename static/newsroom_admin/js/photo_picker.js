// Photos picked from a wall that lies over the story's form become rows of its illustrations, in the order in which they
// were picked. The form stays as it is: nothing typed is lost, nothing is saved before it is.

import { addIllustration, photosInRows } from "./illustration_rows.js";
import { lookCloser } from "./wall_look.js";
import { tickWall } from "./wall_ticking.js";

const picker = document.querySelector("[data-photo-picker]");
const group = document.getElementById("illustrations-group");
if (picker && group?.querySelector('[id$="-empty"]')) furnish(picker, group);

function furnish(picker, group) {
  const say = picker.dataset;
  const dialog = picker.querySelector(".picker");
  const place = dialog.querySelector(".picker-wall");
  const chosen = new Map();

  const load = async (address) => {
    place.setAttribute("aria-busy", "true");
    const text = await fetched(address);
    place.removeAttribute("aria-busy");
    if (text === null) return (place.textContent = say.sayFailed);
    place.innerHTML = text;
    place.dataset.address = address;
    place.scrollTop = 0;
    mark();
  };

  const open = async () => {
    dialog.showModal();
    mark();
    await load(place.dataset.address ?? say.address);
    place.querySelector("input[name=q]")?.focus();
  };

  const mark = () => {
    const there = photosInRows(group);
    const order = [...chosen.keys()];
    for (const card of place.querySelectorAll(".wall-card")) {
      const box = card.querySelector(".action-select");
      if (there.has(box.value) && !box.disabled) hinder(card, box, say.sayThere);
      box.checked = chosen.has(box.value);
      if (box.checked) card.dataset.place = order.indexOf(box.value) + 1;
      else delete card.dataset.place;
    }
    tell(dialog, chosen, say);
  };

  const follow = () => {
    for (const box of place.querySelectorAll(".action-select")) {
      if (box.checked && !chosen.has(box.value)) chosen.set(box.value, photoOf(box.closest(".wall-card")));
      else if (!box.checked) chosen.delete(box.value);
    }
    mark();
  };

  const put = () => {
    const rows = [...chosen].map(([pk, photo]) => addIllustration(group, pk, photo)).filter(Boolean);
    chosen.clear();
    dialog.close();
    unsaved.textContent = rows.length ? say.sayUnsaved.replace("NUMBER", rows.length) : "";
    lead(group, rows[0]);
  };

  tickWall(place, null, follow);
  lookCloser(place, picker.querySelector("[data-look-dialog]"));
  place.addEventListener("submit", (event) => {
    event.preventDefault();
    load(`${say.address.split("?")[0]}?${new URLSearchParams(new FormData(event.target))}`);
  });
  place.addEventListener("click", (event) => {
    const link = event.target.closest(".wall-paging a");
    if (!link) return;
    event.preventDefault();
    load(new URL(link.getAttribute("href"), new URL(place.dataset.address, location.href)).href);
  });
  dialog.addEventListener("click", (event) => {
    const dropped = event.target.closest("[data-picker-drop]");
    if (event.target === dialog || event.target.closest("[data-picker-close]")) dialog.close();
    else if (event.target.closest("[data-picker-put]")) put();
    else if (dropped) chosen.delete(dropped.dataset.pickerDrop), mark();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && chosen.size) event.preventDefault(), put();
  });
  const unsaved = Object.assign(document.createElement("span"), { className: "picker-unsaved", role: "status" });
  group.querySelector("fieldset.module").append(openingRow(say.sayPick, open, unsaved));
  for (const link of document.querySelectorAll("a[data-pick-photos]")) link.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
}

// To where the pictures are now, whatever tab the picker was opened from: the new rows' words come next.
function lead(group, row) {
  document.getElementById(`tab-${group.id}`)?.click();
  row?.scrollIntoView({ block: "center" });
  row?.querySelector('[name$="-caption"]')?.focus();
}

function openingRow(words, open, unsaved) {
  const row = Object.assign(document.createElement("p"), { className: "picker-open" });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: words });
  button.addEventListener("click", open);
  row.append(button, unsaved);
  return row;
}

function photoOf(card) {
  const words = card.querySelector(".wall-tick .visually-hidden").textContent.trim();
  return { words, picture: card.querySelector(".wall-picture img")?.src };
}

function hinder(card, box, words) {
  box.disabled = true;
  card.classList.add("is-hindered");
  const mark = Object.assign(document.createElement("span"), { className: "wall-mark wall-mark-hindrance", textContent: words });
  const marks = card.querySelector(".wall-marks") ?? card.appendChild(Object.assign(document.createElement("p"), { className: "wall-marks" }));
  marks.prepend(mark);
}

function tell(dialog, chosen, say) {
  dialog.querySelector(".picker-said").textContent = chosen.size ? say.sayChosen.replace("NUMBER", chosen.size) : say.sayNone;
  dialog.querySelector("[data-picker-put]").disabled = !chosen.size;
  dialog.querySelector(".picker-tray").replaceChildren(...[...chosen].map(([pk, photo]) => small(pk, photo, say)));
}

function small(pk, { words, picture }, say) {
  const button = Object.assign(document.createElement("button"), { type: "button", title: `${say.sayDrop}: ${words}` });
  button.dataset.pickerDrop = pk;
  if (picture) button.append(Object.assign(document.createElement("img"), { src: picture, alt: words }));
  else button.append(words);
  return button;
}

async function fetched(address) {
  try {
    const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch {
    return null;
  }
}
