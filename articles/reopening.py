"""
A change after a review: what was read is no longer what stands there, so the story goes through its reviews again.

Told by comparing two versions part by part, and not by what a form believes to have changed. The parts that the paper
may call harmless have the names of `desk.models.paper.HARMLESS`; of a correction no review knows.
"""

from django.utils.translation import gettext as _

from articles.as_read import is_reviewed
from articles.history.snapshot import REPRINT
from articles.models import Article, Submission
from articles.models.article import Stage
from articles.reviewers import name_authors
from articles.reviewing import reopen
from desk.models import Paper
from desk.models.paper import HARMLESS


def note_change(article, before, now, *, by):
    """Called with every new version, the story being held: its snapshot before and now."""
    if article.stage == Stage.SUBMITTED:
        look_for_authors(article)
    if is_reviewed(article):
        changed = parts_changed(before.story, now.story)
        harmful = [part_name(part) for part in changed if part not in harmless()]
        if harmful:
            reopen(article, by=by, words="、".join(harmful))


def harmless():
    return set(Paper.current().harmless_fields)


def parts_changed(before, now):
    own, other = parts_of(before), parts_of(now)
    return [name for name in other if own.get(name) != other[name]]


def parts_of(story):
    """A version's story, cut as the rule cuts it: alt texts by themselves, what is said of a reprint together."""
    parts = {name: value for name, value in story.items() if name not in (*REPRINT, "illustrations", "corrections")}
    shown = story.get("illustrations", [])
    return {
        **{name: plain(value) for name, value in parts.items()},
        "ai_use": story.get("ai_use", ""),
        "reprint": [plain(story.get(name)) for name in REPRINT],
        "illustrations": [
            (row["photo"], row["number"], row.get("picture"), row.get("ai", False), *map(plain, row["printed"][:2]))
            for row in shown
        ],
        "alt": {row["photo"]: plain(row["printed"][2]) for row in shown},
    }


def plain(value):
    """A browser's line ends, and blanks around a text, are no change of it."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def part_name(part):
    """In the editor's words."""
    named = {"bylines": _("bylines"), "illustrations": _("photos and captions"), **dict(HARMLESS)}
    return str(named[part] if part in named else Article._meta.get_field(part).verbose_name)


def look_for_authors(article):
    """A byline may have come into a story that waits: its queue is not for its own authors."""
    for submission in Submission.objects.open().filter(article=article):
        name_authors(submission)


def warning(article):
    """What a change would do, before it is made; empty when it does nothing."""
    if not is_reviewed(article):
        return ""
    told = _("A change sends the story through its reviews again, from the first step.")
    if article.is_scheduled:
        told += _("It also loses its time.")
    spared = "、".join(str(label) for name, label in HARMLESS if name in harmless())
    return told + (_("Free to change: %(parts)s.") % {"parts": spared} if spared else "")
