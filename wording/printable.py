"""Words from outside in sight: what would turn a line around, break it or speak to a terminal is written out;
and whether there is anything to be read at all."""

import unicodedata

# By their category letters and symbols, by their looks nothing: Hangul fillers, the empty Braille pattern.
BLANK = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}
UNSEEN = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"}  # a mark alone marks nothing


def printable(words):
    r"""Line breaks, escape sequences and the like as \n; so two names that differ still do."""
    return "".join(map(in_sight, words))


def in_sight(sign):
    return sign if sign.isprintable() or sign == "\u3000" else sign.encode("unicode_escape").decode()


def says_anything(words):
    """Blanks, zero-width signs and the like alone say nothing, however many they are."""
    return any(sign not in BLANK and unicodedata.category(sign) not in UNSEEN for sign in words)
