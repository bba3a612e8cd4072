"""What the intake screen shows: of each manuscript its stories, each beside its source, with pictures and warnings."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy

from articles.models import Article
from intake.doubt_places import cut_at, place_of
from intake.illustrating import Shown
from intake.messages import message_of, message_of_note
from intake.models import Source
from intake.places import Row
from intake.reading import doubts
from intake.receiving import spans_by_story
from intake.sheet_map import SheetMap, colour_of, sheet_map, thumbnails
from intake.story_form import StoryForm

KINDS = {
    "headline": gettext_lazy("headline"),
    "kicker": gettext_lazy("kicker"),
    "subheadline": gettext_lazy("subheadline"),
    "column": gettext_lazy("column"),
    "dateline": gettext_lazy("dateline"),
    "credit": gettext_lazy("byline"),
    "caption": gettext_lazy("caption"),
    "photo_credit": gettext_lazy("photo credit"),
    "subhead": gettext_lazy("subhead"),
    "editors_note": gettext_lazy("editor's note"),
    "source": gettext_lazy("source"),
    "jump": gettext_lazy("continued elsewhere"),
    "page_head": gettext_lazy("page head"),
    "unread": gettext_lazy("unread"),
}
# Doubts that have no place in the source lead to the field that answers them.
FIELDS = {doubts.NO_HEADLINE: "headline", doubts.NO_BODY: "body", doubts.PHOTO_TO_COME: "photos"}


class SourcePiece(NamedTuple):
    """doubt: where a doubt stands, and where it begins, its anchor."""

    text: str
    kind: str
    label: str
    is_doubt: bool = False
    anchor: str = ""


class Warning(NamedTuple):
    """address: of its place in the source, or of the field that answers it."""

    message: str
    address: str


class Picture(NamedTuple):
    shown: Shown
    address: str


class Sheet(NamedTuple):
    """One story on the screen: its form, its piece of the source, its pictures, and what is doubtful about it."""

    number: int
    form: StoryForm
    pieces: list[SourcePiece]
    pictures: list[Picture]
    warnings: list[Warning]
    was_drafted: bool
    draft: Article | None  # where the colleague may see it

    @property
    def headline(self):
        return self.form["headline"].value() or self.form["body"].value()[:20] or "……"

    @property
    def colour(self):
        return colour_of(self.number)

    @property
    def needs_eyes(self):
        return not self.was_drafted and bool(self.warnings or self.form.errors)


class Bundle(NamedTuple):
    """One manuscript on the screen. may_see_source: who may see a text that came before, and from whom."""

    number: int
    name: str
    place: Row | None
    map: SheetMap | None
    sheets: list[Sheet]
    loose: list[SourcePiece]
    notes: list[str]
    source: Source | None
    may_see_source: bool

    @property
    def needs_eyes(self):
        return bool(self.notes or (self.place and (self.place.remarks or self.place.form.errors)))


def bundles(read_ones, forms, places, user):
    """forms: those of all stories in a row."""
    made, start = [], 0
    for number, one in enumerate(read_ones, start=1):
        own = forms[start : start + len(one.stories)]
        place = next((row for row in places.rows if row.one.key == one.key), None)
        made.append(bundle(one, own, start + 1, place, user, number))
        start += len(own)
    return made


def bundle(one, forms, first, place, user, number):
    shown = sheets(one, forms, first, user)
    return Bundle(
        number=number,
        name=one.manuscript.name,
        place=place,
        map=sheet_map(one, [sheet.headline for sheet in shown], first),
        sheets=shown,
        loose=loose_pieces(one.manuscript.text, one.reading),
        notes=[message_of_note(note) for note in one.manuscript.notes],
        source=one.source,
        may_see_source=bool(one.source and one.source.is_visible_to(user)),
    )


def sheets(one, forms, first, user):
    spans, addresses = spans_by_story(one.reading), thumbnails(one, user)
    places = {span.start: place for place, span in enumerate(one.reading.spans)}
    drafts = drafts_by_story(one.source, user) if one.source else {}
    found = []
    for number, (form, story, shown) in enumerate(zip(forms, one.stories, one.pictures, strict=True)):
        was_drafted = number in one.drafted
        form.initial["include"] = not was_drafted
        marks = marks_of(story, one.manuscript.text, spans[number])
        stretch = stretch_of(one.reading, number, [places[span.start] for span in spans[number]])
        pieces = list(pieces_of(one.manuscript.text, stretch, marks, first + number))
        pictures = [Picture(each, addresses.get(id(each.picture), "")) for each in shown]
        warnings = [warning(doubt, place, form, first + number, marks) for place, doubt in enumerate(story.doubts)]
        draft = drafts.get(one.digests[number])
        found.append(Sheet(first + number, form, pieces, pictures, warnings, was_drafted, draft))
    return found


def drafts_by_story(source, user):
    """Those of the drafts that the colleague may see."""
    rows = source.stories.filter(article__in=Article.objects.visible_to(user)).select_related("article")
    return {row.digest: row.article for row in rows}


def marks_of(story, text, spans):
    """Where each doubt stands in the source, by its number."""
    found = {number: place_of(doubt, text, spans) for number, doubt in enumerate(story.doubts)}
    return {number: place for number, place in found.items() if place}


def warning(doubt, place, form, number, marks):
    field = FIELDS.get(doubt.code)
    in_form = form[field].id_for_label if field else f"story-{number}"
    return Warning(message_of(doubt), anchor_of(number, place) if place in marks else in_form)


def anchor_of(number, place):
    return f"doubt-{number}-{place + 1}"


def stretch_of(reading, number, own):
    """The story's stretch of the source, from its first piece to its last, with the white space between them."""
    stretch = reading.spans[own[0] : own[-1] + 1] if own else []
    return [span for span in stretch if span.story in (number, None)]


def pieces_of(words, stretch, marks, number):
    numbers, anchored = list(marks), set()
    for start, end, span, mark in cut_at(stretch, list(marks.values())):
        anchor = "" if mark is None or mark in anchored else anchor_of(number, numbers[mark])
        anchored.add(mark)
        yield source_piece(words[start:end], span.kind, mark is not None, anchor)


def loose_pieces(words, reading):
    loose = (span for span in reading.spans if span.kind in ("page_head", "unread"))
    return [source_piece(words[span.start : span.end], span.kind) for span in loose]


def source_piece(text, kind, is_doubt=False, anchor=""):
    if kind == "space" and text.count("\n") > 2:
        text = "\n\n"  # a photo's gap would push the next line out of sight
    return SourcePiece(text, kind.replace("_", "-"), str(KINDS.get(kind, "")), is_doubt, anchor)
