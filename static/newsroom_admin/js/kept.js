// Copies of unsaved words in this browser's store: one for each time a form was opened, by user and address.

const PREFIX = "newsroom:unsaved:";
const FORGET_AFTER = 14 * 24 * 3600 * 1000;

export function newKey() {
  return `${place()}${Date.now()}`;
}

// Copies of this form from earlier openings, oldest first.
export function earlierCopies() {
  const found = keys(place()).map((key) => ({ key, ...read(key) }));
  return found.filter((copy) => copy.words).sort((one, other) => one.at - other.at);
}

// A full or forbidden store keeps nothing, and must not stop the writing.
export function keep(key, copy) {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function forget(key) {
  localStorage.removeItem(key);
}

export function forgetOld() {
  for (const key of keys(PREFIX)) if (!(read(key)?.at > Date.now() - FORGET_AFTER)) forget(key);
}

function place() {
  const user = document.querySelector("[data-newsroom-user]")?.dataset.newsroomUser ?? "";
  return `${PREFIX}${user}:${location.pathname}#`;
}

function keys(beginning) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
