"""What kind of thing each paragraph of a page is, judged by itself."""

import re
from dataclasses import dataclass

from bylines.finding import Found, alone, at_tail, in_part
from bylines.names import HAN
from bylines.roles import OUTLET
from intake.reading.captions import credit_behind, is_marked, pictured
from intake.reading.datelines import dateline_of
from intake.reading.headlines import RUBRIC, SLOGANS
from intake.reading.result import Doubt
from intake.reading.shapes import is_heading
from intake.reading.strands import Strand

HEADING, PARAGRAPH, CREDIT, PHOTO_CREDIT = "heading", "paragraph", "credit", "photo_credit"
CAPTION, COLUMN, PAGE_HEAD, JUMP, NOTE, SOURCE = "caption", "column", "page_head", "jump", "editors_note", "source"

PAGE_LABEL = r"(?:第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]?0\d|[A-Z]\d{1,2})"
PAGE_DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
PAGE_NAME = rf"[{HAN}·]{{0,4}}|[{HAN}·]{{2,8}}(?:新闻|要闻|[周副月]刊|专[版刊题]|综合|时评|专栏|天地)"
PAGE_HEADS = re.compile(
    rf"(?:(?:第?\s*[A-Z]?\d{{1,3}}\s*版[\s:·]*[{HAN}·]{{0,10}}|{PAGE_LABEL}[\s:·]*(?:{PAGE_NAME})"
    rf"|[{HAN}·]{{2,10}}[\s:·]*{PAGE_LABEL}|{OUTLET}(?=[\s|]*\d{{4}})))?[\s|]*"
    rf"(?:{PAGE_DATE}[\s|]*(?:星期[一二三四五六日天])?[^。]{{0,40}})?"
)
# What a web page prints around a story for its readers.
FURNITURE = re.compile(
    r"[\s\[(]*(?:分享让更多人看到|分享到:?[\s微信博朋友圈QQ空间]*|打印本页|关闭(?:窗口|本页)|字号:?[\s大中小]*|返回(?:首页|顶部|列表)|"
    r"扫一扫[^。,]{0,16}|[上下]一篇:.{0,30}|(?:推荐|相关|延伸)阅读:?|阅读原文)[\s\])]*"
)
IN_JUMP = r"[^。()\[\]]{0,20}"
GOES_ON = rf"(?:上|下|紧)?[接转](?:自|第|到|至)?\s*{PAGE_LABEL}{IN_JUMP}|(?:上接|下转|紧接|转接){IN_JUMP}版{IN_JUMP}"
OTHERS = "(?:相关|有关|更多|本文)?(?:报道|新闻|内容|评论|全文|详情|图文)?"
SEE_ALSO = rf"{OTHERS}(?:请?[详另]?见|刊于?)(?:今日|本报|第)*\s*{PAGE_LABEL}{IN_JUMP}"
JUMP_TEXT = rf"(?:{GOES_ON}|{SEE_ALSO})"
ARROWS = r"[\s(\[>▶►▷→↓》»★☆●■◆*-]*"
JUMPS = re.compile(rf"{ARROWS}{JUMP_TEXT}[\s)\]<◀◄《«]*")
JUMP_AT_HEAD = re.compile(rf"\s*[(\[]\s*{JUMP_TEXT}\s*[)\]]")
JUMP_AT_TAIL = re.compile(rf"[(\[]\s*{JUMP_TEXT}\s*[)\]][\s。]*$")
NOTE_WORD = (
    "(?:本[报刊])?编者按|编者的话|编者|开[栏篇]的?话|开[栏篇]语|编前[语按话]?|写在前面|编后[语话]?|编后余墨|编余|按(?=:)|"
    "记者手记|采访手记|编辑手记|编辑点评|短评|按语"
)
NOTES = re.compile(rf"[\[(■●◆□]?\s*(?:{NOTE_WORD})\s*(?:[\])]|[:\s|])")
# On a line of its own: the next paragraph is the note.
NOTE_HEADS = re.compile(rf"[\[(■●◆□—]*\s*(?:{NOTE_WORD})\s*[\])]?:?")
OPENING_NOTES = re.compile(r"[\[(■●◆□]?\s*(?:(?:本[报刊])?编者按|编者的话|开[栏篇]|编前|写在前面|按:)")
NUMERALS = re.compile(r"[(\[]?(?:[一二三四五六七八九十]{1,3}|0\d|[①-⑳])[)\]]?[、.]?")  # a subhead that is but a number
MARKED_SUBHEAD = re.compile(r"\[(?:链接|相关链接|新闻链接|延伸阅读|背景|新闻背景|提示|人物简介|对话)\][:\s]*")
LONGEST_RUBRIC = 16
COLUMNS = re.compile(r"\[([^\[\]。,]{2,20})\]|[■●◆★☆◎]\s*([^。,\s]{2,16})")


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
    for pattern, kind in ((JUMPS, JUMP), (PAGE_HEADS, PAGE_HEAD), (FURNITURE, PAGE_HEAD)):
        if pattern.fullmatch(text):
            return Block(strand, kind)
    if NOTES.match(text) or NOTE_HEADS.fullmatch(text):
        return Block(strand, NOTE)
    if is_numeral(text) or MARKED_SUBHEAD.fullmatch(text):
        return Block(strand, HEADING)
    if COLUMNS.fullmatch(text) and not dateline_of(text):
        return Block(strand, COLUMN)
    if is_marked(text):
        return Block(strand, CAPTION, pictured(at_tail(text, known)))
    if found := credit_behind(text, known):
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


def kind_of_line(line):
    if line.credits:
        return CREDIT
    if line.photographers or line.image_source:
        return PHOTO_CREDIT
    return SOURCE
