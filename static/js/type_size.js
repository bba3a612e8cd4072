// The reader's own size of type, kept in this browser; no cookie, so that every reader gets the same page.
(() => {
  const KEY = "type-size";
  const SIZES = ["is-larger", "is-largest", "is-large"];
  const page = document.documentElement;
  const isAskedFor = new URLSearchParams(location.search).get("large") === "1";

  function kept() {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return ""; // storage is closed to the page
    }
  }

  function keep(size) {
    try {
      localStorage.setItem(KEY, size);
    } catch {
      // It holds for this page only.
    }
  }

  function set(size) {
    page.classList.remove(...SIZES);
    if (SIZES.includes(size)) page.classList.add(size);
  }

  function show() {
    const now = SIZES.find((size) => page.classList.contains(size)) ?? "";
    for (const button of document.querySelectorAll("[data-size]")) {
      button.setAttribute("aria-pressed", String(button.dataset.size === now));
    }
  }

  function withoutQuestion() {
    const address = new URL(location);
    address.searchParams.delete("large");
    return address;
  }

  function choose(event) {
    const chosen = event.target.closest("[data-size], [data-large]");
    if (!chosen) return;
    const isLarge = page.classList.contains("is-large");
    const size = chosen.dataset.size ?? (isLarge ? "" : "is-large");
    keep(size);
    set(size);
    show();
    // An address that asks for large print would bring it back.
    if (isAskedFor) history.replaceState(null, "", withoutQuestion());
    event.preventDefault();
  }

  page.classList.add("is-scripted"); // shows the buttons: they stand there from the first moment, and nothing jumps
  if (isAskedFor) keep("is-large");
  set(kept() || (isAskedFor ? "is-large" : ""));
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", choose);
})();
