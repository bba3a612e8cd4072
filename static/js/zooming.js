// The page's picture in its frame: wheel and keys zoom, the mouse drags. Fingers pinch and pan as everywhere.
const LEAST = 1;
const MOST = 6;
const STEP = 1.25;
const STEPS = { "+": STEP, "=": STEP, "-": 1 / STEP, _: 1 / STEP };

for (const frame of document.querySelectorAll("[data-zoom]")) {
  const sheet = frame.firstElementChild;
  let scale = sheet.offsetWidth / frame.clientWidth || 1;
  let from = null;
  let isDragged = false;

  const zoom = (wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) => {
    const before = scale;
    scale = Math.min(MOST, Math.max(LEAST, wanted));
    const left = ((frame.scrollLeft + x) * scale) / before - x;
    const top = ((frame.scrollTop + y) * scale) / before - y;
    sheet.style.width = `${scale * 100}%`;
    frame.scrollTo(left, top);
    for (const link of document.querySelectorAll("[data-zoom-to]")) {
      if (Number(link.dataset.zoomTo) === scale) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  frame.addEventListener(
    "wheel",
    (event) => {
      const factor = event.deltaY < 0 ? STEP : 1 / STEP;
      // At its smallest a wheel that turns on scrolls the page, as if no frame were there.
      if (factor < 1 && scale === LEAST) return;
      event.preventDefault();
      const place = frame.getBoundingClientRect();
      zoom(scale * factor, event.clientX - place.left, event.clientY - place.top);
    },
    { passive: false },
  );

  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "0") zoom(1);
    else if (STEPS[event.key]) zoom(scale * STEPS[event.key]);
    else return;
    event.preventDefault();
  });

  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop };
    isDragged = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const left = from.x - event.clientX;
    const top = from.y - event.clientY;
    isDragged ||= Math.abs(left - frame.scrollLeft) + Math.abs(top - frame.scrollTop) > 4;
    if (isDragged) frame.scrollTo(left, top);
  });
  window.addEventListener("pointerup", () => {
    from = null;
  });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  // Letting go over a hotspot is no click on it.
  frame.addEventListener(
    "click",
    (event) => {
      if (isDragged) event.preventDefault();
      isDragged = false;
    },
    true,
  );

  for (const link of document.querySelectorAll("[data-zoom-to]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      zoom(Number(link.dataset.zoomTo));
    });
  }
}
