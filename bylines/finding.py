"""Where the credits stand in a line of newspaper text: alone on it, at its beginning or at its end."""

import re
from typing import NamedTuple

from bylines.credits import AUTHOR, Credit
from bylines.names import HAN, split_names
from bylines.reading import CreditLine, read_credits
from bylines.roles import HEAD, HOUSE, OUTLET, TIME_WORD, role_of

LONGEST_LINE = 160
BRACKETS = str.maketrans("()[]<>", "      ")
BULLETS = re.compile(rf"[\s□■◆◇●◎▲△▶►※★☆〇*|—·-]+|口(?=本[报网]|记者|通讯员|[{HAN}]{{2,4}}(?:\s|$))")
# What a web page prints before the source: 时间:2024-05-06 08:30.
PRINTED_AT = re.compile(
    r"\s*(?:(?:发布|更新)?(?:时间|日期):?\s*)?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\s|]+"
)
OVER = re.compile(r"[\s。.,:;]*(?:\d{1,2}月\d{1,2}日)?\s*(?:\d{1,2}:\d{2})?\s*$")
LEADS_ON = re.compile(r"[\s:,。.]*")
OPENED = re.compile(rf"[(\[]([^()\[\]\n]{{1,{LONGEST_LINE}}})[)\]]")
CLOSED_AT_END = re.compile(rf"[(\[]([^()\[\]\n]{{1,{LONGEST_LINE}}})[)\]]?[\s。.]*$")
MAY_BEGIN = re.compile(r"(?<=[。!?”…)\]’》])|(?<=\s)(?=\S)")
RESUMES = re.compile(rf"\s|:|\d|{TIME_WORD}|$")
WITH_POST = re.compile(rf"([{HAN}·\s]{{2,12}}?)\s*\(([^()]{{4,120}})\)[\s。]*$")

SUBJECT = re.compile(rf"\s*([{HAN}]{{2,4}}?)(?=[从在向于自]|{TIME_WORD})")
COLLECTIVE = re.compile(rf"[\s□■]*((?:{HOUSE}|特约)(?:评论员|编辑部))")
ISSUED_BY = re.compile(rf"(?:(?<=[\s。!?”])|^){OUTLET}发\s*$")
PEN_NAME = re.compile(rf"\(\s*(?![完续止毕略图注上中下一二三四五六七八九十])([{HAN}])\s*\)")


class Found(NamedTuple):
    start: int
    end: int
    line: CreditLine


def alone(text, known=frozenset(), bare=False):
    """The whole of a line as credits; with bare, names without any role word will do."""
    if len(text) > LONGEST_LINE:
        return None
    before = PRINTED_AT.match(text) or BULLETS.match(text)
    line = read_credits(text.translate(BRACKETS), before.end() if before else 0, None, known)
    if not line or not OVER.match(text.translate(BRACKETS), line.end):
        return (author_with_post(text, known) or name_of_its_own(text)) if bare else None
    return Found(0, len(text), line) if line.has_role or bare else None


def author_with_post(text, known):
    """高望(某某大学教授): the name of an author, and in brackets who that is."""
    found = WITH_POST.match(text)
    names = split_names(re.sub(r"\s", "", found[1]), known) if found else None
    if not names or len(names) > 1:
        return None
    line = CreditLine((Credit(names[0], AUTHOR),), (), "", "", len(text), True, False, ())
    return Found(0, len(text), line)


def name_of_its_own(text):
    """(望), a writer's single character in brackets; 本报评论员, who has no other name."""
    found = PEN_NAME.fullmatch(text) or COLLECTIVE.fullmatch(text)
    if not found:
        return None
    line = CreditLine((Credit(found[1], AUTHOR),), (), "", "", len(text), True, False, ())
    return Found(0, len(text), line)


def at_head(text, known=frozenset(), after_dateline=False):
    """Credits at the beginning of a paragraph, before its first sentence."""
    if opened := OPENED.match(text):
        inner = alone(opened[1], known, bare=after_dateline)
        return Found(0, LEADS_ON.match(text, opened.end()).end(), inner.line) if inner else None
    line = read_credits(text, 0, min(len(text), LONGEST_LINE), known)
    if not line or not (line.credits or line.photographers):
        return mentioned(text, known) if after_dateline else None
    if not line.is_closed and (line.unsure or not may_resume(text, line, after_dateline)):
        return None
    return Found(0, LEADS_ON.match(text, line.end).end(), line)


def mentioned(text, known):
    """本报讯 记者林岚从市总工会获悉: a credit that is the subject of the first sentence, and stays in it."""
    head = HEAD.match(text)
    found = SUBJECT.match(text, head.end()) if head else None
    names = split_names(found[1], known) if found else None
    if not names or len(names) > 1:
        return None
    role, _ = role_of(head["word"])
    return Found(0, 0, CreditLine((Credit(names[0], role, unit=head["unit"] or ""),), (), "", "", 0, False, True, ()))


def may_resume(text, line, after_dateline):
    """Without 报道 the line of names must visibly be over, and must have begun with a role word."""
    if not line.has_role:
        return False
    following = RESUMES.match(text, line.end)
    return bool(following) and (after_dateline or following[0] in (" ", ":", ""))


def at_tail(text, known=frozenset(), bare=False):
    """Credits at the end of a paragraph, behind its last sentence; with bare, names in brackets will do."""
    if bare and (whole := alone(text, known, bare=True)):
        return whole
    begin = max(0, len(text) - LONGEST_LINE)
    if bracket := CLOSED_AT_END.search(text, begin):
        inner = alone(bracket[1], known, bare) or (name_of_its_own(bracket[0].strip()) if bare else None)
        start = ISSUED_BY.search(text, begin, bracket.start())
        return Found(start.start() if start else bracket.start(), len(text), inner.line) if inner else None
    for start in places_to_begin(text, begin):
        found = alone(text[start:], known)
        if found and (start == 0 or found.line.photographers or HEAD.match(text, start) or found.line.image_source):
            return Found(start, len(text), found.line)
    return None


def places_to_begin(text, begin):
    yield from sorted({found.end() for found in MAY_BEGIN.finditer(text, begin)} - {len(text)})[-12:]
