"""What a text is cut into before two are compared: the smallest signs that are never torn, their phrases and lines."""

import re
from itertools import accumulate, pairwise

from wording.length import WORD
from wording.marks import ADDRESS
from wording.markup import FIGURE

NUMERAL = "〇零一二三四五六七八九十百千万亿两"
# A date is one sign: an editor who changes the month and one who changes the day have both changed the date.
DATE = r"(?:\d+年)?\d+月(?:\d+日)?|\d+年"
NUMBER = rf"\d+(?:[.,:：/-]\d+)*(?![{WORD}])(?:[%％‰]|[万亿]+)?"
JOINED = "\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
ATOM = re.compile(
    rf"{FIGURE.pattern}|\r?\n|(?m:^(?:##|>) )|\*\*|{ADDRESS.pattern}"
    rf"|{DATE}|{NUMBER}|[{NUMERAL}]{{2,}}|[{WORD}]+(?:[.'’_-][{WORD}]+)*"
    rf"|…+|—+|[ \t\u3000]+|(?s:.)[{JOINED}]*(?:(?<=\u200d).[{JOINED}]*)*",
    re.ASCII,
)
SENTENCE_ENDS = frozenset("。！？；!?;")
PHRASE_ENDS = SENTENCE_ENDS | frozenset("，、：,:…—") | {"……", "——"}
OPENERS = frozenset("“‘《〈（【「『([")
CLOSERS = frozenset("”’》〉）】」』)]")
BREAKS = frozenset({"\n", "\r\n"})


def atoms(text):
    """Every character of the text is in exactly one atom: joined they are the text."""
    return [found[0] for found in ATOM.finditer(text)]


def weight(atom):
    """How much of a phrase an atom is: a word or a number as much as two Han characters, space nothing."""
    if atom.isspace():
        return 0
    return 2 if len(atom) > 1 or atom in SENTENCE_ENDS else 1


def is_fixed(atom):
    """Breaks and marks of figures stand for themselves; they are never part of a phrase that was reworded."""
    return atom in BREAKS or bool(FIGURE.fullmatch(atom))


def lines(atoms):
    """Ranges of atoms, each a line with its break."""
    return _ranges(atoms, lambda atom, _: atom in BREAKS)


def phrases(atoms):
    """Ranges of atoms, each a phrase with the marks that end it; breaks and marks of figures are their own."""
    return _ranges(atoms, _ends_phrase)


def _ends_phrase(atom, following):
    if is_fixed(atom) or is_fixed(following):
        return True
    return (atom in PHRASE_ENDS or atom in CLOSERS) and following not in CLOSERS and following not in PHRASE_ENDS


def _ranges(atoms, ends):
    ends_at = [at for at, (atom, following) in enumerate(pairwise([*atoms, ""]), 1) if ends(atom, following)]
    if atoms and (not ends_at or ends_at[-1] != len(atoms)):
        ends_at.append(len(atoms))
    return list(pairwise([0, *ends_at]))


def border(atoms, at):
    """How good a place this is to cut a text in two: 0 in the middle of words, 6 between lines."""
    if at in (0, len(atoms)) or atoms[at - 1] in BREAKS:
        return 6
    before, after = atoms[at - 1], atoms[at]
    if after in BREAKS:
        return 5
    if after in CLOSERS or after in PHRASE_ENDS or before in OPENERS:
        return 0
    if before in SENTENCE_ENDS:
        return 4
    if before in PHRASE_ENDS:
        return 3
    return 2 if before in CLOSERS or after in OPENERS else int(len(before) > 1 or len(after) > 1)


def running(values):
    """Sums up to every place, so that any stretch is weighed by one subtraction."""
    return [0, *accumulate(values)]
