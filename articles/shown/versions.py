"""A story reads differently: what of it that is, told by comparing the two versions."""

from types import SimpleNamespace

from articles.history.acts import BEGINNINGS
from articles.history.snapshot import completed
from articles.on_pages.printing import EXCERPT, FEED_EXCERPT, LEAD_EXCERPT, excerpt
from articles.pagemap import room_for
from articles.reading import BEGINNING
from articles.shown.issues import note_in_print
from articles.shown.looks import hours_to_come
from articles.shown.photos import moments_of
from articles.shown.words import LENGTH, RANKING, VERSION, Said, all_with, whole
from pagecache.changing import is_on
from wording.length import length
from wording.markup import plain_text

# How a story begins, in so many characters: in lists, and below the lead of the front page or in feeds.
BEGINNINGS_TOLD = (("beginning", EXCERPT), ("entry", max(LEAD_EXCERPT, FEED_EXCERPT)))
UNPRINTED = {"desk", "corrections"}  # a correction says itself, since it has an hour of its own


def note_version(article, before, now, why):
    """Called with every version that is written. before: None of a first one."""
    if not is_on() or article.published_at is None:
        return
    said = Said()
    if before is None:
        said.add(whole(article.pk) if why not in BEGINNINGS else ())
    else:
        note_difference(said, article, completed(before, now).story, now.story)
    said.say()


def note_difference(said, article, before, now):
    parts = {name for name, value in now.items() if before.get(name) != value}
    parts |= {"ai_use"} if before.get("ai_use") != now.get("ai_use") else set()
    said.add({(VERSION, article.pk)})
    if parts & {"bylines", "placements"}:
        said.add({RANKING})
    if "placements" in parts:
        note_places(said, article, before, now)
    if not article.is_published:
        return
    for part in parts - UNPRINTED:
        said.add(all_with(what_of(part, before, now), article.pk))
    if "body" in parts and room_of(before) != room_of(now):
        said.add({(LENGTH, article.pk)})
    if "illustrations" in parts:
        for moment in moments_of([article.pk]):
            said.add(all_with("picture", article.pk), at=moment)


def what_of(part, before, now):
    """The part as articles.shown.words has it."""
    if part in ("summary", "body"):
        return next((what for what, length in BEGINNINGS_TOLD if told(before, length) != told(now, length)), "body")
    if part == "illustrations":
        return "picture" if pictures(before) != pictures(now) else what_of_words(before, now)
    return part


def what_of_words(before, now):
    """Under pictures that are as they were: those of the first may stand on the front page."""
    own, other = (story["illustrations"][:1] for story in (before, now))
    return "caption" if own != other else "body"


def told(story, length):
    """How much of it a list has room for."""
    beginning = story["body"][:BEGINNING]
    return excerpt(SimpleNamespace(summary=story["summary"], beginning=beginning), length)


def pictures(story):
    return [(row["photo"], row.get("picture"), row.get("ai")) for row in story["illustrations"]]


def room_of(story):
    return room_for(length(plain_text(story["body"])))


def note_places(said, article, before, now):
    """The pages where it stands otherwise than before; and beside the paper of its day stands what no page has. Of one
    that is withdrawn its own address alone says where it stood."""
    from articles.filed_under import day_of

    was, stands = ({tuple(row) for row in story["placements"]} for story in (before, now))
    has_moved = {row[0] for row in was} != {row[0] for row in stands}
    if has_moved:
        said.add({("article", article.pk)})
    if article.is_withdrawn:
        return
    said.add(("placements", page) for row in was ^ stands for page in (row[0], row[2]) if page)
    if has_moved:
        said.add({("web_only", day_of(article))})
        note_in_print(said, article, hours_to_come({row[0] for row in stands - was}, said.now))
