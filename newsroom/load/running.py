"""One run: readers and colleagues beside the house, what it takes meanwhile, and what is there at the end."""

import json
import re
import secrets
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime

from articles.models import Article, Issue
from newsroom.guarding import Guard
from newsroom.load import planning, preparing
from newsroom.load.browser import Browser
from newsroom.load.kept_word import lost
from newsroom.load.watching import Watch
from newsroom.sample.drawing import DRAWINGS, draw
from newsroom.serving import ROOT

KEPT = re.compile(r'newsroom_kept_pages_total\{what="(\w+)"\} ([\d.e+]+)')
TO_SIGN_IN = 4  # seconds that colleagues have before the first reader is counted
EDITED, DRAFTS = 150, 60
IN_THE_MIDDLE = 0.5
# In nginx-log.conf.
ASKED_NOBODY = b'"newsroom_seconds":""'


@dataclass(frozen=True)
class Paces:
    """acts: of the desk, a second. publish, upload: every so many seconds."""

    acts: float = 1.0
    publish: float = 15.0
    upload: float = 60.0


class Plan:
    """Made once for a house; what a run uses up is laid ready for each."""

    def __init__(self, house, home, *, tls=True):
        self.house, self.home, self.tls = house, home, tls
        door = Browser(("127.0.0.1", house.door), tls=tls, host=house.host)
        newest = planning.all_stories()[0][0]
        pages = "".join(door.get(path).text for path in ("/", newest))
        kinds = planning.kinds() + planning.what_pages_bring(pages, preparing.public_names(preparing.pictures()))
        people = preparing.accounts()
        self.fixed = {
            "address": "127.0.0.1",
            "port": house.door,
            "behind": house.behind,
            "host": house.host,
            "tls": tls,
            "kinds": kinds,
            "people": dict(zip(("editors", "chiefs", "reporters", "photographers"), people.values(), strict=True)),
            "pictures": [str(path) for path in self.pictures()],
        }

    def pictures(self):
        folder = self.home / "pictures"
        folder.mkdir(exist_ok=True)
        for name in DRAWINGS:
            path = folder / f"{name}.jpg"
            if not path.exists():
                path.write_bytes(draw(name))
            yield path

    def write(self, seconds, paces, with_issue):
        """The path of the plan of one run."""
        run = secrets.token_hex(3)
        issue = None
        if with_issue:
            hour = time.time() + TO_SIGN_IN + seconds * IN_THE_MIDDLE
            issue = {"hour": hour, **preparing.issue_at(datetime.fromtimestamp(hour, UTC))}
        newest = Article.objects.published().filter(created_by__username="archive").order_by("-published_at", "-pk")
        drafts = Article.objects.filter(stage="draft", published_at=None, placements=None).order_by("pk")
        path = self.home / f"plan-{run}.json"
        told = {
            **self.fixed,
            "run": run,
            "paces": vars(paces),
            "issue": issue,
            "stories": list(newest.values_list("pk", flat=True)[:EDITED]),
            "drafts": list(drafts.values_list("pk", flat=True)[:DRAFTS]),
            "signed": preparing.signed_stories(int(seconds / paces.publish) + 1),
            "board": board(),
        }
        path.write_text(json.dumps(told))
        return path


def board():
    """The issue in the making whose cards are moved."""
    issue = Issue.objects.filter(published_at=None, pages__placements__isnull=False).order_by("-date").first()
    return {"pk": issue.pk, "date": issue.date.isoformat()} if issue else {"pk": 0, "date": ""}


def run(plan, *, rate, seconds, paces=None, with_issue=False, every=60):
    """What was found, as JSON takes it."""
    paces = paces or Paces()
    path, begun = plan.write(seconds, paces, with_issue), datetime.now(UTC)
    news = path.with_suffix(".news")
    news.touch()
    guard = Guard()  # for when this process is killed: nobody goes on asking then
    desk = program(guard, "colleagues", path, seconds, news)
    time.sleep(TO_SIGN_IN)
    readers = program(guard, "readers", path, rate, seconds, news)
    watch = Watch(
        {**plan.house.parts, "readers": readers.pid, "colleagues": desk.pid},
        every=every,
        also=lambda: {"kept": kept_pages(plan.house), "nginx": hits_of_nginx(plan.home)},
    )
    watch.start()
    told = {name: told_by(one) for name, one in (("readers", readers), ("desk", desk))}
    guard.dismiss()
    return {
        "begun": begun.isoformat(timespec="seconds"),
        "rate": rate,
        "seconds": seconds,
        "paces": vars(paces),
        **told,
        "looks": watch.stop(),
        "lost": lost(told["desk"].get("accepted", {})),
    }


def program(guard, name, *arguments):
    command = [sys.executable, "-m", f"newsroom.load.{name}", *map(str, arguments)]
    process = subprocess.Popen(  # noqa: S603
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    guard.watch_over(process)
    return process


def told_by(process):
    told, _nothing = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{process.args[2]} ended with {process.returncode}")
    return json.loads(told)


def kept_pages(house):
    """Hits and misses of both web processes so far."""
    request = urllib.request.Request(f"http://127.0.0.1:{house.behind}/metrics")
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        return {what: float(number) for what, number in KEPT.findall(answer.read().decode())}


def hits_of_nginx(home):
    """Of the requests since the last look those that nginx answered by itself, by its log."""
    path = home / "logs" / "newsroom.log"
    if not path.exists():
        return {}
    with path.open("rb") as log:
        log.seek(SEEN.get(path, 0))
        lines = log.read()
        SEEN[path] = log.tell()
    return {"own": lines.count(ASKED_NOBODY), "requests": lines.count(b"\n")}


SEEN: dict = {}
