// A click on the picture, or its arrow keys, say what no crop may lose. The number fields keep it.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const FAR = 10;

const place = document.querySelector("[data-focal]");
const fields = ["x", "y"].map((side) => document.querySelector(`input[name="focus_${side}"]`));
if (place && fields.every(Boolean)) watchFocal(place, fields);

function watchFocal(place, fields) {
  const picture = place.querySelector("[data-focal-picture]");
  const said = place.querySelector("[data-focal-said]");

  const point = () => fields.map((field) => within(field.value === "" ? Number(field.defaultValue) : Number(field.value)));
  const show = () => {
    for (const circle of place.querySelectorAll("circle")) {
      ["cx", "cy"].forEach((name, side) => circle.setAttribute(name, `${point()[side]}%`));
    }
    place.querySelectorAll("[data-focal-frame]").forEach((frame) => frame.setAttribute("viewBox", kept(place, frame, point())));
  };
  const move = (to) => {
    fields.forEach((field, side) => {
      field.value = within(to[side]);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    show();
    said.textContent = point().reduce((words, percent, side) => words.replace(["{x}", "{y}"][side], percent), place.dataset.sayAt);
  };

  picture.addEventListener("click", (event) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    move([((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100]);
  });
  picture.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(point().map((percent, side) => percent + step[side] * (event.shiftKey ? FAR : 1)));
  });
  fields.forEach((field) => field.addEventListener("input", show));

  picture.classList.add("is-live");
  // An application: a screen reader then leaves the arrow keys to us.
  Object.entries({ tabindex: "0", role: "application", "aria-describedby": "focal-hint" }).forEach(([name, value]) =>
    picture.setAttribute(name, value),
  );
  picture.setAttribute("aria-label", picture.dataset.sayLabel);
  place.querySelector("[data-focal-hint]").hidden = false;
  show();
}

function within(percent) {
  return Math.round(Math.min(Math.max(percent || 0, 0), 100));
}

// As the server cuts (media/imaging/cropping.py).
function kept(place, frame, [x, y]) {
  const [width, height] = [Number(place.dataset.width), Number(place.dataset.height)];
  const [across, down] = frame.dataset.focalFrame.split("/").map(Number);
  const wide = Math.min(width, (height * across) / down);
  const high = (wide * down) / across;
  const left = Math.min(Math.max((width * x) / 100 - wide / 2, 0), width - wide);
  const top = Math.min(Math.max((height * y) / 100 - high / 2, 0), height - high);
  return [left, top, wide, high].map(Math.round).join(" ");
}
