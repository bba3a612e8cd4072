// The files of an intake: each is read as it comes, and what was read stands for it in the form.

import { sendFiles } from "./drop_lines.js";

export function acceptFiles(form, place) {
  const keep = (line, { digest }) => {
    line.field("incoming", digest);
    return digest;
  };
  sendFiles(form, place, { keep, showsRefused: true });
  // The stories are shown without these lines: what was refused is said there again.
  form.addEventListener("formdata", ({ formData }) => {
    for (const said of place.querySelectorAll(".drop-line.is-refused .drop-line-said")) {
      if (said.textContent !== place.dataset.sayTwice) formData.append("refused", said.textContent);
    }
  });
}
