"""
What an exported story consists of, whatever the format: parts in printing order, each with the name of its style. The
names are the same in every format, and a layout program meets them as styles; so they are Chinese whatever the
interface speaks.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from wording.runs import runs


class Style(StrEnum):
    PAGE = "版面"
    ITEM = "稿件"
    COLUMN = "栏目"
    KICKER = "引题"
    HEADLINE = "主题"
    SUBHEADLINE = "副题"
    BYLINE = "署名"
    NOTE = "编者按"
    PARAGRAPH = "正文"
    SUBHEAD = "小标题"
    QUOTE = "引文"
    TABLE_HEAD = "表头"
    TABLE = "表格"
    FIGURE = "图片"
    CAPTION = "图片说明"
    FILE = "图片文件"
    SOURCE = "来源"
    EDITOR = "责任编辑"
    CORRECTION = "更正"


class Look(StrEnum):
    """Of words inside a paragraph."""

    PLAIN = ""
    BOLD = "粗体"
    DATELINE = "电头"


@dataclass(frozen=True)
class Words:
    text: str
    look: Look = Look.PLAIN


@dataclass(frozen=True)
class Picture:
    """A figure of a story. `file_name` is what the original is called in the archive that goes with the texts."""

    number: int
    photo: Any
    alt: str = ""
    file_name: str = ""
    may_be_shown: bool = True

    @property
    def mark(self):
        return f"[图{self.number}]"


@dataclass(frozen=True)
class Part:
    """One paragraph, or a table with its rows of cells, or the place of a picture. No text has a line break in it."""

    style: Style
    words: tuple[Words, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    has_head: bool = False
    picture: Picture | None = None

    @property
    def text(self):
        return "".join(some.text for some in self.words)

    @property
    def styled_rows(self):
        """Each row with its style."""
        return [
            (Style.TABLE_HEAD if self.has_head and not at else Style.TABLE, row) for at, row in enumerate(self.rows)
        ]


def line(style, text):
    """A part of plain text; whoever typed a break gets a part for each line."""
    return [Part(style, (Words(said),)) for said in map(printable, text.splitlines()) if said.strip()]


def marked(text):
    """A line of a body, with what is bold in it."""
    found = ((printable(run.text), run.is_bold) for run in runs(text))
    return tuple(Words(said, Look.BOLD if is_bold else Look.PLAIN) for said, is_bold in found if said)


def plain(text):
    return "".join(words.text for words in marked(text))


def printable(text):
    """Without what no file for layout may hold: control characters, halves of pairs, codes that are no characters."""
    return "".join(" " if character == "\t" else character for character in text if is_printable(character))


def is_printable(character):
    if character == "\t":
        return True
    return unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") and ord(character) & 0xFFFE != 0xFFFE
