"""How well a page was read, against what it was made of."""

from difflib import SequenceMatcher
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from intake.drafting.illustrating import shown_in
from intake.manuscripts import Manuscript, placed_on
from intake.pages.hotspots import hotspots, owners_of
from intake.reading.page import read_page

FINE = 4  # pixels in a percent
WHOLE = 0.98
GUTTERS = 2 * FINE * 2 + 1  # white up to four percent wide lies within a story


class Score(NamedTuple):
    """stories: the share that is right to the letter; order: of paragraphs in their place; apart: of letters that lie
    in their story; photos: of stories that have their own. As the grammar reads on: headings: of stories whose kicker,
    headline and subheadline are right; read: of those that are left whole; hotspots: area shared over area."""

    stories: float
    order: float
    apart: float
    photos: float
    headings: float
    read: float
    hotspots: float


def score(page, made):
    """page: a PageRead; made: a Newspaper."""
    found = {}
    for block in page.blocks:
        if block.story:
            found.setdefault(block.story, []).append(block)
    texts = {story: page.text[blocks[0].start : max(b.end for b in blocks)] for story, blocks in found.items()}
    pairs = [(true, best(true, texts)) for true in made.stories]
    return Score(
        mean(same(true, texts.get(story, "")) for true, story in pairs),
        mean(in_order(true.lines, texts.get(story, "").split("\n")) for true, story in pairs),
        mean(overlap("".join(true.lines), texts.get(story, "")) for true, story in pairs),
        *read_score(page, made),
    )


def mean(values):
    values = [float(value) for value in values]
    return sum(values) / max(1, len(values))


def solid(text):
    return "".join(text.split())


def same(true, text):
    return (
        sorted(map(solid, text.split("\n"))) == sorted(map(solid, true.lines))
        and in_order(true.lines, text.split("\n")) == 1
    )


def best(true, texts):
    whole = "".join(true.lines)
    return max(texts, key=lambda story: shared(whole, texts[story]), default=None)


def pairs_of(text):
    text = solid(text)
    return [text[place : place + 3] for place in range(len(text) - 2)]


def shared(one, other):
    other = set(pairs_of(other))
    return sum(pair in other for pair in pairs_of(one))


def overlap(one, other):
    both = shared(one, other)
    return 2 * both / max(1, len(pairs_of(one)) + len(pairs_of(other)))


def in_order(lines, found):
    """Paragraphs that stand whole and in the order they should."""
    lines, found = list(map(solid, lines)), list(map(solid, found))
    blocks = SequenceMatcher(None, lines, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(lines))


def read_score(page, made):
    """As intake goes on: the grammar of the text finds stories, each has its photos and its hotspot."""
    manuscript = Manuscript("", page.text, placed_on(page), sheet=page)
    reading = read_page(page.text, looks=manuscript.looks)
    owners, shown = owners_of(page, reading), shown_in(reading, page.text, manuscript.pictures)
    spots = hotspots(page, owners, dict(enumerate(shown)))
    texts = dict.fromkeys(range(len(reading.stories)), "")
    for block, owner in zip(page.blocks, owners, strict=True):
        if owner is not None:
            texts[owner] += block.text
    pairs = [(true, best(true, texts)) for true in made.stories]
    return (
        mean(len(shown[number]) == true.photos for true, number in pairs),
        mean(headings_are(true, reading.stories[number]) for true, number in pairs),
        mean(overlap("".join(true.lines), texts[number]) > WHOLE for true, number in pairs),
        mean(shared_area(spots.get(number), true, made) for true, number in pairs),
    )


def headings_are(true, read):
    return all(solid(getattr(read, part)) == solid(true.part(part)) for part in ("kicker", "headline", "subheadline"))


def shared_area(polygon, true, made):
    """The ground that the hotspot has in common with the story, over the ground of either."""
    real, drawn = ground(true, made), Image.new("1", (100 * FINE, 100 * FINE))
    if polygon:
        ImageDraw.Draw(drawn).polygon([(x * FINE, y * FINE) for x, y in polygon], fill=1)
    both = ImageChops.logical_and(real, drawn).histogram()[255]
    return both / max(1, ImageChops.logical_or(real, drawn).histogram()[255])


def ground(true, made):
    """What the story covers, and the gutters in it; not what other stories cover."""
    own = inked(true.areas, made).filter(ImageFilter.MaxFilter(GUTTERS)).filter(ImageFilter.MinFilter(GUTTERS))
    others = [area for story in made.stories if story is not true for area in story.areas]
    return ImageChops.subtract(own, inked(others, made)).convert("1")


def inked(areas, made):
    picture = Image.new("L", (100 * FINE, 100 * FINE))
    across, down = 100 * FINE / made.sheet.width, 100 * FINE / made.sheet.height
    for left, top, right, bottom in areas:
        ImageDraw.Draw(picture).rectangle((left * across, top * down, right * across, bottom * down), fill=255)
    return picture
