// Many photos: each is sent and developed by itself, and is a photo of the newsroom from then on.

import { sendFiles } from "./drop_lines.js";

const form = document.querySelector("form[data-photo-upload]");
const keep = (line, { photo, thumbnail }) => {
  line.field("photo", photo);
  line.part("picture").append(Object.assign(new Image(), { src: thumbnail, alt: "" }));
  return photo;
};
const words = ["caption", "contributor", "standing"];
sendFiles(form, form.querySelector("[data-drop]"), { keep, sent: words, showsRefused: true });
