"""What a page sends, counted by the browser, and whether anything in it jumps."""

from urllib.parse import urlsplit

from tests.audit.kinds import HTML
from tests.audit.verdict import Verdict
from tests.audit.visits import DESKTOP, PHONE

NAME = "weight, CSS, fonts, CLS"
SORTS = (HTML,)
MOST_BYTES = 100 * 1024
WATCH = """
    window.jumped = 0
    new PerformanceObserver(list => {
      for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.jumped += shift.value
    }).observe({ type: 'layout-shift', buffered: true })
"""
TO_THE_END = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
      window.scrollTo(0, y)
      await new Promise(resolve => setTimeout(resolve, 60))
    }
}"""


def judge(pages, site, options):
    for page in pages:
        seen = [measured(site, page, viewport) for viewport in (PHONE, DESKTOP)]
        yield page, weighed(*max(seen, key=lambda one: (one[1], sum(sent.size for sent in one[0]))))


class Sent:
    """One answer that the browser took in."""

    def __init__(self, kind, url):
        self.kind, self.path, self.size = kind, urlsplit(url).path, 0

    @property
    def is_picture(self):
        """A photo or the picture of a page, which the weight leaves out."""
        return self.kind == "Image" and self.path.startswith("/files/")


def measured(site, page, viewport):
    """([Sent], the sum of all jumps), after scrolling to the end."""
    answers = {}

    def listen(tab):
        wire = tab.context.new_cdp_session(tab)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", lambda event: note(answers, event))
        wire.on("Network.loadingFinished", lambda event: add(answers, event))
        tab.add_init_script(WATCH)

    with site.opened(page, viewport=viewport, before=listen) as tab:
        tab.evaluate(TO_THE_END)
        tab.wait_for_load_state("networkidle")
        return list(answers.values()), tab.evaluate("window.jumped")


def note(answers, event):
    answers[event["requestId"]] = Sent(event["type"], event["response"]["url"])


def add(answers, event):
    if event["requestId"] in answers:
        answers[event["requestId"]].size = event["encodedDataLength"]


def weighed(answers, jumped):
    size = sum(sent.size for sent in answers if not sent.is_picture)
    styles, fonts = ([sent.path for sent in answers if sent.kind == kind] for kind in ("Stylesheet", "Font"))
    faults = []
    if size > MOST_BYTES:
        heaviest = sorted((sent for sent in answers if not sent.is_picture), key=lambda sent: -sent.size)
        faults.append(f"{kilobytes(size)}: {', '.join(f'{sent.path} {kilobytes(sent.size)}' for sent in heaviest[:4])}")
    if len(styles) != 1:
        faults.append(f"{len(styles)} requests for CSS: {', '.join(styles)}")
    if fonts:
        faults.append(f"fonts from the net: {', '.join(fonts)}")
    if round(jumped, 3):
        faults.append(f"the layout shifts by {jumped:.3f}")
    return Verdict(f"{kilobytes(size)}, {len(styles)}, {len(fonts)}, {jumped:.3g}", tuple(faults))


def kilobytes(size):
    return f"{size / 1024:.0f} KB"
