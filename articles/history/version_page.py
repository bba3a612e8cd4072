"""One version as a sheet: the story's parts as print has them, its pictures where they still are, how it is filed."""

from typing import NamedTuple

from articles.history.wording import in_words, label_of, picture_sentence
from media.models import Photo
from wording.markup import blocks

STORY = ("kicker", "headline", "subheadline", "bylines", "dateline", "body", "editors_note")


class Line(NamedTuple):
    label: str
    text: str


class Sheet(NamedTuple):
    story: list
    body: list  # blocks of the markup
    pictures: list  # (photo or None, sentence)
    filing: list


def sheet_of(snapshot):
    words = {name: text for name, text in in_words(snapshot).items() if text and name != "illustrations"}
    parts = {name: Line(label_of(name), text) for name, text in words.items()}
    return Sheet(
        story=[(name, parts[name]) for name in STORY if name in parts],
        body=blocks(words.get("body", "")),
        pictures=pictures_of(snapshot),
        filing=[line for name, line in parts.items() if name not in STORY],
    )


def pictures_of(snapshot):
    shown = snapshot.story.get("illustrations", [])
    photos = Photo.objects.in_bulk([row["photo"] for row in shown]) if shown else {}
    return [(photos.get(row["photo"]), picture_sentence(row, snapshot)) for row in shown]
