"""Quotation marks, brackets and title marks that do not pair."""

import re
from typing import NamedTuple

from wording.unmarked import Slip

# Both widths of a bracket are of one kind: （注) is closed, if badly.
CLOSING = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    "「": "」",
    "『": "』",
    "〔": "〕",
}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
TWIN = {"（": "(", "）": ")"}
MARKS = re.compile("[“”‘’《》〈〉（）()【】「」『』〔〕\n]")
WITHIN_A_PARAGRAPH = "《〈【〔"
QUOTES = "“‘「『"
APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’(?=[A-Za-z])|(?<=s)’(?= )|’(?=\d0s?\b)")
LIST_NUMBER = re.compile(r"(?:^|[\s，。；：、])[0-9A-Za-z①-⑩一二三四五六七八九十]{1,3}\Z")  # 1) and a) close nothing
INDENT = " \u3000\t"
WIDEST_INDENT = 8
MOST_OPEN = 100  # a text where more are open is none
ADJACENT = re.compile("(?<=[》”])、(?=[《“])")


def stops_between_titles(text):
    """《A》、《B》 and “A”、“B”: the marks part them already, and GB/T 15834 leaves the 、 out."""
    return [Slip(*found.span(), "") for found in ADJACENT.finditer(text)]


class Open(NamedTuple):
    mark: str
    at: int
    paragraph: int
    leads: bool  # whether it begins its paragraph


def unpaired(text):
    """Every mark that was opened and not closed, or closed and not opened."""
    return sorted(Pairing(text).slips)


def nested_alike(text):
    """“…“…”…”: inside double quotation marks stand single ones, inside 《》 stand 〈〉."""
    return sorted(Pairing(text).nested)


class Pairing:
    def __init__(self, text):
        self.text, self.open, self.slips, self.nested = text, [], [], []
        self.paragraph, begins = 0, 0
        apostrophes = {found.start() for found in APOSTROPHE.finditer(text)}
        for found in MARKS.finditer(text):
            mark, at = found[0], found.start()
            if mark == "\n":
                self.paragraph, begins = self.paragraph + 1, found.end()
                self.end_paragraph()
            elif mark in CLOSING:
                self.opened(
                    Open(mark, at, self.paragraph, at - begins < WIDEST_INDENT and not text[begins:at].strip(INDENT))
                )
            elif at not in apostrophes:
                self.closed(mark, at)
        self.give_up(self.open)

    def end_paragraph(self):
        """A title never runs on into the next paragraph; what somebody says, and a note in brackets, may."""
        lost = [left for left in self.open if left.mark in WITHIN_A_PARAGRAPH]
        self.open = [left for left in self.open if left not in lost]
        self.give_up(lost)

    def opened(self, new):
        """A paragraph within a quotation opens it anew; elsewhere it shows that the one before was never closed."""
        before = [left for left in self.open if alike(left.mark, new.mark) and left.paragraph < new.paragraph]
        if before:
            lost = [left for left in self.open if left.paragraph < new.paragraph and left not in before]
            self.give_up(lost if new.leads and new.mark in QUOTES else [*lost, *before])
            self.open = [left for left in self.open if left.paragraph == new.paragraph]
        if len(self.open) < MOST_OPEN:
            self.open.append(new)

    def closed(self, mark, at):
        matching = [place for place, left in enumerate(self.open) if alike(left.mark, OPENING[mark])]
        if not matching:
            if mark not in ")）" or not LIST_NUMBER.search(self.text[max(at - 4, 0) : at]):
                self.slips.append(Slip(at, at + 1))
            return
        first = self.open[matching[-1]]
        self.give_up(self.open[matching[-1] + 1 :])
        del self.open[matching[-1] :]
        if CLOSING[first.mark] != mark:
            self.slips.append(Slip(at, at + 1, CLOSING[first.mark]))
        elif any(left.mark == first.mark and left.paragraph == first.paragraph for left in self.open):
            self.nested.append(Slip(first.at, at + 1, self.within(first, at)))

    def within(self, first, at):
        inner = {"“": "‘’", "《": "〈〉"}.get(first.mark)
        return inner and inner[0] + self.text[first.at + 1 : at] + inner[1]

    def give_up(self, lost):
        """Of “工匠“精神 only the second mark is shown: it was meant to close."""
        for number, left in enumerate(lost):
            following = lost[number + 1] if number + 1 < len(lost) else None
            if following and following.mark == left.mark and following.paragraph == left.paragraph:
                continue
            previous = lost[number - 1] if number else None
            meant = previous and previous.mark == left.mark and previous.paragraph == left.paragraph
            self.slips.append(Slip(left.at, left.at + 1, CLOSING[left.mark] if meant else None))


def alike(mark, other):
    return TWIN.get(mark, mark) == TWIN.get(other, other)
