"""A line of credits while it is read: how far, and who was named so far with what role, employer and work."""

import re
from typing import NamedTuple

from bylines.credits import AUTHOR, Credit
from bylines.groups import Group, photographers, writers
from bylines.roles import BEFORE_NAMES, LED_LINE
from bylines.runs import names_at

BETWEEN = re.compile(r"[\s、,，;；&|/□■◆◇●◎▲△▶]*")
TOKEN = re.compile(r"[^\s、,;/|]+")


class CreditLine(NamedTuple):
    credits: tuple[Credit, ...]  # who wrote, in order
    photographers: tuple[Credit, ...]  # who took the pictures; also standing among the credits when they wrote too
    source: str  # 来源: where the story came from
    image_source: str  # 图源: where the picture came from
    end: int  # where in the text the line ends
    is_closed: bool  # ended by 报道 or the like, so that what follows cannot be a name
    has_role: bool  # a role word or a work word stood there: more than bare names
    unsure: tuple[str, ...]  # names that no surname explains


NO_ONE = CreditLine((), (), "", "", 0, True, True, ())


class Line:
    """at: how far it was read; good: how far it made sense. open: the groups whose work is not said yet."""

    def __init__(self, text, start, end, known, is_whole=False):
        self.text, self.at, self.end, self.known, self.is_whole = text, start, end, known, is_whole
        self.good = start
        self.is_led = bool(LED_LINE.match(text, start, end))
        leading = BEFORE_NAMES.match(text, start, end)
        self.is_led_by_work, self.leads_with_both = bool(leading), bool(leading and leading["both"])
        self.groups: list[Group] = []
        self.open: list[Group] = []
        self.is_closed = self.has_role = False
        self.source = self.image_source = self.unit = self.work_said = ""
        self.unsure: list[str] = []

    def match(self, pattern):
        return pattern.match(self.text, self.at, self.end)

    def behind_joint(self, at):
        return BETWEEN.match(self.text, at, self.end).end()

    def next_token(self):
        return TOKEN.match(self.text, self.behind_joint(self.at), self.end)

    def take(self, end):
        self.at = self.good = end
        return True

    def begin(self, group):
        self.groups.append(group)
        self.open.append(group)
        return group

    def waiting(self):
        """The group whose role is read and whose names are still to come, or None."""
        return self.groups[-1] if self.groups and not self.groups[-1].names else None

    def has_names(self):
        return bool(self.groups and self.groups[-1].names)

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

    def result(self):
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
