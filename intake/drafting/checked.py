"""A story as an editor left it: what was said of its names and column, done when its draft is made, never before."""

from dataclasses import dataclass, field
from typing import NamedTuple

from intake.reading.result import StoryRead

OWN_PAPER = ("本报", "本网", "本刊", "本台", "本社")


class Decision(NamedTuple):
    """person: key of whoever of the register it is. is_another: nobody of those who have the name."""

    enters: bool = False
    is_another: bool = False
    person: int | None = None


LEFT = Decision()


@dataclass
class CheckedStory(StoryRead):
    people: dict[tuple[str, str], Decision] = field(default_factory=dict)  # by name and unit
    founds_column: bool = True


def decision_about(said, story):
    """None where nobody was asked: the command, a mail, a name that the editor typed."""
    return story.people.get(person_key(said)) if isinstance(story, CheckedStory) else None


def founds_column(story):
    return not isinstance(story, CheckedStory) or story.founds_column


def person_key(said):
    return said.name, unit_of(said)


def unit_of(said):
    return "" if said.unit in OWN_PAPER else said.unit
