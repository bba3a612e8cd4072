"""What the intake screen shows: of each manuscript its stories, each beside its source, with pictures and warnings."""

from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from articles.models import Article
from intake.forms import StoryForm
from intake.illustrating import Shown, shown_in
from intake.manuscripts import Manuscript
from intake.messages import message_of, message_of_note
from intake.models import Source
from intake.reading.result import Reading
from intake.receiving import drafts_of, read_text

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


class ManuscriptRead(NamedTuple):
    """known: the source that it came as before; its stories are not drafted again."""

    manuscript: Manuscript
    reading: Reading
    known: Source | None

    @property
    def stories(self):
        return [] if self.known else self.reading.stories


class SourcePiece(NamedTuple):
    text: str
    kind: str
    label: str


class Sheet(NamedTuple):
    """One story on the screen: its form, its piece of the source, its pictures, and what is doubtful about it."""

    number: int
    form: StoryForm
    pieces: list[SourcePiece]
    pictures: list[Shown]
    warnings: list[str]


class Bundle(NamedTuple):
    """One manuscript on the screen."""

    name: str
    sheets: list[Sheet]
    loose: list[SourcePiece]
    notes: list[str]
    known: Source | None
    drafts: QuerySet[Article] | list[Article]


def read(manuscript):
    """Names of photos that are captions are put to the editor with the other captions."""
    reading = read_text(manuscript.text)
    for story, shown in zip(reading.stories, pictures_of(manuscript, reading), strict=True):
        story.photos += [picture.photo for picture in shown if picture.photo.caption and not picture.said]
    known = Source.objects.with_text(manuscript.text).first()
    return ManuscriptRead(manuscript, reading, known)


def pictures_of(manuscript, reading):
    return shown_in(reading, manuscript.text, manuscript.pictures)


def bundles(read_ones, forms, user):
    """forms: those of all stories in a row."""
    forms, made, number = iter(forms), [], 0
    for manuscript, reading, known in read_ones:
        notes = [message_of_note(note) for note in manuscript.notes]
        if known:
            made.append(Bundle(manuscript.name, [], [], notes, known, drafts_of(known).visible_to(user)))
            continue
        sheets = []
        for place, shown in enumerate(pictures_of(manuscript, reading)):
            number += 1
            sheets.append(sheet(number, next(forms), place, shown, manuscript.text, reading))
        made.append(Bundle(manuscript.name, sheets, loose_pieces(manuscript.text, reading), notes, None, []))
    return made


def sheet(number, form, place, shown, words, reading):
    warnings = [message_of(doubt) for doubt in reading.stories[place].doubts]
    return Sheet(number, form, pieces_of(words, reading, place), shown, warnings)


def pieces_of(words, reading, number):
    """The story's stretch of the source, from its first piece to its last, with the white space between them."""
    own = [place for place, span in enumerate(reading.spans) if span.story == number]
    stretch = reading.spans[own[0] : own[-1] + 1] if own else []
    return [source_piece(words, span) for span in stretch if span.story in (number, None)]


def loose_pieces(words, reading):
    return [source_piece(words, span) for span in reading.spans if span.kind in ("page_head", "unread")]


def source_piece(words, span):
    text = words[span.start : span.end]
    if span.kind == "space" and text.count("\n") > 2:
        text = "\n\n"  # a photo's gap would push the next line out of sight
    return SourcePiece(text, span.kind.replace("_", "-"), str(KINDS.get(span.kind, "")))
