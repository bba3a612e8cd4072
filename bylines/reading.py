"""Reading a line of credits back into credits: the inverse of printing, for every style that papers print.

A line is a row of groups; a group is a role word (with the employer before it), names, and what they did:
    line   :=  group+                              记者林岚 通讯员何青报道
    group  :=  [employer] [role] names [work]      新华社记者林岚 / 文 林岚 / 林岚 摄
    names  :=  name ((、|space) name)*             a run of Han is told apart by its surnames
The reader takes a folded text (wording.folding), so that every place it names is a place in the text itself.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from bylines.credits import AUTHOR, EDITOR, PHOTOGRAPHER, Credit
from bylines.groups import Group, photographers, writers
from bylines.roles import (
    BARE_UNIT,
    BEFORE_NAMES,
    BEHIND_NAMES,
    BODY,
    BOTH,
    HEAD,
    HEAD_OF_ANY_UNIT,
    LED,
    LED_LINE,
    PICTURES,
    REPORTED,
    ROLE_WORD,
    SOURCE,
    WORDS,
    role_of,
)
from bylines.runs import is_body, names_and_unit, names_at

ASIDE = re.compile(r"\s*\(\s*([^()]{2,40}?)\s*\)")  # behind a name: who that is
MARK = re.compile(r"\s*[:|]")
TOKEN = re.compile(r"[^\s、,;/|]+")
WORK_WORD = re.compile(r"(?:摄影|图片|照片|视频|文字|撰文|供稿|撰稿|视频拍摄)[\s:/|]*")
ROLE_ASIDE = re.compile(rf"(?P<word>{ROLE_WORD})")
BETWEEN = re.compile(r"[\s、,，;；&|/□■◆◇●◎▲△▶]*")


SOURCES = ("quoted", "compiled", "desk", "body_of_words", "source")
IMAGE_SOURCES = ("image", "giver", "person", "agency", "provider", "supplier", "body", "stock", "issuer")


class CreditLine(NamedTuple):
    credits: tuple[Credit, ...]  # who wrote, in order
    photographers: tuple[Credit, ...]  # who took the pictures; also standing among the credits when they wrote too
    source: str  # 来源: where the story came from
    image_source: str  # 图源: where the picture came from
    end: int  # where in the text the line ends
    is_closed: bool  # ended by 报道 or the like, so that what follows cannot be a name
    has_role: bool  # a role word or a work word stood there: more than bare names
    unsure: tuple[str, ...]  # names that no surname explains


def read_credits(text, start=0, end=None, known=frozenset(), in_part=False, is_whole=False):
    """The longest line of credits that begins at start, or None.

    in_part: what cannot be read is stepped over. is_whole: the text is a line of its own, or what stands in brackets.
    """
    return Reader(text, start, len(text) if end is None else end, known, in_part, is_whole).read()


class Reader:
    def __init__(self, text, start, end, known, in_part=False, is_whole=False):
        self.in_part, self.is_whole = in_part, is_whole
        self.is_led = bool(LED_LINE.match(text, start, end))
        self.text, self.at, self.end, self.known = text, start, end, known
        self.is_led_by_work = bool(BEFORE_NAMES.match(text, start, end))
        self.groups: list[Group] = []
        self.open: list[Group] = []  # groups whose work is not said yet
        self.good = start
        self.is_closed = self.has_role = False
        self.source = self.image_source = self.unit = self.work_said = ""
        self.unsure: list[str] = []

    def read(self):
        while self.at < self.end and (self.step() or (self.in_part and self.step_over())):
            pass
        groups = [group for group in self.groups if group.names]
        if not groups and not self.source and not self.image_source and not (self.in_part and self.unsure):
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

    def step_over(self):
        """A word that the grammar does not know: the editor sees it as a doubt."""
        token = TOKEN.match(self.text, BETWEEN.match(self.text, self.at, self.end).end(), self.end)
        if not token:
            return False
        self.unsure.append(token[0])
        self.at = self.good = token.end()
        return True

    def step(self):
        """Take the next piece of the line; False where the line is over."""
        if (
            self.groups
            and self.groups[-1].names
            and (self.take_aside() or self.take_source_named() or self.take_work())
        ):
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
        self.source = next((found[kind] for kind in SOURCES if found[kind]), self.source)
        image = next((found[kind] for kind in IMAGE_SOURCES if found[kind]), "")
        self.image_source = image or self.image_source
        self.at = self.good = found.end()
        self.has_role = True
        return True

    def take_aside(self):
        """林岚(江畔区总工会): the employer of the person just named, or the role, or who that is."""
        found = self.match(ASIDE)
        if not found:
            return False
        group = self.groups[-1]
        if is_body(found[1], self.known):
            name = group.names.pop()
            self.begin(replace(group, unit=found[1], names=[name]))
            self.begin(replace(group, names=[]))
        elif group.role is None and (role := ROLE_ASIDE.search(found[1])) and role.end() == len(found[1]):
            group.role, group.standing = role_of(role["word"])
            self.has_role = True
        self.at = self.good = found.end()
        return True

    def take_head(self):
        if self.is_led and (found := self.match(LED)):
            self.begin(Group(work=found.lastgroup))
        elif found := self.match(BEFORE_NAMES):
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
        stands_apart = self.at == 0 or self.text[self.at - 1] in " |/"
        found = self.match(HEAD_OF_ANY_UNIT) if stands_apart else None
        if not found:
            return False
        self.begin_role(found)
        self.at = found.end()
        self.has_role = True
        return True

    def begin_role(self, found):
        role, standing = role_of(found["word"] if "特派" not in (found["unit"] or "") else f"特派{found['word']}")
        self.say_work()
        if not (self.groups and not self.groups[-1].names and self.groups[-1].role is None):
            self.begin(Group())
        group = self.groups[-1]
        group.role, group.standing, group.unit, group.word = role, standing, found["unit"] or "", found["word"]
        if self.work_said:
            group.work, self.work_said = self.work_said, ""

    def say_work(self):
        """摄影 本报记者 林岚: the word before the role says what the reporter did."""
        before = self.groups[-1] if self.groups and not self.groups[-1].names else None
        if before and before.word and WORK_WORD.fullmatch(before.word):
            self.work_said = PICTURES if before.role == PHOTOGRAPHER else WORDS
            self.groups.pop()

    def names_stand_before(self, head):
        """林岚新华社记者…: what looks like the employer is a name and its neighbour's employer."""
        return bool(head["unit"] and names_and_unit(head["unit"], self.known))

    def begin(self, group):
        self.groups.append(group)
        self.open.append(group)
        return group

    def take_work(self):
        """What the people named so far did; it holds for every group whose work was not said."""
        found = self.match(BEHIND_NAMES) if not self.is_led else None
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
        if found["both"] and not self.is_led_by_work:
            return False  # 记者 林岚 文/摄 通讯员 何青: here the work stands behind the names
        head = HEAD.match(self.text, start, self.end)
        if head and head.end() > found.end() and MARK.match(self.text, found.end(), self.end):
            return True
        leads = BEFORE_NAMES.match(self.text, start, self.end)
        if not leads and found["pictures"]:
            leads = HEAD.match(self.text, start, self.end)
        return bool(leads and self.are_people_at(leads.end()))

    def are_people_at(self, at):
        at = BETWEEN.match(self.text, at, self.end).end()
        found = self.names_at(at)
        head = HEAD.match(self.text, at, self.end)
        return bool((found and found.is_sure) or (head and role_of(head["word"])[0] != EDITOR))

    def take_names(self):
        if not self.groups and (unit := self.match(BARE_UNIT)):
            self.unit, self.at = unit["unit"], unit.end()
        elif self.take_body():
            return True
        found = self.names_at(self.at)
        if not found:
            return False
        if not self.groups:
            self.begin(Group(unit=self.unit))
        elif not self.open:
            self.begin(Group(role=self.groups[-1].role, unit=self.groups[-1].unit))
        self.groups[-1].names += found.names
        self.unsure += [] if found.is_sure else found.names
        self.at = self.good = found.end
        return True

    def take_body(self):
        """通讯员 县总工会 林岚: the employer stands between the role and the name."""
        found = self.match(BODY)
        people = self.names_at(BETWEEN.match(self.text, found.end(), self.end).end()) if found else None
        if not people or not people.is_sure or not is_body(found["unit"] or found["solid"], self.known):
            return False
        if not self.groups:
            self.begin(Group())
        elif self.groups[-1].names:
            last = self.groups[-1]
            self.begin(replace(last, names=[], work="" if last in self.open else last.work))
        self.groups[-1].unit = found["unit"] or found["solid"]
        self.groups[-1].names += people.names
        self.at = self.good = people.end
        return True

    def names_at(self, at):
        role = self.groups[-1].role if self.groups else None
        return names_at(
            self.text,
            at,
            self.end,
            self.known,
            has_role=role is not None,
            may_be_translated=role in (None, AUTHOR),
            is_whole=self.is_whole,
        )
