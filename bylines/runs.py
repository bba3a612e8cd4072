"""The names in a run of Han that stands in a line of credits, and where they end."""

import re
from typing import NamedTuple

from bylines.names import HAN, is_of_another_language, is_strongly, is_surname, may_be_name, split_names
from bylines.roles import CITY, ENDS_AS_A_BODY, HOUSE, PAPER, PROSE, ROLE_WORD, TIME_WORD
from bylines.surnames import SELDOM_GIVEN

RUN = re.compile(
    rf"(?:(?!{ROLE_WORD}|综合报道|报道|发自|拍?摄|供图|{TIME_WORD})[{HAN}])+(?:·(?:(?!{ROLE_WORD}|报道|摄)[{HAN}])+)*"
)
SPACED_GIVEN = re.compile(rf"\s+([{HAN}])(?={ROLE_WORD}|报道|摄|/)|\s+(?!{ROLE_WORD})([{HAN}]{{1,2}})(?![{HAN}])")
# 李 晓 明: three characters apart, and not two names of two.
THREE_APART = re.compile(rf"\s+([{HAN}])\s+(?![文图摄编译绘])([{HAN}])(?![{HAN}]|\s+[{HAN}](?![{HAN}]))")
SET_APART = re.compile(r"[\s、,，;；/)\]:]|$")
REPORTS_BEHIND = re.compile(r"\s?(?:联合)?报道[:,。]")
ROLE_BEHIND = re.compile(f"{ROLE_WORD}|{REPORTS_BEHIND.pattern}")
TRANSLATED = "译绘"
LATIN = re.compile(r"[A-Z][A-Za-z.'-]+(?:[ ·][A-Z][A-Za-z.'-]*){0,3}(?=\s|[、,/)\]]|报道|摄|$)")
WORKS_ALONE = re.compile("[文图摄]·[文图摄]")
WRITTEN = re.compile(r"[文图](?:[\s()\]]|$)")  # 林望江文 何青摄
LONGEST_FOREIGN = 24
PLACE_OF_REPORT = re.compile(rf"[从在自](?!此)[{HAN}]{{1,14}}?(?=(?:发回)?报道)")
CITY_BEHIND = re.compile(f"(?:{CITY})$")
# 李红文/摄 is 李红, who wrote and took pictures; the last character of the run belongs to the work.
WORK_BEHIND = re.compile(r"[文图](?=[/、和与并及][摄图文])")
PAPERS = re.compile(f"(?:{PAPER})·|(?:{PAPER})$")
UNIT_BEHIND = re.compile(f"(?:{HOUSE}|新华社|中新社|总台|央视)$")
PAPER_BEHIND = re.compile(f"(?:{PAPER})$")
SHORTEST_STEM, LONGEST_STEM = 2, 6
LONGEST_SINGLE = 4


class Names(NamedTuple):
    names: list[str]
    end: int
    is_sure: bool = True


def names_at(text, at, end, known, *, has_role, may_be_translated, is_whole=False):
    """The names that a line goes on with at that place, or None.

    has_role: a role word stands before them, so that a run set apart by marks is believed to be a name even if no
    surname begins it. may_be_translated: 林岚译 is the translator 林岚, not a person of that name. is_whole: nothing
    but credits stands there, so that a run set solid with its role word is believed as well.
    """
    if has_role and (latin := LATIN.match(text, at, end)):
        return Names([latin[0]], latin.end(), is_sure=False)
    found = RUN.match(text, at, end)
    if not found or (at and text[at - 1] == " " and PROSE.match(text, at)):
        return None
    run = found[0]
    if WORKS_ALONE.fullmatch(run):
        return None
    if run in known or ("·" in run and len(run) <= LONGEST_FOREIGN and not PAPERS.search(run)):
        return Names([run], found.end())
    if has_role and is_body(run, known):
        return None
    if is_of_another_language(run) and (has_role or len(run) > 3) and stands_apart(text, found):
        return Names([run], found.end())
    return (
        before_both_works(text, found, known)
        or spaced_name(text, found, end)
        or translator(text, found, known, may_be_translated)
        or run_of_names(text, found, known)
        or before_something_else(text, found, end, known)
        or (set_apart(text, found, is_whole) if has_role else None)
    )


def is_body(run, known=frozenset()):
    """江畔区总工会 is no person; a word such as 科 or 联 may end the name of one."""
    found = ENDS_AS_A_BODY.fullmatch(run) if len(run) > 2 else None
    if not found:
        return False
    is_local = run[0] in "省市县区镇乡" and len(run) > 2
    is_word = found["sure"] and (len(run) > LONGEST_SINGLE or not is_strongly([run]))
    return is_local or bool(is_word) or not split_names(run, known)


def before_both_works(text, found, known):
    """林岚文/摄 is 林岚, who wrote and took pictures, unless the words are another's: 何青/文 林岚文/摄."""
    work = WORK_BEHIND.search(text, found.start() + 2, found.end() + 2)
    is_said = "/文" in text[: found.start()]
    names = split_names(text[found.start() : work.start()], known) if work and not is_said else None
    return Names(names, work.start()) if names else None


def spaced_name(text, found, end):
    """林 岚: two characters are spaced to the width of three."""
    if not is_surname(found[0]):
        return None
    given = THREE_APART.match(text, found.end(), end) or SPACED_GIVEN.match(text, found.end(), end)
    return Names([found[0] + "".join(filter(None, given.groups()))], given.end()) if given else None


def translator(text, found, known, may_be_translated):
    was_translated = may_be_translated and found[0][-1] in TRANSLATED and SET_APART.match(text, found.end())
    names = split_names(found[0][:-1], known) if was_translated else None
    return Names(names, found.end() - 1) if names else None


def run_of_names(text, found, known):
    names = split_names(found[0], known)
    if names and len(found[0]) == 4 and len(names) == 2 and not is_strongly(names) and is_single(text, found, known):
        return Names([found[0]], found.end(), is_sure=False)
    return Names(names, found.end()) if names else None


def before_something_else(text, found, end, known):
    """Names set solid with the place of the report or with the employer of the next person."""
    place = PLACE_OF_REPORT.search(text, found.start() + 2, min(end, found.end() + 4))
    if place and (names := split_names(text[found.start() : place.start()], known)):
        return Names(names, place.end())
    if WRITTEN.match(text, found.end() - 1):
        names = split_names(found[0][:-1], known)
        return Names(names, found.end() - 1) if names else None
    city = CITY_BEHIND.search(found[0])
    if city and text.startswith("报道", found.end()) and (names := split_names(found[0][: city.start()], known)):
        return Names(names, found.start() + city.start())
    if read := names_and_unit(found[0], known):
        names, unit = read
        return Names(names, found.end() - len(unit))
    return None


def stands_apart(text, found):
    return (not found.start() or text[found.start() - 1] in " :、,/|(") and bool(SET_APART.match(text, found.end()))


def is_single(text, found, known):
    """Four characters between spaces whose halves are only weakly names, and none of them known: one name."""
    halves = {found[0][:2], found[0][2:]}
    return stands_apart(text, found) and known.isdisjoint(halves) and sum(map(is_surname, found[0][::2])) < 2


def set_apart(text, found, is_whole):
    run = found[0]
    is_whole = is_whole or bool(REPORTS_BEHIND.match(text, found.end()))
    is_over = SET_APART.match(text, found.end()) or (is_whole and ROLE_BEHIND.match(text, found.end()))
    if is_over and text[found.start() - 1] in " :、,/|" and may_be_name(run):
        return Names([run], found.end(), is_sure=False)
    if is_over and is_whole and len(run) <= LONGEST_SINGLE and (may_be_name(run) or is_strongly([run])):
        return Names([run], found.end(), is_sure=False)
    return None


def names_and_unit(run, known):
    """林岚新华社: a name and its neighbour's employer, the shortest that leaves names before it."""
    if unit := UNIT_BEHIND.search(run):
        names = split_names(run[: unit.start()], known)
        return (names, unit[0]) if names else None
    read = ((split_names(run[:begin], known), run[begin:]) for begin in outlets_behind(run))
    return next(((names, unit) for names, unit in read if names and has_plain_surname(names)), None)


def has_plain_surname(names):
    """江淮 of 江淮晨报 might be a name, but 李凡 of 李凡江畔晨报 is one."""
    return any(name[0] in SELDOM_GIVEN for name in names)


def outlets_behind(run):
    """Where an outlet may begin: 江畔日报, 畔日报 is none."""
    paper = PAPER_BEHIND.search(run)
    if not paper:
        return []
    return range(paper.start() - SHORTEST_STEM, max(1, paper.start() - LONGEST_STEM - 1), -1)
