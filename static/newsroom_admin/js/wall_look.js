// A photo of the wall large, with all its words, in a dialog: arrows turn the pages, Esc closes. Where the server does not
// answer as expected, the photo's own form opens.

export function lookCloser(wall, dialog) {
  const place = dialog.querySelector(".look-photo");
  const tick = dialog.querySelector("[data-look-tick]");
  const pages = new Map();
  let shown = null;
  const links = () => [...wall.querySelectorAll("[data-look]")];
  const boxOf = (link) => link.closest(".wall-card").querySelector(".action-select");

  const show = async (link) => {
    if (!link) return;
    shown = link;
    if (!dialog.open) dialog.showModal();
    dialog.setAttribute("aria-busy", "true");
    const text = await page(pages, link.dataset.look);
    if (shown !== link || !dialog.open) return;
    if (text === null) return window.location.assign(link.href);
    place.innerHTML = text;
    place.scrollTop = 0;
    dialog.removeAttribute("aria-busy");
    mark(links(), link);
    const next = neighbour(links(), link, 1);
    if (next) page(pages, next.dataset.look);
  };

  const mark = (all, link) => {
    for (const button of dialog.querySelectorAll("[data-look-step]")) button.disabled = !neighbour(all, link, Number(button.dataset.lookStep));
    tick.closest("label").hidden = boxOf(link).disabled;
    tick.checked = boxOf(link).checked;
  };

  const turn = (by) => show(neighbour(links(), shown, by));
  wall.addEventListener("click", (event) => {
    const link = event.target.closest("[data-look]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    show(link);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-look-close]")) return dialog.close();
    const step = event.target.closest("[data-look-step]");
    if (step) turn(Number(step.dataset.lookStep));
  });
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    turn(by);
  });
  tick.addEventListener("change", () => boxOf(shown).click());
  dialog.addEventListener("close", () => shown?.focus());
}

function neighbour(all, link, by) {
  return all[all.indexOf(link) + by];
}

function page(pages, address) {
  if (!pages.has(address)) pages.set(address, fetched(address));
  return pages.get(address);
}

async function fetched(address) {
  try {
    const answer = await fetch(address, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch {
    return null;
  }
}
