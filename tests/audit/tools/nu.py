"""The Nu HTML checker (vnu), over all pages at once, and over the style sheets that they name."""

import json
import re
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.audit.installed import PACKAGES
from tests.audit.kinds import DESK, HTML
from tests.audit.verdict import counted

NAME = "HTML"
SORTS = (HTML, DESK)
# Django's own widgets print these, and no template of ours: the first choice of a select, and what a row began with.
DJANGOS = (
    "Element “option” without attribute “label” must not be empty.",
    "An “input” element with a “type” attribute whose value is “hidden” must not have any “aria-*” attributes.",
    "The first “option” element in a “select” element with a “required” attribute",
)
JAR = PACKAGES / "vnu-jar/build/dist/vnu.jar"


def judge(pages, site, options):
    with tempfile.TemporaryDirectory(prefix="newsroom-nu-") as folder:
        for page in pages:
            Path(folder, f"{page.file}.html").write_bytes(site.fetch(page).body)
        found = by_file(checked(folder))
    for page in pages:
        faults = found.get(f"{page.file}.html", [])
        yield page, counted(without_djangos(faults) if page.sort == DESK else faults)


def checked(folder):
    """What the checker says of the files: its messages as they are."""
    files = [str(path) for path in sorted(Path(folder).iterdir())]
    command = ["java", "-Xss1m", "-jar", str(JAR), "--also-check-css", "--format", "json", "--stdout", *files]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(answer.stdout)["messages"]
    except ValueError:
        raise SystemExit(f"The Nu checker does not answer: {answer.stderr or answer.stdout}") from None


def without_djangos(faults):
    return [fault for fault in faults if not any(known in fault for known in DJANGOS)]


def by_file(messages):
    """{file: [sentences]}, of errors alone: what it would only advise is no fault."""
    found = {}
    for message in messages:
        if message["type"] != "info":
            name = Path(urlsplit(message.get("url", "")).path).name
            line = f"line {message['lastLine']}: " if "lastLine" in message else ""
            extract = re.sub(r"\s+", " ", message.get("extract", "")).strip()
            found.setdefault(name, []).append(f"{line}{message['message']} [{extract[:120]}]")
    return found


def style_sheets(page, site):
    """Paths of what the page names as its style sheets."""
    links = re.findall(r"<link\b[^>]*\brel=\"?stylesheet\"?[^>]*>", site.fetch(page).text)
    hrefs = [found[1] for found in (re.search(r"href=\"([^\"]+)\"", link) for link in links) if found]
    return [urlsplit(urljoin(site.address(page), href)).path for href in hrefs]
