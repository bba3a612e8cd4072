"""A story's stretch of its source, in pieces: of what kind each was read as, and where a doubt stands."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy

from intake.screen.doubt_places import cut_at, place_of

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


class SourcePiece(NamedTuple):
    """label: said once, before the first of the pieces that a doubt cuts. is_doubt: where one stands; anchor: where one
    begins."""

    text: str
    kind: str
    label: str
    is_doubt: bool = False
    anchor: str = ""

    @property
    def is_coloured(self):
        return self.kind.replace("-", "_") in KINDS


def marks_of(story, text, spans):
    """Where each doubt stands in the source, by its number."""
    found = {number: place_of(doubt, text, spans) for number, doubt in enumerate(story.doubts)}
    return {number: place for number, place in found.items() if place}


def anchor_of(number, start):
    return f"doubt-{number}-{start}"


def stretch_of(reading, number, own):
    """The story's stretch of the source, from its first piece to its last, with the white space between them."""
    stretch = reading.spans[own[0] : own[-1] + 1] if own else []
    return [span for span in stretch if span.story in (number, None)]


def pieces_of(words, stretch, marks, number):
    begins = {start for start, _end in marks.values()}
    for start, end, span, is_doubt in cut_at(stretch, list(marks.values())):
        anchor = anchor_of(number, start) if start in begins else ""
        piece = source_piece(words[start:end], span.kind, is_doubt, anchor)
        yield piece if start == span.start else piece._replace(label="")


def loose_pieces(words, reading):
    loose = (span for span in reading.spans if span.kind in ("page_head", "unread"))
    return [source_piece(words[span.start : span.end], span.kind) for span in loose]


def source_piece(text, kind, is_doubt=False, anchor=""):
    if kind == "space" and text.count("\n") > 2:
        text = "\n\n"  # a photo's gap would push the next line out of sight
    return SourcePiece(text, kind.replace("_", "-"), str(KINDS.get(kind, "")), is_doubt, anchor)
