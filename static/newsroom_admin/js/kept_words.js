// Words that were given back go out again under the login of now.

import { sendWhileLoggedIn } from "./fresh_login.js";

const form = document.querySelector("form[data-again]");
if (form) sendWhileLoggedIn(form, (words) => (form.querySelector("[role=status]").textContent = words));
