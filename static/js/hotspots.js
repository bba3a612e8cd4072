// Pointing at a story in the list lights its hotspot, and the other way round.
for (const page of document.querySelectorAll("[data-hotspots]")) {
  const light = (event) => {
    const pointed = event.target.closest("[data-story]")?.dataset.story;
    for (const place of page.querySelectorAll("[data-story]")) {
      place.classList.toggle("is-lit", place.dataset.story === pointed);
    }
  };
  const darken = () => page.querySelectorAll(".is-lit").forEach((place) => place.classList.remove("is-lit"));

  page.addEventListener("pointerover", light);
  page.addEventListener("focusin", light);
  page.addEventListener("pointerleave", darken);
  page.addEventListener("focusout", darken);
}
