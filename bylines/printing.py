"""How a byline is printed. One grammar for every page, kept in pieces so that a page can link each name.

本报讯 记者李凡 通讯员周永卫、王际明、梁昊报道 · 通讯员马敏 摄 · 记者李凡 摄影报道 · 记者李凡/文 通讯员马敏/摄
"""

from itertools import groupby
from typing import Any, NamedTuple

from bylines.credits import (
    AGENCY,
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
    """The line of a story. 报道 is set solid at its end where a dateline stands before it."""
    writers = [credit for credit in credits if credit.role != PHOTOGRAPHER]
    photographers = [credit for credit in credits if credit.role == PHOTOGRAPHER]
    if not writers:
        return photo_credit_parts(photographers, spaced_names)
    parts = people(writers, spaced_names)
    if not photographers:
        return [*parts, Piece(REPORTS)] if dateline else parts
    if names(writers) == names(photographers):
        return [*parts, Piece(" " + WORDS_AND_PICTURES)]
    return [*parts, Piece(WORDS + " "), *people(photographers, spaced_names), Piece(PICTURES)]


def photo_credit_parts(credits, spaced_names=False):
    """The line under a photo: 通讯员马敏 摄, or who supplied it."""
    took = [credit for credit in credits if credit.role != AGENCY]
    supplied = [credit for credit in credits if credit.role == AGENCY]
    lines = [
        [*people(some, spaced_names), Piece(" " + verb)] for some, verb in ((took, TOOK), (supplied, SUPPLIED)) if some
    ]
    return separated(lines, " ")


def people(credits, spaced_names):
    """Role word and names set solid, names of one role joined by 、, one space between role groups."""
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


def names(credits):
    return {credit.name for credit in credits}


def stands_as(credit):
    return credit.standing or PHOTOGRAPHER if credit.role == PHOTOGRAPHER else credit.role


def rank(credit):
    return ROLES.index(stands_as(credit))


def role_word(credit):
    return ROLE_WORDS.get(stands_as(credit), "")


def spaced(name, spaced_names):
    """A two-character name is set to the width of three where the paper says so."""
    return f"{name[0]}\u3000{name[1]}" if spaced_names and len(name) == 2 else name
