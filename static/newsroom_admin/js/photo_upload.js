// Many photos: each is sent and developed by itself, and is a photo of the newsroom from then on.

import { sendFiles } from "./drop_lines.js";
import { offerDelete, showPicture } from "./photo_line.js";
import { seriesTeller } from "./photo_series.js";

const form = document.querySelector("form[data-photo-upload]");
const place = form.querySelector("[data-drop]");
const tellSeries = seriesTeller(form.querySelector(".photo-lines-series"), place.dataset.saySeries);
const sum = form.querySelector(".drop-files-sum");
const keep = (line, { photo, thumbnail, address, alike, series, delete: deleteAddress }) => {
  line.field("photo", photo);
  showPicture(line, thumbnail);
  // It is there now, and taking its line away would not delete it.
  line.act("remove").hidden = true;
  if (deleteAddress) offerDelete(line, deleteAddress, form, (words) => (sum.textContent = words));
  const link = Object.assign(document.createElement("a"), { href: address, target: "_blank", textContent: line.file.name });
  line.part("name").replaceChildren(link);
  if (alike) line.element.append(besideIt(alike));
  tellSeries(photo, series ?? []);
  return photo;
};
const words = ["began", "caption", "contributor", "standing"];
sendFiles(form, place, { keep, sent: words, showsRefused: true });

// The server's own HTML: the pictures that this one is the same as, or looks like.
function besideIt(html) {
  const beside = Object.assign(document.createElement("div"), { className: "photo-line-alike" });
  beside.innerHTML = html;
  return beside;
}
