// Many photos: each is sent and developed by itself, and is a photo of the newsroom from then on.

import { sendFiles } from "./drop_lines.js";

const form = document.querySelector("form[data-photo-upload]");
const keep = (line, { photo, thumbnail, address }) => {
  line.field("photo", photo);
  line.part("picture").append(Object.assign(new Image(), { src: thumbnail, alt: "" }));
  // It is there now, and taking its line away would not delete it: its own page does.
  line.act("remove").hidden = true;
  const link = Object.assign(document.createElement("a"), { href: address, target: "_blank", textContent: line.file.name });
  line.part("name").replaceChildren(link);
  return photo;
};
const words = ["caption", "contributor", "standing"];
sendFiles(form, form.querySelector("[data-drop]"), { keep, sent: words, showsRefused: true });
