"""What the intake screen shows: of each manuscript its stories, each beside its source, with pictures and warnings."""

from itertools import pairwise
from typing import NamedTuple

from articles.models import Article
from intake.drafting.illustrating import Shown
from intake.messages import message_of, message_of_note
from intake.models import Source
from intake.reading import doubts
from intake.receiving import spans_by_story
from intake.screen.places import Row
from intake.screen.sheet_map import SheetMap, colour_of, sheet_map, thumbnails
from intake.screen.source_pieces import SourcePiece, anchor_of, loose_pieces, marks_of, pieces_of, stretch_of
from intake.screen.story_form import StoryForm
from intake.screen.warnings import Warned, of_errors, of_questions

# Doubts that have no place in the source lead to the field that answers them.
FIELDS = {doubts.NO_HEADLINE: "headline", doubts.NO_BODY: "body", doubts.PHOTO_TO_COME: "photos"}
FEW, MANY = 3, 15  # stories


class Picture(NamedTuple):
    shown: Shown
    address: str


class Sheet(NamedTuple):
    """One story on the screen: its form, its piece of the source, its pictures, and what is doubtful about it."""

    number: int
    form: StoryForm
    pieces: list[SourcePiece]
    pictures: list[Picture]
    warnings: list[Warned]
    was_drafted: bool
    draft: Article | None  # where the colleague may see it
    before: int = 0  # the stories that need eyes around it
    after: int = 0

    @property
    def headline(self):
        return self.form["headline"].value() or self.form["body"].value()[:20] or "……"

    @property
    def colour(self):
        return colour_of(self.number)

    @property
    def needs_eyes(self):
        return bool(self.warnings)

    @property
    def is_wrong(self):
        """Nothing is drafted before it is put right: it leads the list."""
        return bool(self.form.errors)


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
    link([bundle.sheets for bundle in made])
    return made


def link(sheets_of_bundles):
    """Each story that needs eyes to those around it."""
    numbers = [sheet.number for sheets in sheets_of_bundles for sheet in sheets if sheet.needs_eyes]
    before = {number: one for one, number in pairwise(numbers)}
    after = dict(pairwise(numbers))
    for sheets in sheets_of_bundles:
        for place, sheet in enumerate(sheets):
            sheets[place] = sheet._replace(before=before.get(sheet.number, 0), after=after.get(sheet.number, 0))


def opened(sheets):
    """The numbers of the stories that stand open: those with doubts, but of a whole issue only the first of them, and
    what is wrong; of a few stories all."""
    if len(sheets) <= FEW:
        return {sheet.number for sheet in sheets}
    doubtful = [sheet for sheet in sheets if sheet.needs_eyes]
    shown = doubtful if len(doubtful) <= MANY else [*doubtful[:1], *(each for each in doubtful if each.form.errors)]
    return {sheet.number for sheet in shown}


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
        said = [warning(doubt, place, form, first + number, marks) for place, doubt in enumerate(story.doubts)]
        warnings = of_errors(form) + ([] if was_drafted else said + of_questions(form))
        draft = drafts.get(one.digests[number])
        found.append(Sheet(first + number, form, pieces, pictures, warnings, was_drafted, draft))
    return found


def drafts_by_story(source, user):
    """Those of the drafts that the colleague may see."""
    rows = source.stories.filter(article__in=Article.objects.visible_to(user)).select_related("article")
    return {row.digest: row.article for row in rows}


def warning(doubt, place, form, number, marks):
    field = FIELDS.get(doubt.code)
    in_form = form[field].id_for_label if field else f"story-{number}"
    return Warned(message_of(doubt), anchor_of(number, marks[place][0]) if place in marks else in_form)
