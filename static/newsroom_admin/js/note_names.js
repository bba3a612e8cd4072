// Typing @ in a note offers the colleagues; whoever is chosen is called in the words and ticked in the list.

const CALL = /@([^\s@]*)$/;
const SHOWN = 8;

export function callColleagues(panel) {
  const area = panel.querySelector("[data-note-words]");
  const list = panel.querySelector("[data-note-names]");
  const boxes = [...panel.querySelectorAll("[data-note-name]")];
  if (!area || !boxes.length) return;
  let at = 0;

  const offer = () => {
    const begun = CALL.exec(area.value.slice(0, area.selectionStart))?.[1];
    const found = begun === undefined ? [] : boxes.filter((box) => box.dataset.noteName.includes(begun)).slice(0, SHOWN);
    list.replaceChildren(...found.map((box) => row(box, choose)));
    list.hidden = !found.length;
    mark(0);
  };
  const mark = (index) => {
    at = index;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
  };
  const choose = (box) => {
    const before = area.value.slice(0, area.selectionStart).replace(CALL, `@${box.dataset.noteName} `);
    area.setRangeText(before, 0, area.selectionStart, "end");
    list.hidden = true;
    tick(panel, box);
    area.focus();
  };

  area.addEventListener("input", (event) => event.isComposing || offer());
  area.addEventListener("compositionend", offer);
  area.addEventListener("blur", () => setTimeout(() => (list.hidden = true), 200));
  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark((at + step + list.children.length) % list.children.length);
    else if (event.key === "Enter" || event.key === "Tab") list.children[at].click();
    else if (event.key === "Escape") list.hidden = true;
    else return;
    event.preventDefault();
  });
  for (const box of boxes) box.addEventListener("change", () => box.checked && tick(panel, box));
}

// Who names somebody means them, and no longer all.
function tick(panel, box) {
  const all = panel.querySelector("[data-note-all]");
  if (all) all.checked = false;
  box.checked = true;
}

function row(box, choose) {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.textContent = box.dataset.noteName;
  item.addEventListener("pointerdown", (event) => event.preventDefault());
  item.addEventListener("click", () => choose(box));
  return item;
}
