"""What a doubt of drafting is about, in parts: the step that settles it needs no sentence (articles.naming)."""

from dataclasses import dataclass

from articles.naming import can_name_column
from intake.drafting.checked import unit_of
from intake.messages import COLUMN_UNKNOWN
from intake.reading.doubts import NAME_UNSURE
from intake.reading.result import Doubt


@dataclass(frozen=True)
class DoubtAboutName(Doubt):
    about: tuple = ()  # pairs of part and value


def about_credit(said, order, **where):
    parts = {"name": said.name, "role": said.role, "standing": said.standing, "unit": unit_of(said), "order": order}
    return tuple((parts | where).items())


def about_of(doubt):
    if isinstance(doubt, DoubtAboutName):
        return dict(doubt.about)
    if doubt.code == NAME_UNSURE:
        return {"name": doubt.detail}
    if doubt.code == COLUMN_UNKNOWN and can_name_column(doubt.detail):
        return {"column": doubt.detail}
    return {}
