// Files that are dropped, pasted or chosen go out one by one, two at a time; the form waits for them.

import { dropped } from "./intake_dropping.js";
import { Line } from "./intake_line.js";

const AT_ONCE = 2;

export function acceptFiles(form, place) {
  const lines = [];
  const say = place.dataset;
  const list = place.querySelector(".intake-files");
  const sum = place.querySelector(".intake-files-sum");
  const input = place.querySelector('input[type="file"]');
  const read = form.querySelector('[name="read"]');
  let isWaiting = false;

  const those = (...states) => lines.filter((line) => states.includes(line.state));

  const take = (files) => {
    for (const file of files) if (!lines.some((line) => line.isOf(file))) add(file);
    goOn();
  };

  const add = (file) => {
    const line = new Line(place, file, { changed, removed });
    lines.push(line);
    list.append(line.element);
  };

  const goOn = () => {
    const free = AT_ONCE - those("sending", "reading").length;
    for (const line of those("waiting").slice(0, Math.max(free, 0))) line.send(place.dataset.intakeDrop, form);
    tell();
  };

  const changed = (line) => {
    if (line.digest && lines.some((other) => other !== line && other.digest === line.digest)) line.refuse(say.sayTwice);
    goOn();
    if (isWaiting) sendWhenRead();
  };

  const removed = (line) => {
    const next = line.element.nextElementSibling ?? line.element.previousElementSibling;
    lines.splice(lines.indexOf(line), 1);
    line.element.remove();
    (next?.querySelector("button:not([hidden])") ?? input).focus();
    goOn();
    sum.textContent = `${say.sayRemoved.replace("NAME", line.file.name)} ${sum.textContent}`;
    if (isWaiting) sendWhenRead();
  };

  const tell = () => {
    const failed = those("broken").length ? ` ${say.sayFailed}` : isWaiting ? ` ${say.sayWait}` : "";
    const refused = those("refused").length ? ` ${say.sayRefused.replace("NUMBER", those("refused").length)}` : "";
    const told = say.saySum.replace("DONE", those("done").length).replace("ALL", lines.length);
    sum.textContent = lines.length ? told + refused + failed : "";
  };

  const sendWhenRead = () => {
    const [broken] = those("broken");
    isWaiting = !broken && those("waiting", "sending", "reading").length > 0;
    tell();
    if (broken) broken.element.querySelector('[data-act="again"]').focus();
    else if (!isWaiting) form.requestSubmit(read);
  };

  form.addEventListener("submit", (event) => {
    if (!those("waiting", "sending", "reading", "broken").length) return;
    event.preventDefault();
    sendWhenRead();
  });
  window.addEventListener("beforeunload", (event) => {
    if (those("waiting", "sending", "reading").length) event.preventDefault();
  });
  dropped(place, input, take);
  take(input.files);
  input.value = "";
}
