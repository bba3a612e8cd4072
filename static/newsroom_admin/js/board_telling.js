// The line that says what was done, to the eye and to the ear; it goes when it has been read.

const READ_IN = 12_000;

export function teller(bar) {
  const told = bar.querySelector("[data-told]");
  const words = bar.dataset;
  let timer = 0;

  const say = (text, isRefused = false) => {
    clearTimeout(timer);
    bar.classList.toggle("is-refused", isRefused);
    bar.classList.toggle("is-done", !isRefused && Boolean(text));
    told.textContent = text;
    if (text && !isRefused) timer = setTimeout(() => say(""), READ_IN);
  };

  // Of a card that is on its way: no undo stands beside it.
  const announce = (text) => {
    say(text);
    bar.classList.remove("is-done");
  };

  return {
    say,
    announce,
    changed: () => announce(words.sayChanged),
    later: () => told.textContent !== words.sayLater && announce(words.sayLater),
    trouble: (status) => say(status === "logged-out" ? words.sayLoggedOut : words.sayBroken, true),
    picked: (story) => announce(filled(words.sayPicked, { story })),
    back: (story) => announce(filled(words.sayBack, { story })),
    place: (page, place, all) => announce(all ? filled(words.sayPlace, { page, place, all }) : page),
  };
}

function filled(sentence, said) {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name) => said[name]);
}
