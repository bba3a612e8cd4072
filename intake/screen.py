"""What the intake screen shows: of each manuscript its stories, each beside its source, with pictures and warnings."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy

from articles.models import Article
from intake.illustrating import Shown, shown_in
from intake.manuscripts import Manuscript
from intake.messages import message_of, message_of_note
from intake.models import Source
from intake.reading.result import Reading
from intake.receiving import drafted_of, read_text, spans_by_story, stretches_of
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


class ManuscriptRead(NamedTuple):
    """source: the one that it came as before; drafted: the numbers of the stories that became drafts then."""

    manuscript: Manuscript
    reading: Reading
    source: Source | None
    digests: list[str]
    drafted: set[int]

    @property
    def stories(self):
        return self.reading.stories

    @property
    def is_new(self):
        return len(self.drafted) < len(self.stories)


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
    was_drafted: bool
    draft: Article | None  # where the colleague may see it


class Bundle(NamedTuple):
    """One manuscript on the screen. may_see_source: who may see a text that came before, and from whom."""

    name: str
    sheets: list[Sheet]
    loose: list[SourcePiece]
    notes: list[str]
    source: Source | None
    may_see_source: bool


def read(manuscript):
    """Names of photos that are captions are put to the editor with the other captions."""
    reading = read_text(manuscript.text, manuscript.looks)
    for story, shown in zip(reading.stories, pictures_of(manuscript, reading), strict=True):
        story.photos += [picture.photo for picture in shown if picture.photo.caption and not picture.said]
    source = Source.objects.with_text(manuscript.text).first()
    before = drafted_of(source) if source else set()
    digests = [stretch.digest for stretch in stretches_of(manuscript.text, reading)]
    drafted = {number for number, digest in enumerate(digests) if digest in before}
    return ManuscriptRead(manuscript, reading, source, digests, drafted)


def pictures_of(manuscript, reading):
    return shown_in(reading, manuscript.text, manuscript.pictures)


def bundles(read_ones, forms, user):
    """forms: those of all stories in a row."""
    made, start = [], 0
    for one in read_ones:
        own = forms[start : start + len(one.stories)]
        made.append(bundle(one, own, start + 1, user))
        start += len(own)
    return made


def bundle(one, forms, first, user):
    notes = [message_of_note(note) for note in one.manuscript.notes]
    may_see_source = bool(one.source and one.source.is_visible_to(user))
    loose = loose_pieces(one.manuscript.text, one.reading)
    return Bundle(one.manuscript.name, sheets(one, forms, first, user), loose, notes, one.source, may_see_source)


def sheets(one, forms, first, user):
    words, reading = one.manuscript.text, one.reading
    spans, pictures = spans_by_story(reading), pictures_of(one.manuscript, reading)
    places = {span.start: place for place, span in enumerate(reading.spans)}
    drafts = drafts_by_story(one.source, user) if one.source else {}
    found = []
    for number, (form, story) in enumerate(zip(forms, reading.stories, strict=True)):
        was_drafted = number in one.drafted
        form.initial["include"] = not was_drafted
        pieces = pieces_of(words, reading, number, [places[span.start] for span in spans[number]])
        warnings = [message_of(doubt) for doubt in story.doubts]
        draft = drafts.get(one.digests[number])
        found.append(Sheet(first + number, form, pieces, pictures[number], warnings, was_drafted, draft))
    return found


def drafts_by_story(source, user):
    """Those of the drafts that the colleague may see."""
    rows = source.stories.filter(article__in=Article.objects.visible_to(user)).select_related("article")
    return {row.digest: row.article for row in rows}


def pieces_of(words, reading, number, own):
    """The story's stretch of the source, from its first piece to its last, with the white space between them."""
    stretch = reading.spans[own[0] : own[-1] + 1] if own else []
    return [source_piece(words, span) for span in stretch if span.story in (number, None)]


def loose_pieces(words, reading):
    return [source_piece(words, span) for span in reading.spans if span.kind in ("page_head", "unread")]


def source_piece(words, span):
    text = words[span.start : span.end]
    if span.kind == "space" and text.count("\n") > 2:
        text = "\n\n"  # a photo's gap would push the next line out of sight
    return SourcePiece(text, span.kind.replace("_", "-"), str(KINDS.get(span.kind, "")))
