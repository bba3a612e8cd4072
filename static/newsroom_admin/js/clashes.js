// Questions about words that two editors rewrote are settled in the text area itself, at once. Where each open place is
// by now travels with the form (`-places`), so that the server knows what is still to be asked. An edit by hand that
// reaches into an open place settles it.

function settleIn(group) {
  const area = document.getElementsByName(group.dataset.clashAsked)[0];
  const output = group.querySelector("[data-places]");
  if (!area || area.disabled || area.readOnly) return;
  const questions = [...group.querySelectorAll(".clash-question")].map((place) => opened(place, area.value));
  let before = area.value;
  let isOwn = false;

  const tell = () => {
    const places = questions.map(({ at }) => (at === null ? null : [...area.value.slice(0, at)].length));
    output.value = JSON.stringify(places);
  };
  const choose = (question, words) => {
    if (question.at === null || !stands(question, area.value)) return byHand(question);
    const { at, words: old } = question;
    isOwn = true;
    area.setRangeText(words, at, at + old.length, "preserve");
    follow(questions, { from: at, end: at + old.length, grown: words.length - old.length }, question);
    question.words = words;
    before = area.value;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    isOwn = false;
  };

  area.addEventListener("input", () => {
    if (isOwn) return tell();
    const edit = difference(before, area.value);
    before = area.value;
    if (edit) follow(questions, edit);
    tell();
  });
  for (const question of questions) {
    question.place.addEventListener("change", (event) => {
      choose(question, event.target.dataset.words);
      question.place.classList.add("is-answered");
      tell();
    });
  }
  tell();
}

function opened(place, text) {
  const question = { place, at: Number(place.dataset.at), words: place.querySelector("[value=mine]").dataset.words };
  if (!stands(question, text)) byHand(question);
  return question;
}

function stands({ at, words }, text) {
  return text.slice(at, at + words.length) === words;
}

function byHand(question) {
  question.at = null;
  question.place.classList.add("is-answered");
  question.place.querySelector(".clash-by-hand").hidden = false;
  for (const button of question.place.querySelectorAll("[type=radio]")) button.disabled = true;
}

// What stands behind an edit moves along.
function follow(questions, { from, end, grown }, own = null) {
  for (const question of questions) {
    if (question === own || question.at === null) continue;
    const until = question.at + question.words.length;
    if (end <= question.at && from < until) question.at += grown;
    else if (from < until) byHand(question);
  }
}

// The one stretch that differs.
function difference(before, now) {
  if (before === now) return null;
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before[from] === now[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return { from, end: before.length - same, grown: now.length - before.length };
}

for (const group of document.querySelectorAll("[data-clash-asked]")) settleIn(group);
