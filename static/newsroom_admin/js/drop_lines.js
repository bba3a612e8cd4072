// Files that are dropped, pasted or chosen go out one by one, two at a time; the form waits for them.

import { DropLine } from "./drop_line.js";
import { dropped } from "./dropping.js";

const AT_ONCE = 2;
const UNDER_WAY = ["waiting", "sending", "reading"];

// keep(line, answer) lays what the server made of a file into the form, and gives its key: of one key there is one line.
// sent: fields of the form that go with each file. showsRefused: the form does not leave by itself where one was refused.
export function sendFiles(form, place, { keep, sent = [], showsRefused = false }) {
  const lines = [];
  const say = place.dataset;
  const list = place.querySelector(".drop-files");
  const sum = place.querySelector(".drop-files-sum");
  const again = place.querySelector('[data-act="all-again"]');
  const input = place.querySelector('input[type="file"]');
  let presser = null; // the button that was pressed while files were still under way

  const those = (...states) => lines.filter((line) => states.includes(line.state));

  const take = (files) => {
    for (const file of files) if (!lines.some((line) => line.isOf(file))) add(file);
    goOn();
  };

  const add = (file) => {
    const line = new DropLine(place, file, { keep, changed, removed });
    lines.push(line);
    list.append(line.element);
  };

  const goOn = () => {
    const free = AT_ONCE - those("sending", "reading").length;
    for (const line of those("waiting").slice(0, Math.max(free, 0))) line.send(say.drop, form, sent);
    tell();
  };

  const changed = (line) => {
    if (line.key && lines.some((other) => other !== line && other.key === line.key)) line.refuse(say.sayTwice);
    goOn();
    if (presser) sendWhenRead(presser);
  };

  const removed = (line) => {
    const next = line.element.nextElementSibling ?? line.element.previousElementSibling;
    lines.splice(lines.indexOf(line), 1);
    line.element.remove();
    (next?.querySelector("button:not([hidden])") ?? input).focus();
    goOn();
    sum.textContent = `${say.sayRemoved.replace("NAME", line.file.name)} ${sum.textContent}`;
    if (presser) sendWhenRead(presser);
  };

  const tell = () => {
    const broken = those("broken").length;
    const failed = broken ? ` ${say.sayFailed}` : presser ? ` ${say.sayWait}` : "";
    const refused = those("refused").length ? ` ${say.sayRefused.replace("NUMBER", those("refused").length)}` : "";
    const told = say.saySum.replace("DONE", those("done").length).replace("ALL", lines.length);
    sum.textContent = lines.length ? told + refused + failed : "";
    if (again) again.hidden = broken < 2;
  };

  const sendWhenRead = (button) => {
    const [broken] = those("broken");
    const isSeen = !presser || !showsRefused || !those("refused").length;
    presser = !broken && those(...UNDER_WAY).length ? button : null;
    tell();
    if (broken) broken.act("again").focus();
    else if (!presser && isSeen) form.requestSubmit(button);
  };

  const tryAgain = () => those("broken").forEach((line) => line.tryAgain());

  form.addEventListener("submit", (event) => {
    if (!those(...UNDER_WAY, "broken").length) return;
    event.preventDefault();
    sendWhenRead(event.submitter);
  });
  window.addEventListener("beforeunload", (event) => {
    if (those(...UNDER_WAY).length) event.preventDefault();
  });
  window.addEventListener("online", tryAgain);
  again?.addEventListener("click", tryAgain);
  dropped(place, input, take);
  take(input.files);
  input.value = "";
}
