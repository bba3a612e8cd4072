// A sheet's own button for printing; without this script the browser's menu does it.

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => window.print());
