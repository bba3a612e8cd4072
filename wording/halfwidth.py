"""Marks of the wrong width: half-width ones in a Chinese sentence, full-width letters and figures."""

import re

from wording.marks import (
    ADDRESS,
    CJK,
    LIST_NUMERAL,
    MARK,
    WIDE,
    belongs_to_chinese,
    touches_chinese,
    wide_brackets,
)
from wording.quotes import curl_line
from wording.typography import DASHES, DOTS, HYPHENS, NARROW_WORDS
from wording.unmarked import Slip, outside

WIDE_WORDS = re.compile("[" + "".join(map(chr, NARROW_WORDS)) + "％]+")
NARROW = NARROW_WORDS | {ord("％"): "%"}
FOREIGN = re.compile(r"[A-Za-z]{2,}[ ,.'’-]+[A-Za-z]{2,}")
PREVIOUS = 24


def half_width(text):
    """Half-width marks in Chinese, not in numbers, times, addresses and Latin phrases."""
    slips = [*_marks(text), *_brackets(text), *_quotes(text)]
    return sorted(outside(slips, ADDRESS.finditer(text)))


def _marks(text):
    before = ""
    for found in MARK.finditer(text):
        mark, at = found["mark"], found.start()
        before = before if before and text[at - 1 : at] in WIDE else text[at - 1 : at] if at else ""
        if _is_wrong(text, found, before):
            before = WIDE[mark]
            yield Slip(at, at + 1, WIDE[mark])
        else:
            before = ""


def _is_wrong(text, found, before):
    at, after = found.start(), text[found.end() : found.end() + 1]
    if found["mark"] == "." and (
        LIST_NUMERAL.search(text[max(at - 4, 0) : at]) or text[at - 1 : at + 2].count(".") > 1
    ):
        return False
    return belongs_to_chinese(found["mark"], before, after) and not _ends_latin(text, at)


def _ends_latin(text, at):
    """Who quotes a Latin sentence quotes its marks: “Made in China.”"""
    return bool(FOREIGN.search(text[max(at - PREVIOUS, 0) : at])) and text[at - 1].isascii()


def _brackets(text):
    for at in sorted(wide_brackets(text)):
        yield Slip(at, at + 1, "（" if text[at] == "(" else "）")


def _quotes(text):
    start = 0
    for line in text.split("\n"):
        if '"' in line or "'" in line:
            curled = curl_line(line)
            is_left = curled == line
            for at, (typed, curly) in enumerate(zip(line, curled, strict=True), start):
                if typed != curly or (typed == '"' and is_left and touches_chinese(text, at, at + 1)):
                    yield Slip(at, at + 1, curly if typed != curly else None)
        start += len(line) + 1


def dots_and_dashes(text):
    """... for ……, -- for ——, and either of them half as long as it is printed."""
    for pattern, meant in ((DOTS, "……"), (HYPHENS, "——"), (DASHES, "——")):
        for found in pattern.finditer(text):
            if found[0] != meant and touches_chinese(text, *found.span()):
                yield Slip(*found.span(), meant)


def full_width_words(text):
    """２０２３ and ＡＢＣ, which print sets in half width."""
    for found in WIDE_WORDS.finditer(text):
        yield Slip(*found.span(), found[0].translate(NARROW))


def spaces_at_marks(text):
    """A space before or behind a full-width mark, which has its own room."""
    for found in SPACE_AT_MARK.finditer(text):
        yield Slip(*found.span(), "")


SPACE_AT_MARK = re.compile(f"(?<=[{CJK}])[ ]+(?=[，。；：、！？”》）])|(?<=[，。；、！？“《（])[ ]+(?=[{CJK}])")
