"""A group of a line of credits: people with one role, one employer and one work; and who of them did what."""

from dataclasses import dataclass, field

from bylines.credits import AUTHOR, PHOTOGRAPHER, Credit
from bylines.roles import BOTH, PICTURES


@dataclass
class Group:
    role: str | None = None
    standing: str = ""
    unit: str = ""
    work: str = ""
    word: str = ""  # the role as printed
    names: list[str] = field(default_factory=list)


def writers(groups):
    for group in groups:
        if group.role == PHOTOGRAPHER and group.work == BOTH:
            yield from (Credit(name, group.standing or AUTHOR, unit=group.unit) for name in group.names)
        elif group.work != PICTURES and group.role != PHOTOGRAPHER:
            yield from (Credit(name, group.role or AUTHOR, unit=group.unit) for name in group.names)


def photographers(groups):
    for group in groups:
        if group.work in (PICTURES, BOTH) or group.role == PHOTOGRAPHER:
            standing = group.standing if group.role == PHOTOGRAPHER else group.role or ""
            yield from (Credit(name, PHOTOGRAPHER, standing, group.unit) for name in group.names)
