// Nothing but the text, over the whole window.

export function watchFocus(place, area) {
  const button = place.querySelector('[data-tool="focus"]');
  const show = (alone) => {
    place.classList.toggle("is-focus", alone);
    document.documentElement.classList.toggle("has-writing-focus", alone);
    button.setAttribute("aria-pressed", String(alone));
    area.style.height = "";
    area.focus();
  };
  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && place.classList.contains("is-focus")) show(false);
  });
  return { toggle: () => show(!place.classList.contains("is-focus")) };
}
