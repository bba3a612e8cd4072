// Faults on purpose, for the rules beside this file.

function markup(element, words) {
  // ruleid: words-become-markup
  element.innerHTML = words;
  // ruleid: words-become-markup
  element.insertAdjacentHTML("beforeend", words);
  // ruleid: words-become-markup
  element.srcdoc = words;
  // ok: words-become-markup
  element.textContent = words;
}

function program(element, words) {
  // ruleid: words-become-a-program
  eval(words);
  // ruleid: words-become-a-program
  element.setAttribute("onclick", words);
  // ok: words-become-a-program
  element.setAttribute("aria-label", words);
}

function messages(frame, words) {
  // ruleid: message-from-anywhere
  frame.postMessage(words, "*");
  // ok: message-from-anywhere
  frame.postMessage(words, location.origin);
}
