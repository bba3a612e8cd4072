"""What kind of thing each paragraph of a page is, judged by itself."""

import re
from dataclasses import dataclass

from bylines.finding import Found, alone, at_tail, in_part
from bylines.names import HAN
from bylines.roles import OUTLET
from intake.reading.datelines import dateline_of
from intake.reading.headlines import RUBRIC, SLOGANS
from intake.reading.result import Doubt
from intake.reading.shapes import is_heading
from intake.reading.strands import Strand

HEADING, PARAGRAPH, CREDIT, PHOTO_CREDIT = "heading", "paragraph", "credit", "photo_credit"
CAPTION, COLUMN, PAGE_HEAD, JUMP, NOTE, SOURCE = "caption", "column", "page_head", "jump", "editors_note", "source"

LONGEST_CAPTION = 110
PAGE_LABEL = r"(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]?0\d|[A-Z]\d{1,2})"
PAGE_DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
PAGE_NAME = rf"[{HAN}·]{{0,4}}|[{HAN}·]{{2,8}}(?:新闻|要闻|[周副月]刊|专[版刊题]|综合|时评|专栏|天地)"
PAGE_HEADS = re.compile(
    rf"(?:(?:第?\s*[A-Z]?\d{{1,3}}\s*版[\s:·]*[{HAN}·]{{0,10}}|{PAGE_LABEL}[\s:·]*(?:{PAGE_NAME})"
    rf"|[{HAN}·]{{2,10}}[\s:·]*{PAGE_LABEL}|{OUTLET}(?=[\s|]*\d{{4}})))?[\s|]*"
    rf"(?:{PAGE_DATE}[\s|]*(?:星期[一二三四五六日天])?[^。]{{0,40}})?"
)
IN_JUMP = r"[^。()\[\]]{0,20}"
JUMP_TEXT = rf"(?:[紧]?[接转](?:自|第|到|至)?\s*{PAGE_LABEL}{IN_JUMP}|(?:上接|下转|紧接|转接){IN_JUMP}版{IN_JUMP})"
ARROWS = r"[\s(\[>▶►▷→↓》»★☆●■◆*-]*"
JUMPS = re.compile(rf"{ARROWS}{JUMP_TEXT}[\s)\]<◀◄《«]*")
JUMP_AT_HEAD = re.compile(rf"\s*[(\[]\s*{JUMP_TEXT}\s*[)\]]")
JUMP_AT_TAIL = re.compile(rf"[(\[]\s*{JUMP_TEXT}\s*[)\]][\s。]*$")
NOTE_WORD = "编者按|编者的话|编者|开栏的?话|开栏语|编后|编后语|记者手记|采访手记|编辑点评|短评|按语"
NOTES = re.compile(rf"[\[(■●◆□]?\s*(?:{NOTE_WORD})\s*[\])]?[:\s]")
# On a line of its own: the next paragraph is the note.
NOTE_HEADS = re.compile(rf"[\[(■●◆□]?\s*(?:{NOTE_WORD})\s*[\])]?:?")
OPENING_NOTES = re.compile(r"[\[(■●◆□]?\s*(?:编者按|编者的话|开栏)")
CAPTIONS = re.compile(
    rf"(?:[上下左右]?图|[大小]图|题图|图片|照片)(?:[①-⑳\d一二三四五六]+)?[为:]|图[①-⑳\d][:\s]?|[{HAN}\s]{{4,40}}\s资料图|▲"
)
NUMERALS = re.compile(r"[(\[]?(?:[一二三四五六七八九十]{1,3}|0\d|[①-⑳])[)\]]?[、.]?")  # a subhead that is but a number
MARKED_SUBHEAD = re.compile(r"\[(?:链接|相关链接|新闻链接|延伸阅读|背景|新闻背景|提示|人物简介|对话)\][:\s]*")
LONGEST_RUBRIC = 16
FEW_WORDS = re.compile(rf"(?!.*(?:记者|通讯员|编辑))[{HAN}\w“”《》、,\s]{{3,40}}")
COLUMNS = re.compile(r"\[([^\[\]。,]{2,20})\]|[■●◆▲★☆◎]\s*([^。,\s]{2,16})")


@dataclass
class Block:
    strand: Strand
    kind: str
    found: Found | None = None
    doubts: tuple[Doubt, ...] = ()
    part: str = ""  # of a headline, where the page shows it (intake.reading.looks)

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
    if text in known_columns or is_rubric(text):
        return Block(strand, COLUMN)
    if found := alone(text, known, bare=text[0] in "(["):
        return Block(strand, kind_of_line(found.line), found)
    for pattern, kind in ((JUMPS, JUMP), (PAGE_HEADS, PAGE_HEAD)):
        if pattern.fullmatch(text):
            return Block(strand, kind)
    if NOTES.match(text) or NOTE_HEADS.fullmatch(text):
        return Block(strand, NOTE)
    if is_numeral(text) or MARKED_SUBHEAD.fullmatch(text):
        return Block(strand, HEADING)
    if COLUMNS.fullmatch(text) and not dateline_of(text):
        return Block(strand, COLUMN)
    if len(text) <= LONGEST_CAPTION and CAPTIONS.match(text):
        return Block(strand, CAPTION, at_tail(text, known))
    if found := caption_of(text, known):
        return Block(strand, CAPTION, found)
    if not dateline_of(text) and (found := in_part(text, known)):
        return Block(strand, kind_of_line(found.line), found)
    return Block(strand, HEADING if is_heading(text) else PARAGRAPH)


def is_numeral(text):
    return bool(NUMERALS.fullmatch(text))


def is_rubric(text):
    """走基层·一线见闻: a running column of two parts, though it looks like a foreign name."""
    parts = text.split("·")
    return len(parts) == 2 and len(text) <= LONGEST_RUBRIC and bool(SLOGANS.search(text) or RUBRIC.fullmatch(parts[1]))


def caption_of(text, known):
    """夜校上课现场 记者 林岚 摄: a few words without a full stop, and who took the picture behind them."""
    found = at_tail(text, known) if len(text) <= LONGEST_CAPTION and text.endswith(("摄", "供图", "提供")) else None
    is_short = found and found.start and FEW_WORDS.fullmatch(text[: found.start].strip())
    return found if is_short and not found.line.credits else None


def kind_of_line(line):
    if line.credits:
        return CREDIT
    if line.photographers or line.image_source:
        return PHOTO_CREDIT
    return SOURCE
