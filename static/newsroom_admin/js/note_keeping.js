// What is typed in the panel of notes and not sent: it outlives the panel's renewal, and in this tab also a save of the
// story, whose form takes none of it along.

// The field that the button sends, as it stands at that moment. None of those of another button.
export function sentBy(panel, button) {
  const name = button.name === "answer" ? `answer-${button.value}` : button.name === "write" ? "words" : "";
  return { name, words: name && panel.querySelector(`textarea[name="${name}"]`)?.value };
}

// All but what was sent, unless it was written on meanwhile; and whom the new note is for.
export function typedIn(panel, sent = {}) {
  const areas = [...panel.querySelectorAll("textarea")].filter((area) => area.value);
  const kept = areas.filter((area) => area.name !== sent.name || area.value !== sent.words);
  return {
    words: kept.map((area) => [area.name, area.value]),
    to: [...panel.querySelectorAll("[data-note-name]:checked")].map((box) => box.value),
    toAll: panel.querySelector("[data-note-all]")?.checked,
  };
}

export function putBack(panel, { words, to, toAll }) {
  for (const [name, text] of words) {
    const area = panel.querySelector(`textarea[name="${name}"]`);
    if (!area) continue;
    area.value = text;
    area.closest("details").open = true;
    if (name === "words") tickAgain(panel, to, toAll);
  }
}

function tickAgain(panel, to, toAll) {
  for (const box of panel.querySelectorAll("[data-note-name]")) box.checked = to.includes(box.value);
  const all = panel.querySelector("[data-note-all]");
  if (all) all.checked = toAll ?? all.checked;
}

// A full or forbidden store keeps nothing, and must not stop the writing.
export function keep(form, panel) {
  const typed = typedIn(panel);
  try {
    if (typed.words.length) sessionStorage.setItem(key(form), JSON.stringify(typed));
    else sessionStorage.removeItem(key(form));
  } catch {
    // it stands in its field
  }
}

// As it stood when the page went. From here on every letter is kept.
export function giveBack(form, panel) {
  let typed = null;
  try {
    typed = JSON.parse(sessionStorage.getItem(key(form)));
  } catch {
    // nothing was kept
  }
  // What the server gives back of a refused note is newer.
  if (typed && !typedIn(panel).words.length) putBack(panel, typed);
  for (const sign of ["input", "change"]) panel.addEventListener(sign, () => keep(form, panel));
}

function key(form) {
  const user = document.querySelector("[data-newsroom-user]")?.dataset.newsroomUser ?? "";
  return `newsroom:note:${user}:${form.getAttribute("action")}`;
}
