"""Writers who are named without any role word: by a post in brackets, a pen name, or bare behind the text."""

import re

from bylines.credits import AUTHOR, PHOTOGRAPHER, Credit
from bylines.line import NO_ONE
from bylines.names import HAN, is_strongly, split_names
from bylines.roles import HOUSE, OUTLET

# (林岚,作者系江畔大学教授) (作者林岚系江畔区总工会主席): who the author is, in brackets at the end.
THE_AUTHOR = r"(?:本文)?(?:作者)?[:\s]?"
WHO_THAT_IS = re.compile(
    rf"[\s(\[]*{THE_AUTHOR}([{HAN}]{{2,4}}?)[,\s]?(?:作者)?(?:系|均?为|是)[^()。]{{4,60}}[)\]。\s]*$"
)
POSTS = (
    "干部|教授|主席|主任|书记|学生|职工|员工|工人|[老教]师|作家|会员|委员|代表|[院校所]长|研究员|工程师|律师|医生|经理"
)
IN_BRACKETS = re.compile(rf"\(([{HAN}]{{2,4}})[,\s](?:作者单位:[^()]{{2,40}}|[^()。]{{2,30}}(?:{POSTS}))\)[\s。]*$")
WITH_POST = re.compile(rf"([{HAN}·\s]{{2,12}}?)\s*\(([^()]{{4,120}})\)[\s。]*$")
COLLECTIVE = re.compile(rf"[\s□■]*((?:{HOUSE}|特约)(?:评论员|编辑部))")
PICTURED = re.compile(r"(?:^|[。!?\s])[上下左右]?图[为①②③④:][^。!?]*[。!?]”?\s*$")
MARKS = "□■◆◇●◎▲△ "
BARE_BEHIND = re.compile(rf"[。!?]”?\s*((?:[□■◆◇●◎▲△]\s*)?[{HAN}][{HAN}·\s、]{{1,24}})(?:\({OUTLET}\))?\s*$")
PEN_NAME = re.compile(rf"\(\s*(?![完续止毕略图注上中下一二三四五六七八九十])([{HAN}])\s*\)")


def signature(text, known):
    """The line of credits that a text of its own is, or None."""
    return author_with_post(text, known) or name_of_its_own(text)


def author_with_post(text, known):
    """高望(某某大学教授): the name of an author, and in brackets who that is."""
    found = (
        IN_BRACKETS.fullmatch(text) or WITH_POST.match(text) or (WHO_THAT_IS.match(text) if "作者" in text else None)
    )
    names = split_names(re.sub(r"\s", "", found[1]), known) if found else None
    return by_author(names[0], text) if names and len(names) == 1 else None


def name_of_its_own(text):
    """(望), a writer's single character in brackets; 本报评论员, who has no other name."""
    found = PEN_NAME.fullmatch(text) or COLLECTIVE.fullmatch(text)
    return by_author(found[1], text) if found else None


def by_author(name, text):
    return NO_ONE._replace(credits=(Credit(name, AUTHOR),), end=len(text), has_role=False)


def bare_names(text, begin):
    """…大家都笑了。林岚 何青: where such names may begin, behind the last full stop, or None."""
    stop = BARE_BEHIND.search(text, begin)
    return stop.start(1) if stop else None


def is_beyond_doubt(text, line, known, *, is_marked=False):
    """Each name stands apart, and one of them begins with a surname that everybody knows.

    Behind a mark they may be run together, when all have such surnames: □林岚何晓青.
    """
    names = [credit.name for credit in line.credits]
    plain = [name for name in names if name in known or is_strongly([name])]
    tokens = re.split(r"[\s、]+", text.split("(")[0].strip())
    stand_apart = len(names) <= len(tokens) or (is_marked and plain == names)
    return bool(plain) and not line.unsure and stand_apart


def of_the_picture(text, begin, end, line):
    """图为江畔夜景。何青: names behind the words about a picture are its photographers."""
    if not PICTURED.search(text, begin, end):
        return line
    return line._replace(credits=(), photographers=tuple(Credit(each.name, PHOTOGRAPHER) for each in line.credits))
