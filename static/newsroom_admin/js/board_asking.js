// Asks the server for an act. What comes back is the board as it is then, or why there is none.

export async function send(form, body) {
  try {
    const said = { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual" };
    const answer = await fetch(form.action, said);
    if (answer.ok) return { status: "done", ...(await answer.json()) };
    return { status: answer.status === 403 || answer.type === "opaqueredirect" ? "logged-out" : "broken" };
  } catch {
    return { status: "broken" };
  }
}
