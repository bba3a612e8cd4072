// Hours go by over a form. Before it leaves, the server is asked whether its login still holds, and for the token of the
// newest one: who is logged out stays on the page, with every word in its field.

export function sendWhileLoggedIn(form, say) {
  let isChecked = false;
  let isAsking = false;
  const check = async (event) => {
    if (isChecked) return (isChecked = false);
    event.preventDefault();
    event.stopImmediatePropagation(); // for whoever hears of it next, the form has left
    if (isAsking) return;
    isAsking = true;
    const isLoggedIn = await takeToken(form);
    isAsking = false;
    if (!isLoggedIn) return say(form.dataset.sayLoggedOut);
    isChecked = true;
    form.requestSubmit(event.submitter);
  };
  form.addEventListener("submit", check, { capture: true });
}

// Tells whether the login holds. Who has logged in again in another window needs the token of the new login.
export async function takeToken(form) {
  try {
    const answer = await fetch(form.action, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#content-main [name=csrfmiddlewaretoken]");
    const isLoggedIn = !page.querySelector("#login-form");
    if (isLoggedIn && fresh) form.querySelector("[name=csrfmiddlewaretoken]").value = fresh.value;
    return isLoggedIn;
  } catch {
    return true; // without a connection the browser itself says so
  }
}
