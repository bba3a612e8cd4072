"""
The checks, each a small function with a code, a level and a message. Apps above add theirs in AppConfig.ready():

    STORY_CHECKS.append(Check("weather-old", Level.WARNING, _("The forecast is of %(day)s."), find_old_forecasts))
"""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from articles.models.phrase import Level


@dataclass(frozen=True)
class Found:
    """
    What a check found: in which field, from where to where (nothing: the field as a whole, or what is missing), and
    what to write instead. `said` fills the message; level and message, where given, stand before the check's own.
    """

    field: str = ""
    start: int = 0
    end: int = 0
    suggestion: str | None = None
    said: dict[str, Any] = dataclasses.field(default_factory=dict)
    level: str = ""
    message: str = ""
    page: Any = None  # of an issue's check: the page that it is about
    names: Any = None  # another story's key, where the message names one: not everybody may see that story


@dataclass(frozen=True)
class Check:
    code: str
    level: str
    message: Any  # a lazy translation; %(name)s is filled from Found.said
    find: Callable[[Any], Iterable[Found]]
    names_stories: bool = False  # its message says the headline of a story that not everybody may see


# Called with a prepared.Story, and with a prepared.Sheet.
STORY_CHECKS: list[Check] = []
ISSUE_CHECKS: list[Check] = []

__all__ = ["ISSUE_CHECKS", "STORY_CHECKS", "Check", "Found", "Level"]
