// Copies the story out of the preview's frame. The copy event comes first: it hands the HTML on as it is, also where the
// newsroom has no HTTPS and so no navigator.clipboard, which besides reads the HTML under this page's policy and complains
// of every style in it. Where a browser does not let that event happen (Safari without a selection), the clipboard it is.

const frame = document.querySelector("[data-story]");
const said = document.querySelector("[data-copied]");
const headline = document.querySelector("[data-headline]").textContent;

function say(words) {
  said.textContent = words;
}

function copyByEvent(kinds) {
  const fill = (event) => {
    for (const [kind, words] of Object.entries(kinds)) event.clipboardData.setData(kind, words);
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done;
}

async function writeToClipboard(kinds) {
  const blobs = Object.entries(kinds).map(([kind, words]) => [kind, new Blob([words], { type: kind })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  return true;
}

async function copy(kinds) {
  return copyByEvent(kinds) || writeToClipboard(kinds);
}

async function press(button, kinds) {
  button.disabled = true;
  const done = await copy(kinds).catch(() => false);
  button.disabled = false;
  if (done && button.dataset.copiedAt) note(button.dataset.copiedAt);
  say(done ? button.dataset.sayDone : button.dataset.sayFailed ?? "");
}

// The audit log keeps who took the story away; what is in the clipboard is there with it or without.
function note(address) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  fetch(address, { method: "POST", headers: { "X-CSRFToken": token }, keepalive: true }).catch(() => {});
}

function story() {
  return frame.contentDocument?.querySelector("section");
}

function begin() {
  const found = story();
  if (!found) return;
  frame.style.blockSize = `${Math.min(found.scrollHeight + 60, 3000)}px`;
  const button = document.querySelector("[data-copy-story]");
  button.hidden = false;
  button.onclick = () => press(button, { "text/html": story().outerHTML, "text/plain": story().innerText });
}

const copyHeadline = document.querySelector("[data-copy-headline]");
copyHeadline.hidden = false;
copyHeadline.onclick = () => press(copyHeadline, { "text/plain": headline });

frame.addEventListener("load", begin);
if (frame.contentDocument?.readyState === "complete") begin();
