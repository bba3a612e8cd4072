// What an editor has typed in the menus of the board and not sent yet: nothing that comes in between may take it away.

const STAMPS = "input[name=face], input[name=order]";

// The open menus, each with what was typed there, and the stamps of what its editor saw.
export function menusIn(board) {
  return [...board.querySelectorAll("[data-menu][open]")].map((menu) => ({
    name: menu.dataset.menu,
    typed: valuesOf([...menu.querySelectorAll("input:not([type=hidden])")].filter((field) => field.value !== field.defaultValue)),
    stamps: valuesOf(menu.querySelectorAll(STAMPS)),
  }));
}

// Who was refused has been told, and has seen it now; anyone else still owes the server what he saw when he began.
export function openAgain(board, { name, typed, stamps }, isRefused) {
  const menu = board.querySelector(`[data-menu="${CSS.escape(name)}"]`);
  if (!menu) return;
  menu.open = !menu.matches(".board-card > *") || typed.size > 0;
  fill(menu, typed);
  if (!isRefused && typed.size) fill(menu, stamps);
}

// A menu may hold two forms, each with a field of that name.
function valuesOf(fields) {
  return new Map([...fields].map((field) => [keyOf(field), field.value]));
}

function fill(menu, values) {
  for (const field of menu.querySelectorAll("input")) if (values.has(keyOf(field))) field.value = values.get(keyOf(field));
}

function keyOf(field) {
  return `${field.form?.getAttribute("action")} ${field.name}`;
}
