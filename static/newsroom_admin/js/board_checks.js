// Lays on the board what the checks have found: it stands on the page of checks, which takes longer to make than
// the board may take to open. Without it the board's link leads there.

export async function layChecks() {
  const link = document.querySelector("[data-board-checks]");
  if (!link) return;
  const answer = await fetch(link.href).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const marks = new Map([...page.querySelectorAll("template[data-mark]")].map((mark) => [mark.dataset.mark, mark.content]));
  for (const place of document.querySelectorAll("[data-checks-for]")) {
    const found = marks.get(place.dataset.checksFor);
    place.replaceChildren(...(found ? [found.cloneNode(true)] : []));
  }
}

layChecks();
