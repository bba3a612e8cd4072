"""Whom the people in a line of credits work for: between role and name, or in brackets behind it."""

import re
from dataclasses import replace

from bylines.groups import Group
from bylines.roles import BODY, ROLE_WORD, role_of
from bylines.runs import is_body

ASIDE = re.compile(r"\s*\(\s*([^()]{2,40}?)\s*\)")  # behind a name: who that is
ROLE_ASIDE = re.compile(rf"(?P<word>{ROLE_WORD})")


def take_aside(line):
    """林岚(江畔区总工会): the employer of the person just named, or the role, or who that is."""
    found = line.match(ASIDE)
    if not found:
        return False
    group = line.groups[-1]
    if is_body(found[1], line.known):
        name = group.names.pop()
        line.begin(replace(group, unit=found[1], names=[name]))
        line.begin(replace(group, names=[]))
    elif group.role is None and (role := ROLE_ASIDE.search(found[1])) and role.end() == len(found[1]):
        group.role, group.standing = role_of(role["word"])
        line.has_role = True
    return line.take(found.end())


def take_body(line):
    """通讯员 县总工会 林岚: the employer stands between the role and the name."""
    found = line.match(BODY)
    people = line.names_at(line.behind_joint(found.end())) if found else None
    if not people or not people.is_sure or not is_body(found["unit"] or found["solid"], line.known):
        return False
    group = line.waiting() or line.begin(next_group(line))
    group.unit = found["unit"] or found["solid"]
    group.names += people.names
    return line.take(people.end)


def next_group(line):
    """Of the same role as the one before, for the people of another employer."""
    if not line.groups:
        return Group()
    last = line.groups[-1]
    return replace(last, names=[], work="" if last in line.open else last.work)
