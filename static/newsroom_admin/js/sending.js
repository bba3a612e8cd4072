// Sends one file. fetch cannot tell how far an upload is, XMLHttpRequest can.

// A line may be dead without saying so. Reading a file can take 240 seconds.
const SENDING = 60_000;
const READING = 300_000;

// content: name and value of what goes out, a file or what the server keeps it by.
export function upload(content, address, form, sent, progress) {
  const request = new XMLHttpRequest();
  const answer = new Promise((resolve) => {
    const silence = breakSilence(request, resolve);
    request.upload.addEventListener("progress", (event) => {
      silence.wait(SENDING);
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.upload.addEventListener("load", () => {
      silence.wait(READING);
      progress(1);
    });
    request.addEventListener("load", () => resolve(understood(request)));
    request.addEventListener("error", () => resolve({ status: "broken" }));
    request.addEventListener("abort", () => resolve({ status: "stopped" }));
    request.addEventListener("loadend", silence.end);
  });
  const data = new FormData();
  for (const name of sent) data.append(name, form.elements.namedItem(name)?.value ?? "");
  data.append(...content);
  request.open("POST", address);
  request.setRequestHeader("X-CSRFToken", tokenOf(form).value);
  request.send(data);
  return { answer, stop: () => request.abort() };
}

function breakSilence(request, resolve) {
  let timer = 0;
  const end = () => clearTimeout(timer);
  const wait = (long) => {
    end();
    timer = setTimeout(() => {
      resolve({ status: "broken" });
      request.abort();
    }, long);
  };
  wait(SENDING);
  return { wait, end };
}

function understood(request) {
  const isAnswer = request.getResponseHeader("Content-Type")?.startsWith("application/json");
  // Whoever is logged out is led to the login page, or told that the form is too old.
  if (!isAnswer) return { status: request.status === 200 || request.status === 403 ? "logged-out" : "broken" };
  const said = JSON.parse(request.responseText);
  if (request.status !== 200) return { status: "broken", said };
  if (said.refusal) return { status: "refused", said };
  return { status: "wait" in said ? "waits" : "taken", said };
}

function tokenOf(form) {
  return form.querySelector("[name=csrfmiddlewaretoken]");
}
