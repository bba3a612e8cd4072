"""
What hangs from a contributor and goes along when two become one. Apps above add their rows in AppConfig.ready():

    FOLLOWERS.append(rows_of("intake.Submission", "contributor"))

What is frozen (a sheet that was paid) stays where it is, and is read by `as_it_stands()`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps

from desk.batches import in_batches

AT_ONCE = 400


@dataclass(frozen=True)
class Follower:
    """
    name: under which Merging.moved keeps the keys. label: in the comparison. count(gone) → how many; move(gone, into) →
    keys of what moved; put_back(gone, into, keys) → how many went back.
    """

    name: str
    label: object
    count: Callable
    move: Callable
    put_back: Callable


def rows_of(label, field, *, once_by=()):
    """Rows of a model that name the contributor. once_by: fields of which the other may have the same once only."""

    def model():
        return apps.get_model(label)

    def rows(person, **which):
        return model()._base_manager.filter(**{field: person}, **which)

    def move(gone, into):
        taken = set(rows(into).values_list(*once_by)) if once_by else set()
        found = rows(gone).order_by("pk").values_list("pk", *once_by)
        keys = [pk for pk, *place in found if tuple(place) not in taken or not once_by]
        for some in in_batches(keys, AT_ONCE):
            rows(gone, pk__in=some).update(**{field: into})
        return keys

    def put_back(gone, into, keys):
        return sum(rows(into, pk__in=some).update(**{field: gone}) for some in in_batches(keys, AT_ONCE))

    return Follower(label, NameOf(label), lambda gone: rows(gone).count(), move, put_back)


@dataclass(frozen=True)
class NameOf:
    """Of a model, in the language of whoever reads it."""

    label: str

    def __str__(self):
        return str(apps.get_model(self.label)._meta.verbose_name_plural)


FOLLOWERS = [
    rows_of("bylines.Term", "contributor", once_by=["since"]),
    rows_of("bylines.PenName", "contributor", once_by=["name"]),
]
