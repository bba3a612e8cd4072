"""
How a text is found: folded, parted into runs, and those into the tokens that the index has.

A run is a stretch of Chinese characters, or a word of other letters and digits; everything else parts runs. Of a
Chinese run every character and every two neighbours are tokens, so that no dictionary decides what a word is. A token
is made of letters and digits alone: what someone types never becomes part of the language in which the index is asked.
"""

import re
from operator import add

from wording.folding import WIDE_ASCII
from wording.simplified import SIMPLIFIED

# Raised when the same text comes to have other tokens: an index of an older number has to be built anew.
EDITION = 1
LONGEST = 40  # of a Latin word or a number: longer ones are found by their beginning
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
OTHER_RUN = re.compile(rf"[^ {HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
# One character for one; İ alone would become two when it is made small.
FOLDED = {**WIDE_ASCII, **SIMPLIFIED, ord("○"): "〇", ord("İ"): "i"}


def folded(text):
    """For matching: as long as the text, so that a place in it is the same place in the text."""
    return text.translate(FOLDED).lower()


def runs(text):
    return RUN.findall(folded(text))


def is_han(run):
    return IS_HAN.match(run) is not None


def in_runs(text):
    """The runs with a space around each: a phrase stands in a text where its runs stand in the text's."""
    return f" {' '.join(runs(text))} "


def tokens(text):
    """The set of them."""
    return tokens_of(in_runs(text))


def tokens_of(said):
    """Of a text in runs. Neighbours of whom one is a space come to the other alone, which is a token anyway."""
    others = OTHER_RUN.findall(said)
    han = OTHER_RUN.sub(" ", said) if others else said
    found = set(pairs(han).split())
    found.update(han)
    found.discard(" ")
    found.update(other[:LONGEST] for other in others)
    return found


def pairs(text):
    """
    Every two neighbours, with a space behind them. An archive has a thousand million: they are laid side by side as
    bytes, column by column, which takes a tenth of the time that making each of them would.
    """
    code = text.encode("utf-16-le")
    if len(code) != 2 * len(text):  # characters of two halves each
        return " ".join(map(add, text, text[1:]))
    laid = bytearray(b"\0\0\0\0 \0") * (len(text) - 1)
    laid[0::6], laid[1::6], laid[2::6], laid[3::6] = code[0:-2:2], code[1:-2:2], code[2::2], code[3::2]
    return laid.decode("utf-16-le")
