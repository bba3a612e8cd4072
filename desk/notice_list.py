"""
A colleague's notices as they may be read now. Each record is looked up with the reader's rights: of what they may no
longer see (another desk's draft, a deleted one) a notice says nothing, neither a headline nor the words it came with.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import TextField
from django.urls import NoReverseMatch, reverse

from desk.models import Notice
from desk.notices import kind_of
from desk.numbers import key_of

SHOWN = 100


@dataclass(frozen=True)
class Line:
    notice: Notice
    label: str
    record: str = ""  # empty: the reader may not see it, or it is gone
    words: str = ""
    address: str = ""

    @property
    def is_hidden(self):
        return not self.record


def lines_for(user, notices=None):
    """The newest, unread ones first; in one query, one for each kind of record and one for each kind that describes."""
    rows = user.notices.all() if notices is None else notices
    found = list(rows.unread_first().select_related("by")[:SHOWN])
    records = _records(user, found)
    seen = [notice for notice in found if (notice.model, notice.key) in records]
    described = _described(user, seen)
    return [_line(notice, records.get((notice.model, notice.key)), described) for notice in found]


def _line(notice, record, described):
    label = str(kind_of(notice).label)
    if record is None:
        return Line(notice, label)
    words = described.get(notice.pk, notice.words)
    return Line(notice, label, str(record), words, notice.url or _form_of(record))


def _records(user, notices):
    """{(model, key): record} of those that this colleague may see."""
    found = {}
    for label in {notice.model for notice in notices}:
        keys = [key for notice in notices if notice.model == label and (key := key_of(notice.key))]
        found |= {(label, str(row.pk)): row for row in _seen(user, label, keys)}
    return found


def _seen(user, label, keys):
    """By the records' own rule where they have one, else by the right to look at such records."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return []  # of an older version
    rows = model.objects.filter(pk__in=keys)
    rows = rows.defer(*[field.name for field in model._meta.fields if isinstance(field, TextField)])
    if hasattr(rows, "visible_to"):
        return rows.visible_to(user)
    return rows if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}") else []


def _described(user, notices):
    words = {}
    for kind in {notice.kind for notice in notices}:
        own = [notice for notice in notices if notice.kind == kind]
        describe = kind_of(own[0]).describe
        words |= describe(user, own) if describe else {}
    return words


def _form_of(record):
    try:
        return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""
