// What an editor should look at while drawing: stories without a hotspot, outlines that overlap or cross themselves.

import { crossesItself, overlap } from "./hotspot_ground.js";
import { read } from "./hotspot_shapes.js";

export function makeLook(form, said) {
  const found = form.querySelector("[data-hotspot-found]");
  const missing = form.querySelector("[data-hotspot-missing]");

  return () => {
    const drawn = [...form.querySelectorAll("[data-story]")].map(outlineOf);
    const outlined = drawn.filter(({ points }) => points.length);
    const without = drawn.filter(({ points }) => !points.length).map(({ headline }) => said("name", { story: headline }));
    show(found, [...crossing(outlined, said), ...overlapping(outlined, said)]);
    show(missing, without.length ? [said("missing", { stories: without.join("、") })] : []);
  };
}

// Of a story that this colleague may not draw too: it is in the way all the same.
function outlineOf(row) {
  const typed = row.querySelector("textarea")?.value ?? row.dataset.outline;
  return { headline: row.querySelector("[data-headline]").textContent, points: read(typed) };
}

function crossing(outlined, said) {
  return outlined.filter(({ points }) => crossesItself(points)).map(({ headline }) => said("crossing", { story: headline }));
}

function overlapping(outlined, said) {
  return outlined.flatMap(({ headline, points }, at) =>
    outlined
      .slice(at + 1)
      .filter((other) => overlap(points, other.points))
      .map((other) => said("overlap", { one: headline, other: other.headline })),
  );
}

// What stands there already is not said again.
function show(box, sentences) {
  if (sentences.join("\n") === [...box.children].map((line) => line.textContent).join("\n")) return;
  box.replaceChildren(...sentences.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
}
