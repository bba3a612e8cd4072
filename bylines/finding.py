"""Where the credits stand in a line of newspaper text: alone on it, at its beginning or at its end."""

import re
from typing import NamedTuple

from bylines.credits import AUTHOR, PHOTOGRAPHER, Credit
from bylines.names import HAN, is_strongly, split_names
from bylines.reading import CreditLine, read_credits
from bylines.roles import BEFORE_NAMES, BEHIND_NAMES, HEAD, HOUSE, OUTLET, SOURCE, TIME_WORD, role_of

LONGEST_LINE = 160
BRACKETS = str.maketrans("()[]<>", "      ")
BULLETS = re.compile(
    rf"(?:[\s□■◆◇●◎▲△▶►※★☆〇*|—·-]|[①-⑳]\d?(?=[{HAN}]))+|口(?=本[报网]|记者|通讯员|[{HAN}]{{2,4}}(?:\s|$))"
)
# What a web page prints before the source: 时间:2024-05-06 08:30.
PRINTED_AT = re.compile(
    r"\s*(?:(?:发布|更新)?(?:时间|日期):?\s*)?\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\s|]+"
)
# Where to reach the desk: 电话:5550100 邮箱:desk@example.org. It closes a line of credits, or stands alone.
ADDRESS = (
    r"(?:https?://|www\.)[\w./?=&%-]+|\([^()]{0,20}(?:报料|爆料|线索)[^()]{0,30}\)|线索提供[\s:]+[^,。:()]{2,30}|"
    r"(?:新闻|投稿|联系|读者|有奖|报料|爆料|热线|编辑部?|本报)*(?:热线|电话|手机|邮箱|电邮|电子邮件|信箱|传真|微信|QQ|[Ee]-?mail)(?:号|群)?"
    r"\s*[:/]?\s*[\w@.()+-]+(?:[、/,]\s*[\d-]{5,})*"
)
ADDRESSES = re.compile(rf"[\s,;|]*(?:{ADDRESS}[\s,;|]*)+")
OVER = re.compile(
    r"[\s。.,:;|]*(?:\(?附(?:图片?|照片)\d?\)?)?[\s|]*(?:(?:\d{4}[-年/.])?\d{1,2}[-月/.]\d{1,2}日?)?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?"
    rf"(?:{ADDRESSES.pattern})?\s*$"
)
LEADS_ON = re.compile(r"[)\]]?[\s:,。.]*")
OPENED = re.compile(rf"[(\[]([^()\[\]\n]{{1,{LONGEST_LINE}}})[)\]]")
CLOSED_AT_END = re.compile(rf"[(\[]([^()\[\]\n]{{1,{LONGEST_LINE}}})[)\]]?[\s。.]*$")
MAY_BEGIN = re.compile(r"(?<=[。!?”…)\]’》])|(?<=\s)(?=\S)")
RESUMES = re.compile(rf"[\s)\]]|:|\d|{TIME_WORD}|$")
# (林岚,作者系江畔大学教授) (作者林岚系江畔区总工会主席): who the author is, in brackets at the end.
THE_AUTHOR = r"(?:本文)?(?:作者)?[:\s]?"
WHO_THAT_IS = re.compile(
    rf"[\s(\[]*{THE_AUTHOR}([{HAN}]{{2,4}}?)[,\s]?(?:作者)?(?:系|均?为|是)[^()。]{{4,60}}[)\]。\s]*$"
)
WITH_POST = re.compile(rf"([{HAN}·\s]{{2,12}}?)\s*\(([^()]{{4,120}})\)[\s。]*$")

SUBJECT = re.compile(rf"\s*([{HAN}]{{2,4}}?)(?=[从在向于自]|{TIME_WORD})")
COLLECTIVE = re.compile(rf"[\s□■]*((?:{HOUSE}|特约)(?:评论员|编辑部))")
ISSUED_BY = re.compile(rf"(?:(?<=[\s。!?”])|^){OUTLET}发\s*$")
PICTURED = re.compile(r"(?:^|[。!?\s])[上下左右]?图[为①②③④:][^。!?]*[。!?]”?\s*$")
BARE_BEHIND = re.compile(rf"[。!?]”?\s*([{HAN}][{HAN}·\s、]{{1,24}})(?:\({OUTLET}\))?\s*$")
PEN_NAME = re.compile(rf"\(\s*(?![完续止毕略图注上中下一二三四五六七八九十])([{HAN}])\s*\)")


ROLE_BEFORE_NAMES = re.compile(rf"(?:^|(?<=[\s,;、/|(]))(?:{HEAD.pattern})")
NAME_BEFORE = re.compile(rf"^[\s□■◆◇●◎▲]*([{HAN}]{{2,4}})\s?$")
ASIDE = re.compile(rf"(?<=[{HAN}])\s?\(([^()\[\]]{{2,40}})\)")
NO_ONE = CreditLine((), (), "", "", 0, True, True, ())
LONGEST_NAME = 6
NAMES_OVER = re.compile(r"[\s、,/|()]|$")
LONGEST_REST = 18
LONGEST_PARTIAL = 60
SENTENCE = re.compile(r"[。!?…;“”\"]|,.*,")
LONGEST_TOKEN = 12


class Found(NamedTuple):
    start: int
    end: int
    line: CreditLine


def alone(text, known=frozenset(), bare=False):
    """The whole of a line as credits; with bare, names without any role word will do."""
    if len(text) > LONGEST_LINE:
        return None
    if ADDRESSES.fullmatch(text):
        return Found(0, len(text), NO_ONE._replace(end=len(text)))
    opened = without_brackets(text)
    line = read_credits(opened, beginning(text), None, known, is_whole=True)
    if not line or not is_over(opened, line.end) or is_daring(opened, line):
        return (author_with_post(text, known) or name_of_its_own(text)) if bare else None
    return Found(0, len(text), line) if line.has_role or bare else None


def is_daring(text, line):
    """培训班 of 通讯员培训班 is believed to be a name only beside a sure one."""
    is_sure = len(line.unsure) < len(line.credits + line.photographers) or line.source or line.image_source
    return not is_sure and any(re.search(rf"[{HAN}]{re.escape(name)}", text) for name in line.unsure)


def beginning(text):
    """Where the words of a line begin: behind its bullet, or the time of day that a web page printed."""
    before = PRINTED_AT.match(text) or BULLETS.match(text)
    return before.end() if before else 0


def is_over(text, end):
    tail = ADDRESSES.match(text, end)
    return bool(OVER.match(text, tail.end() if tail else end))


def without_brackets(text):
    """Brackets give way to spaces, but for those that say who the person before them is."""
    opened = list(text.translate(BRACKETS))
    for aside in ASIDE.finditer(text):
        if not is_credit(aside[1]) or is_place_of(text, aside):
            opened[aside.start(1) - 1], opened[aside.end() - 1] = "()"
    return "".join(opened)


def is_place_of(text, aside):
    """林岚(江畔): behind a name of its own stands where its writer lives, although that might be a name."""
    before = NAME_BEFORE.search(text, 0, aside.start())
    return bool(before and split_names(before[1]) and split_names(aside[1])) and aside.end() >= len(text.rstrip())


def is_credit(text):
    """What stands in brackets is a credit or a name of its own, rather than a word about a person."""
    begins = HEAD.match(text) or BEFORE_NAMES.match(text) or BEHIND_NAMES.match(text) or SOURCE.match(text)
    ends_in_role = begins and begins.re is HEAD and begins.end() == len(text)
    return bool(begins and not ends_in_role) or bool(split_names(text))


def in_part(text, known=frozenset()):
    """A short line that is plainly one of credits although not all of it can be read: no heading, whatever else.

    It begins with a role word set apart, or holds a role word with names behind it; the rest of it is doubtful.
    """
    if len(text) > LONGEST_PARTIAL or SENTENCE.search(text):
        return None
    opened, start = without_brackets(text), beginning(text)
    if not (leads_with_role(opened, start) or names_a_person(opened, start, known)):
        return None
    line = read_credits(opened, start, None, known, in_part=True)
    return Found(0, len(text), line) if line else None


def leads_with_role(text, start):
    """记者 and then nothing but short words, as names are."""
    head = HEAD.match(text, start)
    if not head or not is_plain_role(head) or head.end() == len(text):
        return False
    tokens = re.split(r"[\s、,/|:()]+", text[head.end() :].strip())
    return all(2 <= len(token) <= LONGEST_TOKEN for token in tokens if token) and len(tokens[0]) <= LONGEST_NAME


def is_plain_role(head):
    """记者 with a space behind it; words that are also used otherwise (整理, 视频) have a mark behind them."""
    return bool(re.search(r"[:/|]$", head[0]) or (re.search("记者|通讯员|实习生", head["word"]) and head[0][-1] == " "))


def names_a_person(text, start, known):
    """Somewhere in the line a role word has names behind it, and they are over where a word is over."""
    for head in ROLE_BEFORE_NAMES.finditer(text, start):
        if not (is_plain_role(head) or re.search("记者|通讯员|实习生", head["word"])):
            continue
        found = read_credits(text, head.start(), None, known)
        is_sure = found and (found.credits or found.photographers) and not found.unsure
        if is_sure and NAMES_OVER.match(text, found.end) and len(text) - found.end <= LONGEST_REST:
            return True
    return False


def author_with_post(text, known):
    """高望(某某大学教授): the name of an author, and in brackets who that is."""
    found = WITH_POST.match(text) or (WHO_THAT_IS.match(text) if "作者" in text else None)
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
    if bare and (signed := bare_names_behind(text, begin, known)):
        return signed
    if bracket := CLOSED_AT_END.search(text, begin):
        inner = alone(bracket[1], known, bare) or (name_of_its_own(bracket[0].strip()) if bare else None)
        if inner and (whole := with_bracket_behind(text, begin, inner, known)):
            return whole
        start = ISSUED_BY.search(text, begin, bracket.start())
        return Found(start.start() if start else bracket.start(), len(text), inner.line) if inner else None
    for start in places_to_begin(text, begin):
        found = alone(text[start:], known)
        if found and (start == 0 or found.line.photographers or HEAD.match(text, start) or found.line.image_source):
            return Found(start, len(text), found.line)
    return None


def bare_names_behind(text, begin, known):
    """…大家都笑了。林岚 何青: names behind the last full stop of a story, every one of them beyond doubt."""
    stop = BARE_BEHIND.search(text, begin)
    found = alone(text[stop.start(1) :], known, bare=True) if stop else None
    names = [credit.name for credit in found.line.credits] if found else []
    plain = [name for name in names if name in known or is_strongly([name])]
    run_together = len(names) > len(re.split(r"[\s、]+", stop[1].strip())) if stop else True
    if run_together or not plain or found.line.unsure or len(plain) < len(names) <= 1:
        return None
    pictured = PICTURED.search(text, begin, stop.start(1))
    return Found(stop.start(1), len(text), as_photographers(found.line) if pictured else found.line)


def as_photographers(line):
    """图为江畔夜景。何青: names behind the words about a picture."""
    return line._replace(credits=(), photographers=tuple(Credit(c.name, PHOTOGRAPHER) for c in line.credits))


def with_bracket_behind(text, begin, inner, known):
    """何青摄(江畔网): the photographer stands before the brackets that say where the picture came from."""
    if inner.line.credits or inner.line.photographers or not inner.line.image_source:
        return None
    whole = ((start, alone(text[start:], known)) for start in places_to_begin(text, begin))
    return next(
        (Found(start, len(text), found.line) for start, found in whole if found and found.line.photographers), None
    )


def places_to_begin(text, begin):
    yield from sorted({found.end() for found in MAY_BEGIN.finditer(text, begin)} - {len(text)})[-12:]
