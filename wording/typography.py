"""Chinese typography for print: the canonical form in which text is stored.

Only the rules below are applied. Unicode's own compatibility folding (NFKC) is never used: it would turn ，：（）… into
their Latin cousins. Every rule leaves words alone and changes punctuation, width and white space; applying the whole
twice changes nothing more.
"""

import re
from typing import NamedTuple

from wording.folding import WIDE_POINT_IN_NAME
from wording.marks import CJK, touches_chinese, widen_marks, widen_parentheses
from wording.quotes import HAS_CHINESE, curl_quotes

WIDE_LETTERS = "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
WIDE_WORDS = "０１２３４５６７８９" + WIDE_LETTERS + WIDE_LETTERS.upper()
NARROW_WORDS = {ord(wide): ord(wide) - 0xFEE0 for wide in WIDE_WORDS}
# ％ and the full-width twins of the straight marks; the marks' own rules then decide what they become.
NARROW_MARKS = {0xFF05: "%", 0xFF02: '"', 0xFF07: "'", 0xFF0E: ".", 0x3000: " ", 0x00A0: " "}
UNSEEN = re.compile("[\u200b\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

WIDE_DOT_INSIDE_NAME = re.compile(f"(?<=[{CJK}A-Za-z])[・•‧･](?=[{CJK}A-Za-z])")
# Four … (twelve dots) stand for a paragraph left out, and stay.
DOTS = re.compile(r"(?<!…)…(?!…)|…{3}|…{5,}|\.{3,}|。{3,}")
DASHES = re.compile(r"[―－─—]{2,}")
HYPHENS = re.compile("-{2,}")
EXCLAIMING = re.compile("([！？]{3})[！？]+")
TITLE_MARKS = re.compile("[《》〈〉]")
ADJACENT_TITLES = re.compile("[》”]、[《“]")


class Review(NamedTuple):
    text: str
    changed: tuple[str, ...]  # names of the rules that changed something, in their order
    doubts: tuple[str, ...]  # what an editor must decide: "adjacent-titles", "odd-quotes"


def normalise(text: str) -> str:
    """The text as the paper stores it."""
    return review(text).text


def review(text: str) -> Review:
    """The text as the paper stores it, with what was changed and what an editor has to decide."""
    changed = []
    for name, rule in RULES:
        before, text = text, rule(text)
        if text != before and name not in changed:
            changed.append(name)
    return Review(text, tuple(changed), tuple(name for name, doubt in DOUBTS if doubt(text)))


def remove_unseen(text):
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")


def wide_points(text):
    """阿．买合提: the full-width point stands for the dot of a name; behind a numeral it marks a list (一．增收)."""
    return WIDE_POINT_IN_NAME.sub("·", text)


def narrow_letters(text):
    return text.translate(NARROW_WORDS).translate(NARROW_MARKS)


def drop_indents(text):
    return "\n".join(line.strip(" ") for line in text.split("\n"))


def dots(text):
    return DOTS.sub(
        lambda found: "……" if found[0][0] != "." or touches_chinese(text, *found.span()) else found[0], text
    )


def dashes(text):
    text = DASHES.sub("——", text).replace("―", "—")
    return HYPHENS.sub(lambda found: "——" if touches_chinese(text, *found.span()) else found[0], text)


def centre_dots(text):
    return WIDE_DOT_INSIDE_NAME.sub("·", text)


def at_most_three(text):
    return EXCLAIMING.sub(r"\1", text)


def nest_titles(text):
    """《…《…》…》 becomes 《…〈…〉…》; a paragraph whose title marks do not pair is left as it is."""
    return "\n".join(nest_line(line) if "《" in line else line for line in text.split("\n"))


def nest_line(line):
    depth, pieces, end = 0, [], 0
    for mark in TITLE_MARKS.finditer(line):
        opening = mark[0] in "《〈"
        depth += opening
        if depth < 1 or depth > 2:
            return line
        pieces += [line[end : mark.start()], "《〈"[depth - 1] if opening else "》〉"[depth - 1]]
        depth -= not opening
        end = mark.end()
    return line if depth else "".join([*pieces, line[end:]])


def has_odd_quotes(text):
    return any(line.count("“") != line.count("”") or has_straight_quote(line) for line in text.split("\n"))


def has_straight_quote(line):
    return '"' in line and HAS_CHINESE.search(line)


# The order matters: each rule looks only at what the rules before it have settled, so that twice is the same as once.
RULES = (
    ("unseen", remove_unseen),
    ("centre-dots", wide_points),
    ("width", narrow_letters),
    ("indents", drop_indents),
    ("quotes", curl_quotes),
    ("dots", dots),
    ("dashes", dashes),
    ("parentheses", widen_parentheses),
    ("marks", widen_marks),
    ("dots", dots),
    ("centre-dots", centre_dots),
    ("exclaiming", at_most_three),
    ("titles", nest_titles),
)
DOUBTS = (("adjacent-titles", ADJACENT_TITLES.search), ("odd-quotes", has_odd_quotes))
