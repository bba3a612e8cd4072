"""People as rows of a table."""

from django.db.models import Prefetch

from bylines.models import PenName, Term
from bylines.private import look_at_all
from bylines.sheets.columns import HEADS, PRIVATE, ROLE_WORDS
from desk.sheets import Sheet

BETWEEN = "、"
NAME = "作者库"


def sheet_of(people, *, private_for=None):
    """people: a queryset. private_for: the colleague who sees private details too; each look is noted then."""
    terms, names = Term.objects.order_by("-since", "-pk"), PenName.objects.order_by("pk")
    people = people.select_related("region", "desk").prefetch_related(
        Prefetch("terms", terms), Prefetch("pen_names", names)
    )
    found = list(people)
    details = look_at_all(found, private_for) if private_for else {}
    head = [*HEADS.values(), *(PRIVATE.values() if private_for else ())]
    rows = [[*row_of(person), *private_cells(details.get(person.pk))] for person in found]
    return Sheet(NAME, head, rows)


def row_of(person):
    term = next(iter(person.terms.all()), None)
    region = person.region
    return [
        person.pk,
        person.name,
        person.unit,
        region.code if region else "",
        region.name if region else "",
        person.desk.name if person.desk else "",
        ROLE_WORDS[person.usual_role],
        *(names_of(person, kind) for kind in (PenName.Kind.PEN_NAME, PenName.Kind.ALIAS)),
        *([term.since, term.until, term.position, term.number] if term else [None, None, "", ""]),
    ]


def names_of(person, kind):
    return BETWEEN.join(other.name for other in person.pen_names.all() if other.kind == kind)


def private_cells(details):
    return [getattr(details, name) for name in PRIVATE] if details else []
