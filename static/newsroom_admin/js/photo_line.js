// What the line of an uploaded photo has besides its words: a small picture, and a way to let a mistaken one go.

const WIDTH = 76;

// The network may be away by now: then the file that lies here is shown, drawn small.
export function showPicture(line, address) {
  const image = Object.assign(new Image(), { src: address, alt: "" });
  image.addEventListener("error", async () => image.replaceWith(...(await drawn(line.file))), { once: true });
  line.part("picture").append(image);
}

async function drawn(file) {
  try {
    const picture = await createImageBitmap(file, { resizeWidth: WIDTH * 2, resizeQuality: "medium" });
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    canvas.getContext("2d").drawImage(picture, 0, 0);
    picture.close();
    return [canvas];
  } catch {
    return []; // HEIC, which few browsers read: an empty frame says more than a broken picture
  }
}

// A photo that this line has brought: by the photo's own delete, with its rules.
export function offerDelete(line, address, form, tell) {
  const button = line.act("delete");
  const say = (words) => words.replace("NAME", line.file.name);
  button.hidden = false;
  button.setAttribute("aria-label", `${button.textContent} ${line.file.name}`);
  button.addEventListener("click", async () => {
    if (!window.confirm(say(line.say.sayDelete))) return;
    button.disabled = true;
    const { is_gone: isGone, said } = await letGo(address, form);
    button.disabled = false;
    if (isGone) line.leave();
    else tell(said || say(line.say.sayNotDeleted));
  });
}

async function letGo(address, form) {
  const data = new FormData();
  data.append("post", "yes"); // it was asked already
  data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  try {
    return await (await fetch(address, { method: "POST", body: data, credentials: "same-origin" })).json();
  } catch {
    return {}; // the line is away, or the login gone
  }
}
