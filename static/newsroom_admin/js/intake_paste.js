// A text that is too long is stopped here: much longer, and the server would refuse it without a look.

export function limitPaste(form, place) {
  const area = place.querySelector("textarea");
  const said = place.querySelector(".intake-too-long");
  const most = Number(place.dataset.longest);
  said.textContent = place.dataset.sayTooLong.replace("NUMBER", most);
  const check = () => {
    said.hidden = area.value.length <= most;
    area.setAttribute("aria-invalid", String(!said.hidden));
    return said.hidden;
  };
  area.addEventListener("input", check);
  form.addEventListener("submit", (event) => {
    if (check()) return;
    event.preventDefault();
    // Nothing else may take the press: files that are still read would send the form behind them.
    event.stopImmediatePropagation();
    area.focus();
  });
}
