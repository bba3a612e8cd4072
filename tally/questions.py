"""What is asked: of which days, by what, of whom alone."""

from dataclasses import dataclass, field, replace

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.credits import CORRESPONDENT, EDITOR, PHOTOGRAPHER, ROLES, SPECIAL_CORRESPONDENT
from regions.models import Region
from tally.periods import Period, name_of, parts_of

Level = Region.Level
CORRESPONDENTS = (CORRESPONDENT, SPECIAL_CORRESPONDENT)
WRITERS = tuple(role for role in ROLES if role not in (PHOTOGRAPHER, EDITOR))


class By(models.TextChoices):
    PERSON = "person", _("contributor")
    UNIT = "unit", _("unit")
    REGION = "region", _("region of the contributor")
    PLACE = "place", _("region of the story")
    ROLE = "role", _("role")
    COLUMN = "column", _("column")
    PAGE = "page", _("page")
    ISSUE = "issue", _("issue")
    MONTH = "month", pgettext_lazy("period", "month")
    QUARTER = "quarter", pgettext_lazy("period", "quarter")
    YEAR = "year", pgettext_lazy("period", "year")


BY_TIME = (By.MONTH, By.QUARTER, By.YEAR)


class Split(models.TextChoices):
    """How what several people share is told apart: not at all, or in equal parts, of those of a role or of all."""

    NONE = "none", _("whole for each")
    ROLE = "role", _("split within the role")
    ALL = "all", _("split among all")


@dataclass(frozen=True)
class Only:
    """
    What is counted, and nothing else. person, column, issue: keys, 0 for no column and no issue (on the web alone).
    unit: as in the register, "" for none. region, place: codes, with all below. role: one or several. page: its label.
    desk: the contributor's.
    """

    person: int | None = None
    unit: str | None = None
    region: str | None = None
    place: str | None = None
    role: str | tuple[str, ...] | None = None
    column: int | None = None
    page: str | None = None
    issue: int | None = None
    desk: int | None = None

    @property
    def roles(self):
        return (self.role,) if isinstance(self.role, str) else tuple(sorted(self.role or ()))


@dataclass(frozen=True)
class Question:
    """level: of the regions that REGION and PLACE are counted by."""

    period: Period
    by: By = By.PERSON
    only: Only = field(default_factory=Only)
    level: str = Level.COUNTY
    split: Split = Split.ALL


def narrowed(question, key):
    """The question about that line alone, to be asked by something else. None where no filter says what the line is."""
    by = By(question.by)
    if by in BY_TIME:
        return replace(question, period=_part(question.period, by, key))
    if by in (By.REGION, By.PLACE, By.PAGE) and not key:
        return None
    return replace(question, only=replace(question.only, **{by.value: key}))


def _part(period, by, key):
    """ValueError for what is no such part of the period."""
    for part in parts_of(period, by.value):
        if name_of(part.first, by.value) == key:
            return part
    raise ValueError(key)
