"""What stands before the first sentence of a story: the source a web page printed, the dateline, the credits."""

import re

from bylines.credits import AGENCY, Credit
from bylines.edges import PRINTED_AT
from bylines.finding import at_head
from bylines.placed import name_left
from bylines.roles import OUTLET
from intake.reading.datelines import dateline_of
from intake.reading.doubts import NAME_UNSURE
from intake.reading.result import Doubt, Piece

PRELUDE = re.compile(
    rf"(?:{PRINTED_AT.pattern})?\s*(?:来源:?\s*)?(?P<source>{OUTLET}(?:[-—]{OUTLET})?)?(?=\s|\(|本报讯)\s*|"
)
RUN_TOGETHER = re.compile(
    r"[^。()]{8,120}?(?:讯|新闻|消息)\s*(?=\((?:本报)?(?:记者|通讯员|见习|实习)|(?:记者|通讯员)\s)"
)
TITLE = re.compile(r"题:([^。]{4,40}$|[^。,\s]{4,30}(?=\s))")


def read_opening(assembly, strand):
    """Dateline and credits before the first sentence."""
    strand = read_first_words(assembly, read_prelude(assembly, strand))
    dateline = None if assembly.story.dateline else dateline_of(strand.folded)
    if dateline:
        assembly.story.dateline = assembly.text(strand.cut(dateline.start, dateline.end), "dateline")
        assembly.mark_rest(strand, 0, dateline.resume, "dateline")
        strand = read_title(assembly, strand.cut(dateline.resume, len(strand.folded)))
    is_opening = dateline or not any(piece.kind == "paragraph" for piece in assembly.story.body)
    found = at_head(strand.folded, assembly.known, after_dateline=bool(dateline)) if is_opening else None
    if found:
        assembly.take_credits(strand.cut(0, found.end), found.line)
        strand = read_second_bracket(assembly, strand.cut(found.end, len(strand.folded)))
    elif is_opening and (name := name_left(strand.folded)):
        assembly.story.doubts.append(Doubt(NAME_UNSURE, name))
    if dateline and dateline.agency:
        assembly.story.credits = (Credit(dateline.agency, AGENCY), *assembly.story.credits)
    return strand


def read_second_bracket(assembly, strand):
    """(记者林岚)(通讯员何青): what each role has in brackets of its own."""
    found = at_head(strand.folded, assembly.known) if strand and strand.folded[0] in "([" else None
    if not found:
        return strand
    assembly.take_credits(strand.cut(0, found.end), found.line)
    return strand.cut(found.end, len(strand.folded))


def read_first_words(assembly, strand):
    """夜校推出新课程江畔报讯(记者林岚)…: a web page lost the line breaks between what stands before the dateline."""
    found = RUN_TOGETHER.match(strand.folded) if not assembly.story.body and not assembly.story.credits else None
    if not found or dateline_of(strand.folded) or not at_head(strand.folded[found.end() :], assembly.known):
        return strand
    assembly.story.body.append(Piece("paragraph", assembly.text(strand.cut(0, found.end()), "paragraph")))
    rest = strand.cut(found.end(), len(strand.folded))
    credits = at_head(rest.folded, assembly.known)
    assembly.take_credits(rest.cut(0, credits.end), credits.line)
    return rest.cut(credits.end, len(rest.folded))


def read_prelude(assembly, strand):
    """2016年06月17日 来源:江畔日报 本报讯: what a web page printed before the dateline."""
    prelude = PRELUDE.match(strand.folded)
    rest = strand.folded[prelude.end() :]
    if not prelude[0] or not (dateline_of(rest) or (prelude["source"] and is_in_brackets(rest, assembly.known))):
        return strand
    printed = assembly.text(strand.cut(0, prelude.end()), "source")
    assembly.story.credit_lines.append(printed)
    assembly.story.source = prelude["source"] or assembly.story.source
    return strand.cut(prelude.end(), len(strand.folded))


def is_in_brackets(text, known):
    """江畔新闻网(通讯员 林岚)3月1日,…: credits behind the name of the paper, which says no 讯."""
    return text.startswith("(") and bool(at_head(text, known))


def read_title(assembly, strand):
    """新华社北京3月1日电 题:一把焊枪: agencies put the headline of a feature behind the dateline."""
    title = TITLE.match(strand.folded)
    if not title or assembly.story.headline:
        return strand
    assembly.story.headline = assembly.text(strand.cut(title.start(1), title.end(1)), "headline")
    assembly.mark_rest(strand, 0, title.end(), "dateline")
    return strand.cut(title.end(), len(strand.folded))
