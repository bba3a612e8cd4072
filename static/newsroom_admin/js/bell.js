// The number at the bell while a page stays open. A page that talks to the server anyway brings it along; the others ask
// once a minute, and not while nobody looks at them.

const EVERY = 60_000;
const NUMBER = /^\(\d+\)\s*/;
const bell = document.querySelector("[data-bell]");
let heard = Date.now();

export function tellUnread(unread) {
  heard = Date.now();
  if (!bell) return;
  const number = bell.querySelector("[data-unread]");
  number.textContent = unread > 99 ? "99+" : unread;
  number.hidden = bell.querySelector("[data-unread-words]").hidden = !unread;
  bell.classList.toggle("bell-rings", unread > 0);
  document.title = (unread ? `(${unread}) ` : "") + document.title.trim().replace(NUMBER, "");
}

export function watchBell() {
  if (!bell) return;
  const look = async () => {
    if (document.hidden || Date.now() - heard < EVERY - 1000) return;
    heard = Date.now();
    try {
      const answer = await fetch(bell.dataset.bell, { credentials: "same-origin", redirect: "error" });
      if (answer.ok) tellUnread((await answer.json()).unread);
    } catch {
      // without a connection or a login the number stays as it is
    }
  };
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
