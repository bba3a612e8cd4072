"""Which picture belongs to which story, and which of its captions: by its place in the text and the words beside it."""

from typing import NamedTuple

from bylines.finding import at_tail
from intake.documents.result import Picture
from intake.reading.result import PhotoRead
from wording.folding import fold

HEADING = {"headline", "kicker", "subheadline", "column"}
OF_NO_STORY = {"space", "unread", "page_head"}


class Shown(NamedTuple):
    """A picture of a story with what is said under it; said: the caption in the reading, or None where it has none."""

    picture: Picture
    photo: PhotoRead
    said: PhotoRead | None


def shown_in(reading, text, pictures, known=frozenset()):
    """A list of Shown for each story; pictures of stories that were taken out of the reading are in none."""
    dealt = [[] for _ in reading.stories]
    for picture in pictures:
        number = story_of(picture, reading, text)
        if number is not None:
            dealt[number].append(picture)
    return [captioned(story.photos, own, known) for story, own in zip(reading.stories, dealt, strict=True)]


def story_of(picture, reading, text):
    """The number of the story at the picture's place; a picture above a headline closes the story before it."""
    spans = [span for span in reading.spans if span.kind not in OF_NO_STORY]
    if not spans or not reading.stories:
        return 0 if reading.stories else None
    place = place_of(picture, text)
    behind = next((index for index, span in enumerate(spans) if span.end > place), len(spans) - 1)
    if spans[behind].kind in HEADING and spans[behind].start >= place and behind:
        behind -= 1
    return spans[behind].story


def place_of(picture, text):
    """A loose picture stands nowhere in the text, unless the text has the words of its name."""
    found = text.find(picture.near) if picture.near else -1
    return found if found >= 0 and picture.loose else picture.position


def captioned(photos, pictures, known):
    """First those whose caption stands beside them, then the others in their order; the rest have no caption."""
    found, left = {}, list(photos)
    for picture in pictures:
        match = next((photo for photo in left if is_beside(photo, picture)), None)
        if match:
            found[id(picture)] = match
            left.remove(match)
    for picture in pictures:
        if id(picture) not in found and left:
            found[id(picture)] = left.pop(0)
    return [shown(picture, found.get(id(picture)), known) for picture in pictures]


def shown(picture, said, known):
    return Shown(picture, said or words_of(picture, known), said)


def is_beside(photo, picture):
    near = solid(picture.near)
    return bool(photo.caption) and bool(near) and (solid(photo.caption) in near or near in solid(photo.caption))


def solid(words):
    return "".join(fold(words).split())


def words_of(picture, known):
    """The name of a loose photo is often its caption: 培训现场 通讯员何青 摄. Words beside others are text."""
    if not picture.loose:
        return PhotoRead()
    tail = at_tail(fold(picture.near), known)
    if not tail:
        return PhotoRead(caption=picture.near)
    line = tail.line
    return PhotoRead(picture.near[: tail.start].strip(), line.photographers, line.image_source, picture.near)
