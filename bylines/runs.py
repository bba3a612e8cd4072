"""The names in a run of Han that stands in a line of credits, and where they end."""

import re
from typing import NamedTuple

from bylines.names import HAN, is_surname, may_be_name, split_names
from bylines.roles import CITY, ROLE_WORD, TIME_WORD

RUN = re.compile(
    rf"(?:(?!{ROLE_WORD}|综合报道|报道|摄|供图|{TIME_WORD})[{HAN}])+(?:·(?:(?!{ROLE_WORD}|报道|摄)[{HAN}])+)*"
)
SPACED_GIVEN = re.compile(rf"\s+(?!{ROLE_WORD})([{HAN}]{{1,2}})(?![{HAN}])|\s+([{HAN}])(?={ROLE_WORD}|报道|摄|/)")
SET_APART = re.compile(r"[\s、,，;；/)\]:]|$")
TRANSLATED = "译绘"
LONGEST_FOREIGN = 24
PLACE_OF_REPORT = re.compile(rf"[从在自](?!此)[{HAN}]{{1,14}}?(?=(?:发回)?报道)")
CITY_BEHIND = re.compile(f"(?:{CITY})$")
UNIT_BEHIND = re.compile(rf"(?:本报|新华社|中新社|总台|[{HAN}]{{2,4}}(?:日报|晚报|晨报|都市报|电视台))$")


class Names(NamedTuple):
    names: list[str]
    end: int
    is_sure: bool = True


def names_at(text, at, end, known, *, has_role, may_be_translated):
    """The names that a line goes on with at that place, or None.

    has_role: a role word stands before them, so that a run set apart by marks is believed to be a name even if no
    surname begins it. may_be_translated: 林岚译 is the translator 林岚, not a person of that name.
    """
    found = RUN.match(text, at, end)
    if not found:
        return None
    run = found[0]
    if run in known or ("·" in run and len(run) <= LONGEST_FOREIGN):
        return Names([run], found.end())
    if is_surname(run) and (given := SPACED_GIVEN.match(text, found.end(), end)):
        return Names([run + (given[1] or given[2])], given.end())
    was_translated = may_be_translated and run[-1] in TRANSLATED and SET_APART.match(text, found.end())
    if was_translated and (names := split_names(run[:-1], known)):
        return Names(names, found.end() - 1)
    if names := split_names(run, known):
        return Names(names, found.end())
    return before_something_else(text, found, end, known) or (set_apart(text, found) if has_role else None)


def before_something_else(text, found, end, known):
    """Names set solid with the place of the report or with the employer of the next person."""
    place = PLACE_OF_REPORT.search(text, found.start() + 2, min(end, found.end() + 4))
    if place and (names := split_names(text[found.start() : place.start()], known)):
        return Names(names, place.end())
    city = CITY_BEHIND.search(found[0])
    if city and text.startswith("报道", found.end()) and (names := split_names(found[0][: city.start()], known)):
        return Names(names, found.start() + city.start())
    if read := names_and_unit(found[0], known):
        names, unit = read
        return Names(names, found.end() - len(unit))
    return None


def set_apart(text, found):
    if text[found.start() - 1] in " :、,/" and may_be_name(found[0]) and SET_APART.match(text, found.end()):
        return Names([found[0]], found.end(), is_sure=False)
    return None


def names_and_unit(run, known):
    """林岚新华社: a name and its neighbour's employer."""
    unit = UNIT_BEHIND.search(run)
    names = split_names(run[: unit.start()], known) if unit else None
    return (names, unit[0]) if names else None
