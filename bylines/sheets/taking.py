"""
A table taken into the register as it was shown: planned once more while nobody else enters people, compared with what
the colleague saw, and done in one transaction. The same table again changes nothing.
"""

from django.db import transaction

from bylines import private
from bylines.models import Contributor, Role
from bylines.sheets.columns import PRIVATE
from bylines.sheets.meaning import OTHER_NAMES
from bylines.sheets.planning import FIELDS, TERM, Outcome, counted, plan
from desk.models import AuditEntry, Paper


class ChangedMeanwhile(Exception):  # noqa: N818 - nothing is broken
    """The register is no longer as it was when the table was looked at; lines: how it would go now."""

    def __init__(self, lines):
        super().__init__()
        self.lines = lines


@transaction.atomic
def take_in(rows, *, answers, seen, by, with_private=False, role=Role.CORRESPONDENT):
    """
    seen: the marks of the lines that were shown. role: of newcomers of whom the table says none. {outcome: how many};
    wrong and unclear lines are left out.
    """
    Paper.objects.select_for_update(no_key=True).get_or_create(pk=1)  # as whoever enters a name by hand
    lines = plan(rows, answers=answers, with_private=with_private)
    if [line.mark for line in lines] != seen:
        raise ChangedMeanwhile(lines)
    for line in lines:
        if line.outcome in (Outcome.NEW, Outcome.CHANGED):
            write(line.person or Contributor(usual_role=role), line, by)
    done = counted(lines)
    words = f"+{done[Outcome.NEW]} ~{done[Outcome.CHANGED]}"
    AuditEntry.note(verb="import_register", record=Contributor(), by=by, words=words)
    return done


def write(person, line, by):
    values = {field: line.values[name] for name, field in FIELDS.items() if name in line.values}
    for field, value in values.items():
        setattr(person, field, value)
    person.save(**({"update_fields": list(values)} if line.person else {}))
    write_term(person, line.values)
    write_names(person, line.values)
    if said := {name: line.values[name] for name in PRIVATE if name in line.values}:
        private.keep(person, by, **said)


def write_term(person, values):
    if not values.get("since"):
        return
    term = person.terms.filter(since=values["since"]).first() or person.terms.model(contributor=person)
    for name in TERM:
        if name in values:
            setattr(term, name, values[name])
    term.save()


def write_names(person, values):
    own = {person.name, *person.pen_names.values_list("name", flat=True)}
    for column, kind in OTHER_NAMES.items():
        for name in dict.fromkeys(values.get(column, ())):
            if name not in own:
                person.pen_names.create(name=name, kind=kind)
                own.add(name)
