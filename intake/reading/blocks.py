"""What kind of thing each paragraph of a page is, judged by itself."""

import re
from dataclasses import dataclass

from bylines.finding import Found, alone, at_tail
from bylines.names import HAN
from intake.reading.result import Doubt
from intake.reading.shapes import is_heading
from intake.reading.strands import Strand

HEADING, PARAGRAPH, CREDIT, PHOTO_CREDIT = "heading", "paragraph", "credit", "photo_credit"
CAPTION, COLUMN, PAGE_HEAD, JUMP, NOTE, SOURCE = "caption", "column", "page_head", "jump", "editors_note", "source"

LONGEST_CAPTION = 110
PAGE_LABEL = r"(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]?0\d|[A-Z]\d{1,2})"
PAGE_DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
PAGE_HEADS = re.compile(
    rf"(?:{PAGE_LABEL}[\s:·]*[{HAN}·]{{0,10}}|[{HAN}·]{{2,10}}[\s:·]*{PAGE_LABEL})?[\s|]*"
    rf"(?:{PAGE_DATE}[\s|]*(?:星期[一二三四五六日天])?[^。]{{0,40}})?"
)
IN_JUMP = r"[^。()\[\]]{0,20}"
JUMP_TEXT = rf"(?:[紧]?[接转](?:自|第|到|至)?\s*{PAGE_LABEL}{IN_JUMP}|(?:上接|下转|紧接|转接){IN_JUMP}版{IN_JUMP})"
JUMPS = re.compile(rf"[(\[]?\s*{JUMP_TEXT}\s*[)\]]?")
JUMP_AT_HEAD = re.compile(rf"\s*[(\[]\s*{JUMP_TEXT}\s*[)\]]")
JUMP_AT_TAIL = re.compile(rf"[(\[]\s*{JUMP_TEXT}\s*[)\]][\s。]*$")
NOTES = re.compile(r"[\[(■]?(?:编者按|编者的话|编者|开栏的?话|开栏语|编后|编后语|记者手记|编辑点评|按语)[\])]?[:\s]")
CAPTIONS = re.compile(
    rf"(?:[上下左右]?图|[大小]图|题图|图片|照片)(?:[①-⑳\d一二三四五六]+)?[为:]|图[①-⑳\d][:\s]?|[{HAN}\s]{{4,40}}\s资料图|▲"
)
COLUMNS = re.compile(r"\[([^\[\]。,]{2,20})\]|[■●◆▲★☆◎]\s*([^。,\s]{2,16})")


@dataclass
class Block:
    strand: Strand
    kind: str
    found: Found | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self):
        return self.strand.folded

    @property
    def blanks(self):
        return self.strand.layout["blanks"]

    @property
    def indent(self):
        return self.strand.layout["indent"]


def block_of(strand, known=frozenset(), known_columns=frozenset()):
    text = strand.folded
    if text in known_columns:
        return Block(strand, COLUMN)
    if found := alone(text, known, bare=text[0] in "(["):
        return Block(strand, kind_of_line(found.line), found)
    for pattern, kind in ((JUMPS, JUMP), (PAGE_HEADS, PAGE_HEAD)):
        if pattern.fullmatch(text):
            return Block(strand, kind)
    if NOTES.match(text):
        return Block(strand, NOTE)
    if COLUMNS.fullmatch(text):
        return Block(strand, COLUMN)
    if len(text) <= LONGEST_CAPTION and CAPTIONS.match(text):
        return Block(strand, CAPTION, at_tail(text, known))
    return Block(strand, HEADING if is_heading(text) else PARAGRAPH)


def kind_of_line(line):
    if line.credits:
        return CREDIT
    if line.photographers or line.image_source:
        return PHOTO_CREDIT
    return SOURCE
