"""Reading a line of credits back into credits: the inverse of printing, for every style that papers print.

A line is a row of groups; a group is a role word (with the employer before it), names, and what they did:
    line   :=  group+                              记者林岚 通讯员何青报道
    group  :=  [employer] [role] names [work]      新华社记者林岚 / 文 林岚 / 林岚 摄
    names  :=  name ((、|space) name)*             a run of Han is told apart by its surnames
The reader takes a folded text (wording.folding), so that every place it names is a place in the text itself.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from bylines.credits import AUTHOR, PHOTOGRAPHER, Credit
from bylines.names import HAN, is_surname, may_be_name, split_names
from bylines.roles import (
    BARE_UNIT,
    BEFORE_NAMES,
    BEHIND_NAMES,
    BOTH,
    CITY,
    HEAD,
    HEAD_OF_ANY_UNIT,
    PICTURES,
    REPORTED,
    ROLE_WORD,
    SOURCE,
    TIME_WORD,
    role_of,
)

BETWEEN = re.compile(r"[\s、,，;；&|/]*")
RUN = re.compile(
    rf"(?:(?!{ROLE_WORD}|综合报道|报道|摄|供图|{TIME_WORD})[{HAN}])+(?:·(?:(?!{ROLE_WORD}|报道|摄)[{HAN}])+)*"
)
SPACED_GIVEN = re.compile(rf"\s+(?!{ROLE_WORD})([{HAN}]{{1,2}})(?![{HAN}])|\s+([{HAN}])(?={ROLE_WORD}|报道|摄|/)")
SET_APART = re.compile(r"[\s、,，;；/)\]:]|$")
TRANSLATED = "译绘"
PLACE_OF_REPORT = re.compile(rf"[从在自](?!此)[{HAN}]{{1,14}}?(?=(?:发回)?报道)")
CITY_BEHIND = re.compile(f"(?:{CITY})$")
UNIT_BEHIND = re.compile(rf"(?:本报|新华社|中新社|总台|[{HAN}]{{2,4}}(?:日报|晚报|晨报|都市报|电视台))$")


class CreditLine(NamedTuple):
    credits: tuple[Credit, ...]  # who wrote, in order
    photographers: tuple[Credit, ...]  # who took the pictures; also standing among the credits when they wrote too
    source: str  # 来源: where the story came from
    image_source: str  # 图源: where the picture came from
    end: int  # where in the text the line ends
    is_closed: bool  # ended by 报道 or the like, so that what follows cannot be a name
    has_role: bool  # a role word or a work word stood there: more than bare names
    unsure: tuple[str, ...]  # names that no surname explains


@dataclass
class Group:
    role: str | None = None
    standing: str = ""
    unit: str = ""
    work: str = ""
    names: list[str] = field(default_factory=list)


def read_credits(text, start=0, end=None, known=frozenset()):
    """The longest line of credits that begins at start, or None."""
    return Reader(text, start, len(text) if end is None else end, known).read()


class Reader:
    def __init__(self, text, start, end, known):
        self.text, self.at, self.end, self.known = text, start, end, known
        self.groups: list[Group] = []
        self.open: list[Group] = []  # groups whose work is not said yet
        self.good = start
        self.is_closed = self.has_role = False
        self.source = self.image_source = self.unit = ""
        self.unsure: list[str] = []

    def read(self):
        while self.at < self.end and self.step():
            pass
        groups = [group for group in self.groups if group.names]
        if not groups and not self.source and not self.image_source:
            return None
        return CreditLine(
            tuple(writers(groups)),
            tuple(photographers(groups)),
            self.source,
            self.image_source,
            self.good,
            self.is_closed,
            self.has_role,
            tuple(self.unsure),
        )

    def step(self):
        """Take the next piece of the line; False where the line is over."""
        if self.groups and self.groups[-1].names and self.take_work():
            return True
        self.at = BETWEEN.match(self.text, self.at, self.end).end()
        if self.take_source_named() or self.take_head() or (not self.is_closed and self.take_names()):
            return True
        return self.take_supplier() or self.take_head_of_any_unit()

    def match(self, pattern):
        return pattern.match(self.text, self.at, self.end)

    def take_source_named(self):
        found = self.match(SOURCE)
        return bool(found) and not found["supplier"] and self.take_source(found)

    def take_supplier(self):
        """江畔区总工会供图: no name, so the supplier is a body."""
        found = self.match(SOURCE)
        return bool(found) and self.take_source(found)

    def take_source(self, found):
        self.source = found["source"] or self.source
        self.image_source = found["image"] or found["supplier"] or self.image_source
        self.at = self.good = found.end()
        self.has_role = True
        return True

    def take_head(self):
        if found := self.match(BEFORE_NAMES):
            group = self.groups[-1] if self.groups and not self.groups[-1].names else self.begin(Group())
            group.work = found.lastgroup
        elif (found := self.match(HEAD)) and not self.names_stand_before(found):
            self.begin_role(found)
        else:
            return False
        self.at = found.end()
        self.has_role = True
        self.is_closed = False
        return True

    def take_head_of_any_unit(self):
        found = None if self.groups else self.match(HEAD_OF_ANY_UNIT)
        if not found:
            return False
        self.begin_role(found)
        self.at = found.end()
        self.has_role = True
        return True

    def begin_role(self, found):
        role, standing = role_of(found["word"])
        if not (self.groups and not self.groups[-1].names and self.groups[-1].role is None):
            self.begin(Group())
        group = self.groups[-1]
        group.role, group.standing, group.unit = role, standing, found["unit"] or ""

    def names_stand_before(self, head):
        """林岚新华社记者…: what looks like the employer is a name and its neighbour's employer."""
        return bool(head["unit"] and names_and_unit(head["unit"], self.known))

    def begin(self, group):
        self.groups.append(group)
        self.open.append(group)
        return group

    def take_work(self):
        """What the people named so far did; it holds for every group whose work was not said."""
        found = self.match(BEHIND_NAMES)
        if not found or self.is_next_head(found):
            return False
        kind = found.lastgroup
        for group in self.open:
            group.work = group.work or kind
        self.open = []
        self.at = self.good = found.end()
        self.has_role = True
        self.is_closed = kind in (REPORTED, BOTH)
        return True

    def is_next_head(self, found):
        """摄影 李四, or 图/李四: the word leads the next names rather than closing these."""
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        if found[0].lstrip().startswith("/"):
            return False
        leads = BEFORE_NAMES.match(self.text, start, self.end)
        if not leads and found["pictures"]:
            leads = HEAD.match(self.text, start, self.end)
        return bool(leads and self.are_people_at(leads.end()))

    def are_people_at(self, at):
        at = BETWEEN.match(self.text, at, self.end).end()
        run = RUN.match(self.text, at, self.end)
        return bool((run and split_names(run[0], self.known)) or HEAD.match(self.text, at, self.end))

    def take_names(self):
        if not self.groups and (unit := self.match(BARE_UNIT)):
            self.unit, self.at = unit["unit"], unit.end()
        found = self.match(RUN)
        names, end = self.names_of(found) if found else ([], self.at)
        if not names:
            return False
        if not self.groups:
            self.begin(Group(unit=self.unit))
        elif not self.open:
            self.begin(Group(role=self.groups[-1].role, unit=self.groups[-1].unit))
        self.groups[-1].names += names
        self.at = self.good = end
        return True

    def names_of(self, found):
        """The names in a run of Han, and where they end."""
        run = found[0]
        if run in self.known or ("·" in run and len(run) <= 24):
            return [run], found.end()
        if is_surname(run) and (given := SPACED_GIVEN.match(self.text, found.end(), self.end)):
            return [run + (given[1] or given[2])], given.end()
        if self.was_translated(found) and (names := split_names(run[:-1], self.known)):
            return names, found.end() - 1
        if names := split_names(run, self.known):
            return names, found.end()
        return (
            self.names_before_place(found)
            or self.names_before_city(found)
            or self.names_before_unit(found)
            or self.name_set_apart(found)
        )

    def was_translated(self, found):
        """林岚译 is a reporter's name, but beside an author the translator 林岚."""
        is_author = not self.groups or self.groups[-1].role in (None, AUTHOR)
        return found[0][-1] in TRANSLATED and is_author and SET_APART.match(self.text, found.end())

    def names_before_place(self, found):
        """记者王永从大本营报道."""
        for place in PLACE_OF_REPORT.finditer(self.text, found.start() + 2, min(self.end, found.end() + 4)):
            if names := split_names(self.text[found.start() : place.start()], self.known):
                return names, place.end()
        return None

    def names_before_city(self, found):
        """记者林岚杭州报道."""
        city = CITY_BEHIND.search(found[0])
        names = split_names(found[0][: city.start()], self.known) if city else None
        return (names, found.start() + city.start()) if names and self.text.startswith("报道", found.end()) else None

    def names_before_unit(self, found):
        """林岚新华社记者…: the employer of the next group set solid behind a name."""
        if not (read := names_and_unit(found[0], self.known)):
            return None
        names, unit = read
        return names, found.end() - len(unit)

    def name_set_apart(self, found):
        """Behind a role word, a run set apart by marks is a name even if no surname begins it."""
        said = self.groups and self.groups[-1].role is not None and self.text[found.start() - 1] in " :、,/"
        if said and may_be_name(found[0]) and SET_APART.match(self.text, found.end()):
            self.unsure.append(found[0])
            return [found[0]], found.end()
        return [], found.start()


def names_and_unit(run, known):
    unit = UNIT_BEHIND.search(run)
    names = split_names(run[: unit.start()], known) if unit else None
    return (names, unit[0]) if names else None


def writers(groups):
    for group in groups:
        if group.work != PICTURES and group.role != PHOTOGRAPHER:
            yield from (Credit(name, group.role or AUTHOR, unit=group.unit) for name in group.names)


def photographers(groups):
    for group in groups:
        if group.work in (PICTURES, BOTH) or group.role == PHOTOGRAPHER:
            standing = group.standing if group.role == PHOTOGRAPHER else group.role or ""
            yield from (Credit(name, PHOTOGRAPHER, standing, group.unit) for name in group.names)
