// The page's picture in its frame: buttons, keys and a pinch on the touchpad zoom, the mouse drags. The wheel scrolls,
// and fingers pinch and pan, as everywhere.
const LEAST = 1;
const MOST = 6;
const STEP = 1.25;
const STEPS = { "+": STEP, "=": STEP, "-": 1 / STEP, _: 1 / STEP };
const MEANT = 4; // pixels: less is a click with an unsteady hand

const frame = document.querySelector("[data-zoom]");
if (frame) {
  const zoom = makeZoom(frame);
  watchButtons(zoom);
  watchKeys(frame, zoom);
  watchWheel(frame, zoom);
  watchMouse(frame);
}

// Around a point of the frame, which stays where it is.
function makeZoom(frame) {
  const sheet = frame.firstElementChild;
  const links = document.querySelectorAll("[data-zoom-to]");
  let scale = Number(getComputedStyle(sheet).getPropertyValue("--zoom"));

  const set = (wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) => {
    const before = scale;
    scale = Math.min(MOST, Math.max(LEAST, wanted));
    const left = ((frame.scrollLeft + x) * scale) / before - x;
    const top = ((frame.scrollTop + y) * scale) / before - y;
    sheet.style.setProperty("--zoom", scale);
    frame.scrollTo(left, top);
    for (const link of links) {
      if (Number(link.dataset.zoomTo) === scale) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  return { set, by: (factor, ...point) => set(scale * factor, ...point) };
}

function watchButtons(zoom) {
  for (const link of document.querySelectorAll("[data-zoom-to]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      zoom.set(Number(link.dataset.zoomTo));
    });
  }
}

function watchKeys(frame, zoom) {
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "0") zoom.set(LEAST);
    else if (STEPS[event.key]) zoom.by(STEPS[event.key]);
    else return;
    event.preventDefault();
  });
}

// A pinch on a touchpad comes as a wheel with the Ctrl key.
function watchWheel(frame, zoom) {
  const turn = (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const place = frame.getBoundingClientRect();
    zoom.by(STEP ** Math.min(1, Math.max(-1, -event.deltaY / 50)), event.clientX - place.left, event.clientY - place.top);
  };
  frame.addEventListener("wheel", turn, { passive: false });
}

function watchMouse(frame) {
  const sheet = frame.firstElementChild;
  let held = null;
  const release = () => {
    held = null;
    sheet.classList.remove("is-held");
  };

  // On the sheet, not on the frame: that has its own scrollbars.
  sheet.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    held = { left: event.clientX + frame.scrollLeft, top: event.clientY + frame.scrollTop, isDragged: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!event.buttons) release(); // let go outside the window
    if (!held) return;
    const [left, top] = [held.left - event.clientX, held.top - event.clientY];
    held.isDragged ||= Math.abs(left - frame.scrollLeft) + Math.abs(top - frame.scrollTop) > MEANT;
    sheet.classList.toggle("is-held", held.isDragged);
    if (held.isDragged) frame.scrollTo(left, top);
  });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  // Letting go over a hotspot is no click on it.
  window.addEventListener(
    "click",
    (event) => {
      if (held?.isDragged && sheet.contains(event.target)) event.preventDefault();
      release();
    },
    true,
  );
}
