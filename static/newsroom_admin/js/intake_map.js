// Whoever points at a story in the list of a page sees it on the page's picture.

export function pointAtStories(form) {
  for (const list of form.querySelectorAll(".intake-sheet-stories")) {
    const point = (event, isPointed) => {
      const number = event.target.closest("[data-story]")?.dataset.story;
      const area = number && list.parentElement.querySelector(`.intake-area[data-story="${number}"]`);
      if (area) area.classList.toggle("is-pointed-at", isPointed);
    };
    for (const name of ["pointerover", "focusin"]) list.addEventListener(name, (event) => point(event, true));
    for (const name of ["pointerout", "focusout"]) list.addEventListener(name, (event) => point(event, false));
  }
}
