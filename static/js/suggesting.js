// Below a search field: the pages whose names begin as what is typed. The field works without them.
const WAIT = 150;

for (const form of document.querySelectorAll("[data-suggests]")) suggestIn(form, form.elements.q);

function suggestIn(form, field) {
  const list = document.createElement("span");
  list.className = "search-suggestions";
  list.id = `${field.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestions);
  list.hidden = true;
  field.after(list);
  field.type = "text"; // a field of the type "search" may not say that it has a list
  field.autocomplete = "off";
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  let waiting, asked;
  open(false);

  function show(pages) {
    list.replaceChildren(...pages.map(option));
    open(pages.length > 0);
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", isOpen);
    if (!isOpen) choose(null);
  }

  function option([name, kind, address], number) {
    const line = document.createElement("a");
    line.id = `${list.id}-${number}`;
    line.className = "search-suggestion";
    line.href = address;
    line.tabIndex = -1;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    const what = document.createElement("span");
    what.className = "search-kind";
    what.textContent = kind;
    line.append(what, " ", name);
    return line;
  }

  function chosen() {
    return list.querySelector('[aria-selected="true"]');
  }

  function choose(line) {
    chosen()?.setAttribute("aria-selected", "false");
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    if (line) field.setAttribute("aria-activedescendant", line.id);
    else field.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    asked?.abort();
    const words = field.value.trim();
    if (!words) return show([]);
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggests}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      const [, names, kinds, addresses] = await answer.json();
      if (document.activeElement === field) show(names.map((name, at) => [name, kinds[at], addresses[at]]));
    } catch {
      // Overtaken by the next letter, or no answer: nothing is suggested.
    }
  }

  function askSoon(event) {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, WAIT);
  }

  field.addEventListener("input", askSoon);
  field.addEventListener("compositionend", askSoon);
  field.addEventListener("blur", () => setTimeout(() => open(false), 200)); // a press on a line comes first
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const lines = [null, ...list.children];
    const at = lines.indexOf(chosen());
    if (event.key === "ArrowDown") choose(lines[(at + 1) % lines.length]);
    else if (event.key === "ArrowUp") choose(lines.at(at - 1));
    else if (event.key === "Escape") open(false);
    else if (event.key === "Enter" && chosen()) chosen().click();
    else return;
    event.preventDefault();
  });
}
