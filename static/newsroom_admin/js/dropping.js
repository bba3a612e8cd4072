// The three ways in: drop on the page, paste anywhere, choose. A folder that is dropped gives all of its files.

export function dropped(place, input, take) {
  place.classList.add("is-furnished");
  for (const part of place.querySelectorAll("[data-drop-furniture]")) part.hidden = false;
  input.addEventListener("change", () => {
    take([...input.files].filter(isWanted));
    input.value = "";
  });
  place.querySelector('[data-act="folder"]')?.addEventListener("click", () => {
    input.webkitdirectory = true;
    input.click();
    // The window has been asked for by now; the next one is for files again.
    input.webkitdirectory = false;
  });
  document.addEventListener("paste", (event) => {
    const board = event.clipboardData;
    // Programs that copy text lay a picture of it beside it: that is no file.
    if (!board.files.length || board.types.includes("text/plain")) return;
    event.preventDefault();
    take([...board.files]);
  });
  // The whole page takes them: a file that misses the frame must not open in place of the form.
  const over = (event, isOver) => {
    if (!event.dataTransfer?.types.includes("Files")) return false;
    event.preventDefault();
    place.classList.toggle("is-over", isOver);
    return true;
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => event.relatedTarget || over(event, false));
  document.addEventListener("drop", async (event) => {
    if (over(event, false)) take(await filesOf(event.dataTransfer));
  });
}

async function filesOf(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  return (await Promise.all(entries.map(filesIn))).flat().filter(isWanted);
}

// What cannot be read comes as an empty file: its line says so, and the others are taken.
async function filesIn(entry) {
  try {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const entries = await entriesIn(entry.createReader());
    entries.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
    return (await Promise.all(entries.map(filesIn))).flat();
  } catch {
    return [new File([], entry.name)];
  }
}

// A browser hands out a hundred at a time.
async function entriesIn(reader) {
  const entries = [];
  for (let some = null; some === null || some.length; entries.push(...some)) {
    some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  }
  return entries;
}

// Notes that a system leaves in folders: .DS_Store, ._DSC_1.jpg, Thumbs.db, desktop.ini.
function isWanted(file) {
  return !/^(?:\.|thumbs\.db$|desktop\.ini$)/i.test(file.name);
}
