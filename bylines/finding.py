"""Where the credits stand in a line of newspaper text: alone on it, at its beginning or at its end."""

import re
from functools import lru_cache
from typing import NamedTuple

from bylines.credits import Credit
from bylines.edges import ADDRESSES, PRINTED_AT, beginning, is_over, without_brackets
from bylines.line import NO_ONE, CreditLine
from bylines.names import HAN, split_names
from bylines.partly import line_in_part
from bylines.placed import names_by_place
from bylines.reading import read_credits
from bylines.roles import HEAD, OUTLET, TIME_WORD, role_of
from bylines.signing import MARKS, bare_names, is_beyond_doubt, name_of_its_own, of_the_picture, signature

LONGEST_LINE = 160
LEADS_ON = re.compile(r"[)\]]?[\s:,。.]*")
OPENED = re.compile(rf"[(\[]([^()\[\]\n]{{1,{LONGEST_LINE}}})[)\]]")
CLOSED_AT_END = re.compile(rf"[(\[]([^()\[\]\n]{{1,{LONGEST_LINE}}})[)\]]?[\s。.]*$")
MAY_BEGIN = re.compile(r"(?<=[。!?”…)\]’》])|(?<=\s)(?=\S)")
RESUMES = re.compile(rf"[\s)\]]|:|\d|{TIME_WORD}|$")
SUBJECT = re.compile(rf"\s*([{HAN}]{{2,4}}?)(?=[从在向于自]|{TIME_WORD})")
ISSUED_BY = re.compile(rf"(?:(?<=[\s。!?”])|^){OUTLET}发\s*$")
MOST_PLACES = 12


class Found(NamedTuple):
    start: int
    end: int
    line: CreditLine


def alone(text, known=frozenset(), bare=False):
    """The whole of a line as credits; with bare, names without any role word will do."""
    return short_line(text, known, bare) if len(text) <= LONGEST_LINE else None


@lru_cache(maxsize=512)  # of a page or two, whose lines are looked at from several sides
def short_line(text, known, bare):
    if ADDRESSES.fullmatch(text) or PRINTED_AT.fullmatch(text + " "):
        return whole(text, NO_ONE._replace(end=len(text)))
    opened = without_brackets(text)
    line = read_credits(opened, beginning(text), known=known, is_whole=True)
    if not line or not is_over(opened, line.end) or is_daring(opened, line):
        return whole(text, signature(text, known)) if bare else None
    return whole(text, line) if line.has_role or bare else None


def whole(text, line):
    return Found(0, len(text), line) if line else None


def in_part(text, known=frozenset()):
    """A line of credits of which not all can be read: no heading, whatever else."""
    return whole(text, line_in_part(text, known))


def is_daring(text, line):
    """培训班 of 通讯员培训班 is believed to be a name only beside a sure one."""
    is_sure = len(line.unsure) < len(line.credits + line.photographers) or line.source or line.image_source
    return not is_sure and any(re.search(rf"[{HAN}]{re.escape(name)}", text) for name in line.unsure)


def at_head(text, known=frozenset(), after_dateline=False):
    """Credits at the beginning of a paragraph, before its first sentence."""
    if opened := OPENED.match(text):
        unsure = names_by_place(opened[1], known, are_over=True)
        inner = alone(opened[1], known | unsure, bare=after_dateline)
        return Found(0, LEADS_ON.match(text, opened.end()).end(), doubting(inner.line, unsure)) if inner else None
    unsure = names_by_place(text, known, are_over=after_dateline)
    line = read_credits(text, 0, min(len(text), LONGEST_LINE), known | unsure)
    if line and is_over_at(text, line, after_dateline or bool(unsure)):
        return Found(0, LEADS_ON.match(text, line.end).end(), doubting(line, unsure))
    return mentioned(text, known) if after_dateline else None


def doubting(line, names):
    named = [credit.name for credit in line.credits + line.photographers if credit.name in names]
    return line._replace(unsure=tuple(dict.fromkeys((*line.unsure, *named))))


def is_over_at(text, line, after_dateline):
    if not line.credits and not line.photographers:
        return False
    return line.is_closed or (not line.unsure and may_resume(text, line, after_dateline))


def mentioned(text, known):
    """本报讯 记者林岚从市总工会获悉: a credit that is the subject of the first sentence, and stays in it."""
    head = HEAD.match(text)
    found = SUBJECT.match(text, head.end()) if head else None
    names = split_names(found[1], known) if found else None
    if not names or len(names) > 1:
        return None
    credit = Credit(names[0], role_of(head["word"])[0], unit=head["unit"] or "")
    return Found(0, 0, NO_ONE._replace(credits=(credit,), is_closed=False))


def may_resume(text, line, after_dateline):
    """Without 报道 the line of names must visibly be over, and must have begun with a role word."""
    if not line.has_role:
        return False
    following = RESUMES.match(text, line.end)
    return bool(following) and (after_dateline or following[0] in (" ", ":", ""))


def at_tail(text, known=frozenset(), bare=False):
    """Credits at the end of a paragraph, behind its last sentence; with bare, names in brackets will do."""
    begin = max(0, len(text) - LONGEST_LINE)
    if bare and (signed := alone(text, known, bare=True) or bare_behind(text, begin, known)):
        return signed
    if bracket := CLOSED_AT_END.search(text, begin):
        return in_brackets(text, begin, bracket, known, bare)
    return next((found for found in behind(text, begin, known) if is_plain(text, found)), None)


def bare_behind(text, begin, known):
    start = bare_names(text, begin)
    found = alone(text[start:], known, bare=True) if start is not None else None
    if not found or not is_beyond_doubt(text[start:].lstrip(MARKS), found.line, known, is_marked=text[start] in MARKS):
        return None
    return Found(start, len(text), of_the_picture(text, begin, start, found.line))


def in_brackets(text, begin, bracket, known, bare):
    inner = alone(bracket[1], known, bare) or whole(text, name_of_its_own(bracket[0].strip()) if bare else None)
    if not inner:
        return None
    if not inner.line.credits and not inner.line.photographers and (found := photographer_before(text, begin, known)):
        return found
    start = ISSUED_BY.search(text, begin, bracket.start())
    return Found(start.start() if start else bracket.start(), len(text), inner.line)


def photographer_before(text, begin, known):
    """何青摄(江畔网): the photographer stands before the brackets that say where the picture came from."""
    return next((found for found in behind(text, begin, known) if found.line.photographers), None)


def behind(text, begin, known):
    """What the last sentences may be followed by, the longest first."""
    places = sorted({found.end() for found in MAY_BEGIN.finditer(text, begin)} - {len(text)})[-MOST_PLACES:]
    for start in places:
        if found := alone(text[start:], known):
            yield found._replace(start=start, end=len(text))


def is_plain(text, found):
    """Behind running text only who has a role before the name is believed, or who took a picture."""
    line = found.line
    begins = found.start + beginning(text[found.start :])
    return bool(found.start == 0 or line.photographers or line.image_source or HEAD.match(text, begins))
