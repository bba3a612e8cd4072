"""What stands beside the names of people and regions, to tell them from their namesakes: the unit, the city."""

from typing import Any, NamedTuple

from bylines.models import Contributor
from regions.models import Region
from tally.questions import By


class Named(NamedTuple):
    name: str
    beside: str = ""
    pk: Any = None  # of its record, as addresses have it; None where there is none to ask for


def named(question, lines):
    """{key: Named} of the lines, in one query at most."""
    known = KNOWN.get(question.by, none_known)([line.key for line in lines if line.key])
    return {line.key: known.get(line.key) or Named(line.name, pk=line.key or None) for line in lines}


def people(keys):
    found = Contributor.objects.filter(pk__in=keys).values_list("pk", "name", "unit")
    return {pk: Named(name, unit, pk) for pk, name, unit in found}


def regions(codes):
    """A county with its city, a town with its county."""
    found = Region.objects.filter(code__in=codes).values_list("code", "name", "parent__name", "pk")
    return {code: Named(name, above or "", pk) for code, name, above, pk in found}


def none_known(_keys):
    return {}


KNOWN = {By.PERSON: people, By.REGION: regions, By.PLACE: regions}
