"""Names that only their place gives away: between a role word and 报道, or between two role words."""

import re

from bylines.names import HAN, may_be_name, split_names
from bylines.roles import HEAD, ROLE_WORD, TIME_WORD

NO_PERSON = (
    f"{ROLE_WORD}|{TIME_WORD}|综合|联合|现场|独家|专题|特别|发回|发自|连续|跟踪|集中|实地|深入|全程|前往|正在|一行|跟随|走进|来到|"
    "赶到|走访|随后|随即|再次|多次|专程|为您|带您|带你"
)
PERSON = rf"(?!{NO_PERSON})[{HAN}]{{2,4}}?"
PEOPLE = rf"\s*(?P<people>{PERSON}(?:[\s、,]+{PERSON}){{0,11}})"
CLOSED = rf"(?=\s*(?:联合|发自\s?[{HAN}]{{2,8}})?报道(?:[\s:,。]|$)|\s*(?:{ROLE_WORD})\s*[{HAN}])"
BY_PLACE = re.compile(PEOPLE + CLOSED)
OVER = r"(?=\s*$|[\s/])"
BY_ITSELF = re.compile(PEOPLE + f"(?:{CLOSED}|{OVER})")
# 记者弭小岚从市总工会获悉: no line of credits, but a name that somebody must look at.
LEFT = re.compile(
    rf"\s*(?!{NO_PERSON})(?:[{HAN}]{{2,3}}(?=[\s、/])|[{HAN}]{{3}}(?=[从在向])|[{HAN}A-Za-z·\s]{{2,12}}?(?=报道[\s:,。]))"
)
REPORTING = re.compile("记者|通讯员|实习生|见习生|报道员")
SEPARATORS = re.compile(r"[\s、,]+")
MOST_NAMES = 12


def names_by_place(text, known, *, are_over=False):
    """Those at the beginning of a paragraph that no surname explains. are_over: a space or the end closes them too."""
    pattern, names, head = BY_ITSELF if are_over else BY_PLACE, [], HEAD.match(text)
    while head and is_reporting(head) and len(names) < MOST_NAMES and (found := pattern.match(text, head.end())):
        names += SEPARATORS.split(found["people"])
        head = HEAD.match(text, len(text) - len(text[found.end() :].lstrip()))
    return frozenset(name for name in names if split_names(name, known) is None and may_be_name(name))


def name_left(text):
    """What looks like a name behind a role word that nothing could be read of, or ''."""
    head = HEAD.match(text)
    found = LEFT.match(text, head.end()) if head and is_reporting(head) else None
    name = found[0].strip() if found else ""
    return name if name and (" " in name or may_be_name(name)) else ""


def is_reporting(head):
    return bool(REPORTING.search(head["word"]))
