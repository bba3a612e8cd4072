"""The credit line of stories and photos. It is made of pieces, so that a page can link each name.

本报讯 记者林岚 通讯员周亦行、何青报道 · 通讯员何青 摄 · 记者林岚 摄影报道 · 记者林岚/文 通讯员何青/摄
"""

from itertools import groupby
from typing import Any, NamedTuple

from bylines.credits import (
    AGENCY,
    EDITOR,
    PHOTOGRAPHER,
    PICTURES,
    REPORTS,
    ROLE_WORDS,
    ROLES,
    SUPPLIED,
    TOOK,
    WORDS,
    WORDS_AND_PICTURES,
)


class Piece(NamedTuple):
    text: str
    credit: Any = None  # the credit whose name this piece is; None for role words and marks


def print_byline(credits, dateline="", spaced_names=False):
    return join(byline_parts(credits, dateline, spaced_names))


def print_photo_credit(credits, spaced_names=False):
    return join(photo_credit_parts(credits, spaced_names))


def join(parts):
    return "".join(piece.text for piece in parts)


def byline_parts(credits, dateline="", spaced_names=False):
    """The line of a story. Who edited it has reported nothing, and is named behind 报道."""
    editors = [credit for credit in credits if credit.role == EDITOR]
    reporting = [credit for credit in credits if credit.role != EDITOR]
    lines = [reporting_parts(reporting, dateline, spaced_names), people(editors, spaced_names)]
    return separated([line for line in lines if line], " ")


def reporting_parts(credits, dateline, spaced_names):
    """Who reported. Behind a dateline it closes with 报道, unless it already says 摄影报道 or 文 and 摄."""
    writers = [credit for credit in credits if credit.role != PHOTOGRAPHER]
    photographers = [credit for credit in credits if credit.role == PHOTOGRAPHER]
    if not writers:
        return photo_credit_parts(photographers, spaced_names)
    parts = people(writers, spaced_names)
    if not photographers:
        return [*parts, Piece(REPORTS)] if dateline else parts
    if persons(writers) == persons(photographers):
        return [*parts, Piece(" " + WORDS_AND_PICTURES)]
    return [*parts, Piece(WORDS + " "), *people(photographers, spaced_names), Piece(PICTURES)]


def photo_credit_parts(credits, spaced_names=False):
    """The line under a photo: 通讯员何青 摄; an agency is not said to have taken it but to have supplied it."""
    took = [credit for credit in credits if credit.role != AGENCY]
    supplied = [credit for credit in credits if credit.role == AGENCY]
    lines = [
        [*people(some, spaced_names), Piece(" " + verb)] for some, verb in ((took, TOOK), (supplied, SUPPLIED)) if some
    ]
    return separated(lines, " ")


def people(credits, spaced_names):
    """记者林岚、江望 通讯员何青: each role once, before the names of all who stand in it."""
    in_order = sorted(credits, key=rank)
    groups = [
        [Piece(word), *named(group, spaced_names)] if word else named(group, spaced_names)
        for word, group in groupby(in_order, key=role_word)
    ]
    return separated(groups, " ")


def named(credits, spaced_names):
    return separated([[Piece(spaced(credit.name, spaced_names), credit)] for credit in credits], "、")


def separated(groups, mark):
    """The groups of pieces in one row with a mark between them."""
    row = []
    for group in groups:
        row += [Piece(mark), *group] if row else group
    return row


def persons(credits):
    """Namesakes are two rows of the register; a credit read from text has nothing but its name."""
    return {getattr(credit, "contributor_id", None) or credit.name for credit in credits}


def stands_as(credit):
    return credit.standing or PHOTOGRAPHER if credit.role == PHOTOGRAPHER else credit.role


def rank(credit):
    return ROLES.index(stands_as(credit))


def role_word(credit):
    return ROLE_WORDS.get(stands_as(credit), "")


def spaced(name, spaced_names):
    """A two-character name is set to the width of three where the paper says so."""
    return f"{name[0]}\u3000{name[1]}" if spaced_names and len(name) == 2 else name
