// The printing dialog at a press; without the script the browser's own menu has it.

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => window.print());
