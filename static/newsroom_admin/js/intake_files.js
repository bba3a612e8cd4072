// The files of an intake: each is read as it comes, and what was read stands for it in the form.

import { sendFiles } from "./drop_lines.js";

export function acceptFiles(form, place) {
  const keep = (line, { digest }) => {
    line.field("incoming", digest);
    return digest;
  };
  sendFiles(form, place, { keep });
}
