"""A story reads differently: what of it that is, told by comparing the two versions."""

from articles.history.acts import BEGINNINGS
from articles.history.snapshot import completed
from articles.shown.photos import moments_of
from articles.shown.words import LENGTH, VERSION, Said, all_with, whole
from pagecache.changing import is_on
from wording.length import length
from wording.markup import blocks, plain_text, whole_part

BEGINNING = 400  # characters of the body that lists and feeds are told of
UNPRINTED = {"desk", "corrections"}  # a correction says itself, since it has an hour of its own


def note_version(article, before, now, why):
    """Called with every version that is written. before: None of a first one."""
    if not is_on() or article.published_at is None:
        return
    said = Said()
    if before is None:
        said.add(whole(article.pk) if why not in BEGINNINGS else {(VERSION, article.pk)})
    else:
        note_difference(said, article, completed(before, now).story, now.story)
    said.say()


def note_difference(said, article, before, now):
    parts = {name for name, value in now.items() if before.get(name) != value}
    parts |= {"ai_use"} if before.get("ai_use") != now.get("ai_use") else set()
    said.add({(VERSION, article.pk)})
    if "placements" in parts:
        said.add(("stand", page) for page in pages_of(before, now))
        said.add(days_alone(article))
    if not article.has_been_published:
        return
    for part in parts - UNPRINTED:
        said.add(all_with(what_of(part, before, now), article.pk))
    if "body" in parts and length_of(before) != length_of(now):
        said.add({(LENGTH, article.pk)})
    if "illustrations" in parts:
        for moment in moments_of([article.pk]):
            said.add(all_with("picture", article.pk), at=moment)


def what_of(part, before, now):
    """The part as articles.shown.words has it."""
    if part == "summary" or (part == "body" and not now["summary"] and beginning(before) != beginning(now)):
        return "beginning"
    if part == "illustrations":
        return "picture" if pictures(before) != pictures(now) else what_of_words(before, now)
    return part


def what_of_words(before, now):
    """Under pictures that are as they were: those of the first may stand on the front page."""
    own, other = (story["illustrations"][:1] for story in (before, now))
    return "caption" if own != other else "body"


def beginning(story):
    body = story["body"][:BEGINNING]
    whole = body if len(body) < BEGINNING else whole_part(body)
    return "".join(plain_text(block.text) for block in blocks(whole) if block.kind == "paragraph")


def pictures(story):
    return [(row["photo"], row.get("picture"), row.get("ai")) for row in story["illustrations"]]


def length_of(story):
    return length(plain_text(story["body"]))


def pages_of(before, now):
    """Those where it stands otherwise than before."""
    was, stands = ({tuple(row) for row in story["placements"]} for story in (before, now))
    return {page for row in was ^ stands for page in (row[0], row[2]) if page}


def days_alone(article):
    """Beside the paper of its day stands what no page has."""
    from articles.filed_under import day_of

    return {("web", day_of(article))}
