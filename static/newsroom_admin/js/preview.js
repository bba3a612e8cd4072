// The story as its reader will see it, made by the server's one renderer out of what the form holds now.

const PAUSE = 600;
const SHOWN = "newsroom:preview";

export function livePreview(place, area) {
  const panel = place.querySelector(".writing-preview");
  const button = place.querySelector('[data-tool="preview"]');
  const view = new View(place, area);
  button.hidden = !place.dataset.previewUrl;
  const show = (shown) => {
    panel.hidden = !shown;
    place.classList.toggle("has-preview", shown);
    button.setAttribute("aria-pressed", String(shown));
    if (shown) view.refresh();
  };
  area.form.addEventListener("input", (event) => event.isComposing || panel.hidden || view.refreshSoon());
  area.form.addEventListener("compositionend", () => panel.hidden || view.refreshSoon());
  if (!button.hidden) show(localStorage.getItem(SHOWN) ? localStorage.getItem(SHOWN) === "yes" : place.clientWidth >= 900);
  return {
    toggle() {
      localStorage.setItem(SHOWN, panel.hidden ? "yes" : "no");
      show(panel.hidden);
    },
  };
}

class View {
  constructor(place, area) {
    this.form = area.form;
    this.url = place.dataset.previewUrl;
    this.frame = place.querySelector("iframe");
    this.status = place.querySelector(".writing-status");
    this.sorry = place.dataset.sayPreviewFailed;
  }

  refreshSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), PAUSE);
  }

  async refresh() {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const response = await fetch(this.url, { method: "POST", body: typedIn(this.form), signal: this.asked.signal });
      if (!response.ok || response.redirected) throw new Error(response.statusText);
      this.print(await response.text());
      if (this.status.textContent === this.sorry) this.status.textContent = "";
    } catch (error) {
      if (error.name !== "AbortError") this.status.textContent = this.sorry;
    }
  }

  // The first page is loaded whole; later ones change only its body, so that neither place nor picture jumps.
  print(html) {
    const shown = this.frame.contentDocument;
    const page = new DOMParser().parseFromString(html, "text/html");
    page.querySelectorAll("script").forEach((script) => script.remove()); // the frame is a sandbox, and would complain
    if (this.loaded && sameHead(shown, page)) {
      const top = shown.scrollingElement.scrollTop;
      shown.body.replaceWith(shown.adoptNode(page.body));
      shown.scrollingElement.scrollTop = top;
      return;
    }
    this.frame.addEventListener("load", () => this.settle(), { once: true });
    this.frame.srcdoc = `<!doctype html>${page.documentElement.outerHTML}`;
  }

  settle() {
    this.loaded = true;
    this.frame.contentWindow.scrollTo(0, this.frame.contentDocument.querySelector("main")?.offsetTop ?? 0);
    // A link followed here would leave the preview for a page that is not the preview.
    this.frame.contentDocument.addEventListener("click", (event) => event.target.closest("a[href]") && event.preventDefault());
  }
}

function sameHead(shown, page) {
  const sheets = (doc) => [...doc.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute("href")).join();
  return sheets(shown) === sheets(page);
}

// All but files, with the story's number: what the server is to look at without saving it.
export function typedIn(form) {
  const typed = new FormData(form);
  for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
  const pk = /\/(\d+)\/change\/$/.exec(location.pathname)?.[1];
  if (pk) typed.set("pk", pk);
  return typed;
}
