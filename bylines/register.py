"""The register as a desk asks it: who may be meant by a name that was read, and entering whom it lacks."""

import re
from collections import defaultdict
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Q
from django.db.models.functions import Left

from bylines.likeness import lookalikes
from bylines.models import Contributor, PenName
from desk.models import AuditEntry, Paper

MOST_LOOKALIKES = 5
HAN = "[〇\u3400-\u9fff\U00020000-\U0003ffff]"
BETWEEN_HAN = re.compile(f"(?<={HAN}) (?={HAN})")


class Known(NamedTuple):
    """Who may be meant by a name: people of that name, and people of a name like it."""

    namesakes: list[Contributor]
    alike: list[Contributor]

    @property
    def people(self):
        return [*self.namesakes, *self.alike]


def who_may_be(names):
    """{name: Known}, those credited most before others. Three queries, however many names."""
    names = set(filter(None, names))
    alike = lookalikes(names, names_beginning({name[0] for name in names}))
    named = by_name(names.union(*alike.values()))
    return {name: Known(named[name], most_credited(named, alike[name], but=named[name])) for name in names}


def names_beginning(characters):
    begin = Contributor.objects.standing().annotate(first=Left("name", 1)).filter(first__in=characters)
    return set(begin.values_list("name", flat=True)) if characters else set()


def by_name(names):
    """{name: people}, those credited most before others; whoever merely goes by that name behind them."""
    people = Contributor.objects.annotate(credits=Count("bylines"))
    people = people.select_related("region__parent__parent__parent").order_by("-credits", "id")
    return defaultdict(list, people_named(names, people))


def people_named(names, people=None):
    """
    {name: people of that name, the oldest first, then those who go by it}. Two queries, however many names. Who was
    merged into somebody is nobody to be found: the name leads to who is left.
    """
    rows = (Contributor.objects.order_by("id") if people is None else people).standing()
    named = {name: [] for name in names}
    if not named:
        return named
    others = defaultdict(list)
    for person, name in PenName.objects.filter(name__in=named).order_by("id").values_list("contributor", "name"):
        others[person].append(name)
    for person in rows.filter(Q(name__in=named) | Q(pk__in=list(others))):
        for name in {person.name, *others[person.pk]} & named.keys():
            named[name].append(person)
    return {name: sorted(found, key=lambda person: person.name != name) for name, found in named.items()}


def names_known(names):
    """Those of the names that somebody of the register has or goes by."""
    own = Contributor.objects.filter(name__in=names).order_by().values_list("name", flat=True)
    return (
        set(own.union(PenName.objects.filter(name__in=names).order_by().values_list("name", flat=True)))
        if names
        else set()
    )


def most_credited(named, names, but):
    """Each once, be it by several names."""
    found = {person for name in names for person in named[name]}.difference(but)
    return sorted(found, key=lambda person: (-person.credits, person.pk))[:MOST_LOOKALIKES]


def as_entered(name):
    """A name as the register keeps it, without the spaces that print sets between characters; ValueError for what is
    none."""
    if not is_name(name):
        raise ValueError(name)
    return BETWEEN_HAN.sub("", " ".join(name.split()))


def is_name(words):
    return any(map(str.isalpha, words)) and not set(words) & {"<", ">"}


@transaction.atomic
def entered(*, name, unit="", role, by=None, is_another=False):
    """
    The person of that name, entered where the register lacks one; is_another: besides those of that name elsewhere.

    Of two who enter a name at once the second waits, and finds whom the first one entered.
    """
    Paper.objects.select_for_update(no_key=True).get_or_create(pk=1)
    name = as_entered(name)
    named = people_named([name])[name]
    of_unit = next((person for person in named if person.unit == unit), None)
    person = of_unit or (None if is_another else next(iter(named), None))
    if person is None:
        person = Contributor.objects.create(name=name, unit=unit, usual_role=role)
        AuditEntry.note(verb="enter", record=person, by=by, words=str(person))
    return person
