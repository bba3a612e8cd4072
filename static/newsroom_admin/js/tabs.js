// The sections of a form as tabs. Without this script they simply follow each other.

const FEWEST = 3;

export function makeTabs(form, words) {
  const panels = sections(form);
  if (panels.length < FEWEST || form.querySelector("[data-one-sheet]")) return;
  const row = Object.assign(document.createElement("div"), { className: "form-tabs" });
  row.setAttribute("role", "tablist");
  row.setAttribute("aria-label", words.sayTabs);
  const tabs = panels.map((panel, place) => makeTab(panel, place, words));
  row.append(...tabs);
  panels[0].before(row);
  form.classList.add("has-tabs");

  const open = (place, { focus = false, note = true } = {}) => {
    panels.forEach((panel, at) => (panel.hidden = at !== place));
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === place));
      tab.tabIndex = at === place ? 0 : -1;
    });
    if (focus) tabs[place].focus();
    if (note) remember(panels[place].id);
  };
  row.addEventListener("click", (event) => {
    const place = tabs.indexOf(event.target.closest("[role=tab]"));
    if (place !== -1) open(place);
  });
  row.addEventListener("keydown", (event) => {
    const place = neighbour(event, tabs);
    if (place === undefined) return;
    event.preventDefault();
    open(place, { focus: true });
  });
  window.addEventListener("hashchange", () => {
    const place = placeOf(location.hash.slice(1), panels);
    if (place !== -1) open(place);
  });
  open(firstToOpen(panels), { note: false });
}

// Fieldsets of the form itself, and its inlines as a whole.
function sections(form) {
  const found = [...form.querySelectorAll("fieldset.module, .js-inline-admin-formset")];
  return found.filter((part) => !part.parentElement.closest(".js-inline-admin-formset, fieldset"));
}

function makeTab(panel, place, words) {
  panel.id ||= `section-${place}`;
  const heading = panel.querySelector(".fieldset-heading, .inline-heading");
  const tab = Object.assign(document.createElement("button"), { type: "button", className: "form-tab", id: `tab-${panel.id}` });
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel.id);
  tab.append(heading?.textContent.trim() || words.sayFirstTab);
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", tab.id);
  panel.classList.add("form-panel");
  panel.querySelectorAll(":scope > details, :scope > div > fieldset > details").forEach((details) => (details.open = true));
  label(tab, panel, words);
  return tab;
}

// Errors in red, or else how many rows there are.
function label(tab, panel, words) {
  const errors = errorsIn(panel);
  const mark = document.createElement("span");
  tab.append(mark);
  if (errors) {
    mark.className = "form-tab-errors";
    mark.textContent = errors;
    mark.setAttribute("aria-label", words.sayErrors.replace("0", errors));
    return;
  }
  mark.className = "form-tab-count";
  const count = () => (mark.textContent = rowsIn(panel) || "");
  count();
  panel.addEventListener("formset:added", count);
  document.addEventListener("formset:removed", () => setTimeout(count, 0));
}

function errorsIn(panel) {
  return panel.querySelectorAll("ul.errorlist > li").length;
}

function rowsIn(panel) {
  return panel.querySelectorAll(".has_original, .form-row[class*=dynamic-], .inline-related[class*=dynamic-]").length;
}

function firstToOpen(panels) {
  const wanted = [panels.findIndex(errorsIn), placeOf(location.hash.slice(1), panels), placeOf(remembered(), panels)];
  return wanted.find((place) => place !== -1) ?? 0;
}

function neighbour({ key, target }, tabs) {
  const here = tabs.indexOf(target);
  const last = tabs.length - 1;
  return { ArrowRight: here === last ? 0 : here + 1, ArrowLeft: here === 0 ? last : here - 1, Home: 0, End: last }[key];
}

function placeOf(id, panels) {
  return id ? panels.findIndex((panel) => panel.id === id || panel.querySelector(`#${CSS.escape(id)}`)) : -1;
}

// Of this record alone: another story opens with its text.
function memory() {
  return `newsroom:tab:${location.pathname}`;
}

function remember(id) {
  sessionStorage.setItem(memory(), id);
}

function remembered() {
  return sessionStorage.getItem(memory());
}
