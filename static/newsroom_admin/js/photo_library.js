// The wall of photos: choosing by mouse and keyboard, and a closer look without leaving the page.

import { tickWall } from "./wall_ticking.js";
import { lookCloser } from "./wall_look.js";

const wall = document.querySelector("[data-wall]");
if (wall) {
  tickWall(wall, document.querySelector("[data-wall-acts]"));
  lookCloser(wall, document.querySelector("[data-look-dialog]"));
}
