"""The structured data testing tool (sdtt): what Google, Facebook and Twitter read in a page's head."""

import json
import subprocess
from pathlib import Path

from tests.audit.installed import environment
from tests.audit.kinds import HTML
from tests.audit.verdict import counted, left_out

NAME = "sdtt"
SORTS = (HTML,)
SCRIPT = Path(__file__).with_suffix(".cjs")
PRESETS = ["Google", "Facebook", "Twitter"]
# Of a story without a photo: Google's guidelines want no logo in its place, and it demands none any more.
ALLOWED = 'Could not find "NewsArticle[0].image"'


def judge(pages, site, options):
    told = [page for page in pages if page.status == 200]
    asked = [question(site.fetch(page).text, page.tells, presets(page)) for page in told]
    found = dict(zip(told, answers(asked), strict=True)) if told else {}
    for page in pages:
        if page in found:
            yield page, counted(without_allowed(found[page], site.fetch(page).text))
        else:
            yield page, left_out("what is not there tells machines nothing")


def presets(page):
    """What asks not to be listed needs no card either."""
    return PRESETS[:1] if page.unlisted else PRESETS


def without_allowed(faults, html):
    return faults if "<figure" in html else [fault for fault in faults if ALLOWED not in fault]


def question(html, types, presets):
    return {"html": html, "schemas": [f"jsonld:{name}" for name in types], "presets": presets}


def answers(questions):
    """For each page the sentences of what failed."""
    answer = subprocess.run(
        ["node", str(SCRIPT)],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    if answer.returncode:
        raise SystemExit(f"sdtt does not answer: {answer.stderr[-2000:]}")
    return json.loads(answer.stdout)
