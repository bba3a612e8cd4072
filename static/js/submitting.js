// The form of /submit/ works without this. What is typed stays in this browser until it is handed in (never phone and
// mail address: others may use it); several photos chosen at once go into the rows below; a second press sends nothing.
const KEPT = "submission";
const KEPT_DAYS = 7;
const NAMES = /^(headline|text|name|unit|region|elsewhere|elsewhere_printed|caption-.*)$/;

const form = document.querySelector(".submit-form[data-most-bytes]");

function kept() {
  try {
    const { at, said } = JSON.parse(localStorage.getItem(KEPT)) ?? {};
    return Date.now() - at < KEPT_DAYS * 86_400_000 ? said : null;
  } catch {
    return null;
  }
}

// A browser may keep nothing at all: then there is no draft.
function keep(said) {
  try {
    if (said) localStorage.setItem(KEPT, JSON.stringify({ at: Date.now(), said }));
    else localStorage.removeItem(KEPT);
  } catch {}
}

const fields = () => [...form.elements].filter((field) => NAMES.test(field.name));

function typed() {
  const said = fields().filter((field) => field.value.trim());
  return said.length ? Object.fromEntries(said.map((field) => [field.name, field.value])) : null;
}

const told = form?.querySelector("[data-told]");

function tell(words, ...more) {
  told.replaceChildren(words, ...more);
  told.hidden = false;
}

function restore() {
  const said = kept();
  if (!said || typed()) return;
  for (const field of fields()) field.value = said[field.name] ?? "";
  const discard = Object.assign(document.createElement("button"), { type: "button" });
  discard.textContent = form.dataset.discard;
  discard.addEventListener("click", () => {
    for (const field of fields()) field.value = "";
    keep(null);
    told.hidden = true;
  });
  tell(form.dataset.restored, discard);
}

const photos = () => [...form.querySelectorAll('[type="file"][name^="photo-"]')];

// The rows behind the one in which they were chosen, as long as there are empty ones.
function deal(input) {
  const [first, ...others] = input.files;
  const rows = photos();
  const empty = rows.slice(rows.indexOf(input) + 1).filter((row) => !row.files.length);
  if (others.length > empty.length) tell(form.dataset.tooMany);
  for (const [row, file] of [[input, first], ...empty.map((row, place) => [row, others[place]])]) {
    if (!file) break;
    const one = new DataTransfer();
    one.items.add(file);
    row.files = one.files;
    const further = row.closest("details");
    if (further) further.open = true;
  }
}

function isTooLarge() {
  const inputs = [...form.querySelectorAll('[type="file"]')];
  const bytes = inputs.flatMap((input) => [...input.files]).reduce((sum, file) => sum + file.size, 0);
  return bytes > Number(form.dataset.mostBytes);
}

function watchFiles() {
  for (const input of photos()) input.multiple = true;
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "file") return;
    told.hidden = true;
    if (target.files.length > 1) deal(target);
    if (isTooLarge()) tell(form.dataset.tooLarge);
  });
}

if (form) {
  restore();
  watchFiles();
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(typed()), 500);
  });
  form.addEventListener("submit", (event) => {
    keep(typed());
    if (isTooLarge()) {
      event.preventDefault();
      tell(form.dataset.tooLarge);
      told.scrollIntoView({ block: "center" });
      return;
    }
    const button = form.querySelector(".submit-button");
    // In the next moment: a disabled button would stop this one.
    setTimeout(() => {
      button.disabled = true;
    });
    tell(form.dataset.sending);
  });
  // Whoever comes back finds the button as it was.
  addEventListener("pageshow", () => {
    form.querySelector(".submit-button").disabled = false;
  });
  document.querySelector(".submit-trouble")?.focus();
}

if (document.querySelector("[data-forget-draft]")) keep(null);

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  source.addEventListener("focus", () => source.select());
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value).then(
      () => {
        button.textContent = button.dataset.done;
      },
      () => source.select(),
    );
  });
}
