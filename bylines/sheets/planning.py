"""
What a table would do to the register, line by line, before it does: nothing here writes. A line is about the person of
its number, else of its name and unit; a name that others have is unclear, and a colleague says who it is.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from bylines.models import Contributor
from bylines.register import people_named
from bylines.sealing import unsealed
from bylines.sheets.columns import KEY, PRIVATE, ROLE_WORDS, in_words
from bylines.sheets.meaning import OTHER_NAMES, Meaning

ANOTHER = "new"  # the answer to an unclear line: somebody whom the register lacks
FIELDS = {"name": "name", "unit": "unit", "region": "region", "desk": "desk", "role": "usual_role"}
TERM = ("since", "until", "position", "number")


class Outcome(TextChoices):
    WRONG = "wrong", pgettext_lazy("line of a table", "wrong")
    UNCLEAR = "unclear", pgettext_lazy("line of a table", "unclear")
    NEW = "new", pgettext_lazy("line of a table", "new")
    CHANGED = "changed", pgettext_lazy("line of a table", "changed")
    SAME = "same", pgettext_lazy("line of a table", "as it is")


@dataclass
class Line:
    """changes: (what, as it is, as it would be) in words; of private details no values."""

    number: int
    said: dict
    outcome: str = Outcome.SAME
    values: dict = field(default_factory=dict)
    person: Any = None
    changes: list = field(default_factory=list)
    why: list = field(default_factory=list)
    choices: list = field(default_factory=list)

    @property
    def label(self):
        return Outcome(self.outcome).label

    @property
    def mark(self):
        """By which a look is recognised: what would happen, to whom, to what effect."""
        return [self.number, str(self.outcome), self.person.pk if self.person else None, self.changes]


def plan(rows, *, answers=None, with_private=False):
    """rows: (line, {column: text}). answers: {line: ANOTHER or a person's key as text} to unclear ones."""
    left_out = set() if with_private else set(PRIVATE)
    rows = [(number, {name: text for name, text in row.items() if name not in left_out}) for number, row in rows]
    meaning = Meaning([row for _number, row in rows])
    lines = [Line(number, row) for number, row in rows]
    for line in lines:
        line.values, line.why = meaning.of(line.said)
        if not line.values.get("name"):
            line.why += [] if line.why else [_("There is no name.")]
    find_people(lines, answers or {}, with_private)
    refuse_doubled(lines)
    for line in lines:
        judge(line)
    return lines


def find_people(lines, answers, with_private):
    sound = [line for line in lines if not line.why]
    beside = ["private_details"] if with_private else []
    with_all = Contributor.objects.select_related("region", "desk", *beside).prefetch_related("terms", "pen_names")
    by_key = with_all.standing().in_bulk([line.values[KEY] for line in sound if KEY in line.values])
    named = people_named({line.values["name"] for line in sound}, with_all.order_by("id"))
    for line in sound:
        if KEY in line.values:
            line.person = by_key.get(line.values[KEY])
            line.why += [] if line.person else [_("Nobody in the register has this number.")]
        else:
            choose(line, named[line.values["name"]], answers.get(line.number))


def choose(line, namesakes, answer):
    """Without a unit in the table the only one of that name is meant, as everywhere."""
    unit = line.values.get("unit")
    own = [one for one in namesakes if one.name == line.values["name"]]
    fitting = [one for one in own if one.unit == unit] if unit is not None else own
    if len(fitting) == 1 and (unit is not None or len(namesakes) == 1):
        line.person = fitting[0]
    elif namesakes:
        line.choices = namesakes
        line.person = next((one for one in namesakes if str(one.pk) == answer), None)
        if line.person is None and answer != ANOTHER:
            line.outcome = Outcome.UNCLEAR


def refuse_doubled(lines):
    """A person stands in one line only, be it by number or by name; two newcomers do not share name and unit."""
    people = Counter(line.person.pk for line in lines if line.person)
    fresh = Counter(newcomer(line) for line in lines if not line.person and not line.why)
    for line in lines:
        doubled = people[line.person.pk] > 1 if line.person else not line.why and fresh[newcomer(line)] > 1
        if doubled:
            line.why.append(_("Another line of the table is about the same person."))


def newcomer(line):
    return line.values.get("name"), line.values.get("unit", "")


def judge(line):
    if line.why:
        line.outcome, line.changes = Outcome.WRONG, []
    elif line.outcome == Outcome.UNCLEAR:
        line.changes = []
    elif line.person is None:
        line.outcome = Outcome.NEW
    else:
        line.changes = changes_of(line.person, line.values)
        line.outcome = Outcome.CHANGED if line.changes else Outcome.SAME


def changes_of(person, values):
    found = [field_change(person, name, values[name]) for name in FIELDS if name in values]
    found += [term_change(person, values)] if values.get("since") else []
    found += [names_change(person, values[name], name) for name in OTHER_NAMES if name in values]
    return [change for change in [*found, *private_changes(person, values)] if change]


def field_change(person, name, value):
    own = getattr(person, FIELDS[name])
    return None if own == value else [in_words(name), spoken(own), spoken(value)]


def spoken(value):
    """A role, a region, a desk or a text. Of a region its own name: those above it would be asked for one by one."""
    return ROLE_WORDS.get(value) or getattr(value, "name", "") or value or "—"


def term_change(person, values):
    """By its first day a term is told from others; a cell that is empty leaves what the term has."""
    own = next((term for term in person.terms.all() if term.since == values["since"]), None)
    if own and all(getattr(own, name) == values[name] for name in TERM if name in values):
        return None
    before = term_words({name: getattr(own, name) for name in TERM}) if own else "—"
    return [_("term"), before, term_words(values)]


def term_words(values):
    span = f"{values['since']}～{values.get('until') or ''}"
    return " ".join(filter(None, [span, values.get("position"), values.get("number")]))


def names_change(person, names, column):
    own = {other.name for other in person.pen_names.all()} | {person.name}
    added = [name for name in names if name not in own]
    return [in_words(column), "", "+" + "、".join(added)] if added else None


def private_changes(person, values):
    """That they change, and no more: the table's owner has its own words, and nobody looks at ours."""
    if not PRIVATE.keys() & values.keys():
        return []
    row = getattr(person, "private_details", None)
    own = {name: unsealed(getattr(row, name)) if row else "" for name in PRIVATE}
    return [[in_words(name), "", "•••"] for name in PRIVATE if name in values and values[name] != own[name]]


def counted(lines):
    """{outcome: how many}"""
    return Counter(line.outcome for line in lines)
