"""
Likely doubles: two records of the register that may be one person. By the same phone, the same name and unit, or names
that sound alike from units that are near each other. Who was said to be two people is not asked about again.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from bylines.models import Contributor, PenName, PrivateDetails, TwoPeople
from desk.models import AuditEntry

MOST_OF_A_SOUND = 30  # beyond that a name says nothing
NEAR = 0.6  # of the pairs of characters that both have
NOT_LETTERS = re.compile(r"[\W_]+")
HEARD_ALIKE = re.compile("[zcs]h|ng")


class Why(TextChoices):
    """In the order of how much it proves."""

    PHONE = "phone", _("the same phone")
    SAME = "same", _("the same name and unit")
    GOES_BY = "goes_by", _("one goes by the other's name")
    NAME = "name", _("the same name, units alike")
    NO_UNIT = "no_unit", _("the same name, one without a unit")
    SOUND = "sound", _("names that sound alike, units alike")


@dataclass(frozen=True)
class Double:
    first: int
    second: int
    why: Why


@dataclass(frozen=True)
class Known:
    pk: int
    name: str
    unit: str
    sound: str


def likely_doubles():
    """The surest first, each pair once. Reads names and units of the whole register, in four queries."""
    return doubles_among(Contributor.objects.standing())


def likely_doubles_of(person):
    """Those that an index finds: the same sound, and not merely one that is heard alike."""
    doubles = doubles_among(Contributor.objects.standing().filter(like(person)))
    return [one for one in doubles if person.pk in (one.first, one.second)]


def like(person):
    own_names, same_name = PenName.objects.filter(contributor=person), PenName.objects.filter(name=person.name)
    phones = PrivateDetails.objects.filter(contributor=person).exclude(phone_digest="").values("phone_digest")
    same_phone = PrivateDetails.objects.filter(phone_digest__in=phones)
    alike = Q(pk=person.pk) | Q(name=person.name) | Q(name__in=own_names.values("name"))
    alike |= Q(sound=person.sound) if person.sound else Q()
    return alike | Q(pk__in=same_name.values("contributor")) | Q(pk__in=same_phone.values("contributor"))


def doubles_among(rows):
    """rows: a queryset."""
    fields = ("pk", "name", "unit", "sound")
    people = {row[0]: Known(*row) for row in rows.order_by("pk").values_list(*fields)}
    found: dict[tuple[int, int], Why] = {}
    of_one = [*of_one_phone(rows), *of_other_names(rows, people), *of_one_sound(people)]
    for first, second, why in of_one:
        pair = (min(first, second), max(first, second))
        found[pair] = min(found.get(pair, why), why, key=list(Why).index)
    for pair in TwoPeople.objects.order_by().values_list("first", "second"):
        found.pop(pair, None)
    doubles = [Double(*pair, why) for pair, why in found.items()]
    return sorted(doubles, key=lambda one: (list(Why).index(one.why), people[one.first].name, one.first, one.second))


def of_one_phone(rows):
    details = PrivateDetails.objects.exclude(phone_digest="").filter(contributor__in=rows.values("pk"))
    for keys in grouped(details.order_by("pk").values_list("phone_digest", "contributor")):
        yield from ((*pair, Why.PHONE) for pair in combinations(keys, 2))


def of_other_names(rows, people):
    named = defaultdict(list)
    for one in people.values():
        named[one.name].append(one)
    others = PenName.objects.filter(contributor__in=rows.values("pk")).order_by("pk")
    for key, name in others.values_list("contributor", "name"):
        for other in named.get(name, ()):
            units = (people[key].unit, other.unit)
            if other.pk != key and (not all(units) or are_near(*units)):
                yield key, other.pk, Why.GOES_BY


def of_one_sound(people):
    for keys in grouped((as_heard(one.sound) or one.name, one.pk) for one in people.values()):
        for first, second in combinations(keys, 2):
            if why := why_alike(people[first], people[second]):
                yield first, second, why


def as_heard(sound):
    """Where many speak neither zh nor ng they are written down as z and n: 陈 and 岑, 英 and 音."""
    return HEARD_ALIKE.sub(lambda found: found[0][0], sound.partition(" ")[0])


def grouped(pairs):
    """Keys that have something in common; not where so many have it that it says nothing."""
    groups = defaultdict(list)
    for what, key in pairs:
        groups[what].append(key)
    return [keys for keys in groups.values() if 1 < len(keys) <= MOST_OF_A_SOUND]


def why_alike(one, other):
    """Of two whose names sound alike; None where their units tell them apart."""
    if one.name != other.name:
        return Why.SOUND if one.unit and are_near(one.unit, other.unit) else None
    if bare(one.unit) == bare(other.unit):
        return Why.SAME
    if not one.unit or not other.unit:
        return Why.NO_UNIT
    return Why.NAME if are_near(one.unit, other.unit) else None


def are_near(one, other):
    """诸暨市总工会 and 诸暨总工会: one holds the other, or they share most pairs of characters."""
    one, other = bare(one), bare(other)
    if not one or not other:
        return one == other
    if one in other or other in one:
        return True
    own, others = pairs_of(one), pairs_of(other)
    return 2 * len(own & others) >= NEAR * (len(own) + len(others))


def bare(unit):
    return NOT_LETTERS.sub("", unit).lower()


def pairs_of(text):
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def remember_two_people(one, other, *, by):
    """Said once; who says it again says nothing new."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    _row, is_new = TwoPeople.objects.get_or_create(first=first, second=second, defaults={"by": by})
    if is_new:
        for person, who in ((first, second), (second, first)):
            AuditEntry.note(verb="two_people", record=person, by=by, words=f"{who} #{who.pk}")
