"""Where rows came back and others are stored by now: what differs, and what the form shows next."""

import json

from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from desk.stale.clashes import BESIDE, MERGED, OWN, TAKEN, Clash
from desk.stale.posted import came_back, digest, digests, in_words, label_of

SEEN = "SEEN"  # the name of the hidden field with what a form showed


class RowsMeeting:
    """Rows that came back, and rows that are stored by now: what differs, and the rows that the form shows next."""

    def __init__(self, rows, fresh, seen):
        self.rows = rows
        self.seen = {key: digests for key, digests in seen.items() if isinstance(digests, dict)}
        self.posted = rows._posted_rows()
        self.fresh = {str(form.instance.pk): form for form in fresh.initial_forms}
        self.blank = fresh.empty_form
        self.shape = fresh.values(self.blank)
        self.clashes = []
        self.kept = [self._kept(key, form, fresh.values(form)) for key, form in self.fresh.items()]
        self.added = [*self._from_gone(), *self._added()]

    def data(self):
        """The posted form with these rows in the place of those that came."""
        prefix, pk = self.rows.prefix, self.rows.model._meta.pk.name
        data = self.rows.data.copy()
        counted = [self.rows.add_prefix(number) for number in range(self.rows.total_form_count())]
        for key in [key for key in data if any(key.startswith(f"{row}-") for row in counted)]:
            del data[key]
        for number, row in enumerate([*self.kept, *self.added]):
            for key, texts in row.items():
                data.setlist(f"{self.rows.add_prefix(number)}-{key}", texts)
        for number, key in enumerate(self.fresh):
            data[f"{self.rows.add_prefix(number)}-{pk}"] = key
        data[f"{prefix}-{INITIAL_FORM_COUNT}"] = len(self.kept)
        data[f"{prefix}-{TOTAL_FORM_COUNT}"] = len(self.kept) + len(self.added)
        data[f"{prefix}-{SEEN}"] = json.dumps(
            {key: digests(self.rows.values(form)) for key, form in self.fresh.items()}
        )
        return data

    def _kept(self, key, form, stored):
        """A stored row: each field as typed where it was touched, and as stored where it was not."""
        if key not in self.posted:
            if key not in self.seen:
                self._say(form, TAKEN, stored, typed=_("Added by someone else; taken in."))
            return _flat(stored)
        typed = came_back(self.rows.data, self.posted[key], stored)
        if self._is_ticked(self.posted[key]):
            if digests(stored) != self.seen.get(key):
                self._say(form, BESIDE, stored, typed=_("Deleted by you."))
            return {**_flat(stored), DELETION_FIELD_NAME: ["on"]}
        touched = self._touched(key, typed)
        held = {name: typed[name] if name in touched else stored[name] for name in stored}
        self._compare(key, form, stored, typed, held)
        return _flat(held)

    def _from_gone(self):
        """Rows that someone else has deleted: a touched one is offered as a new row, the others are left out."""
        for key, prefix in self.posted.items():
            if key in self.fresh or self._is_ticked(prefix):
                continue
            typed = came_back(self.rows.data, prefix, self.shape)
            if self._touched(key, typed) and self.rows.max_num:
                said = _("Deleted by someone else; yours is offered as a new row.")
                self._say(self.blank, BESIDE, typed, stored=said)
                yield _flat(typed)
            else:
                self._say(self.blank, TAKEN, typed, stored=_("Deleted by someone else; left out."))

    def _added(self):
        """Rows typed anew, exactly as they came."""
        for number in range(self.rows.initial_form_count(), self.rows.total_form_count()):
            prefix = self.rows.add_prefix(number)
            typed = came_back(self.rows.data, prefix, self.shape)
            if digests(typed) != digests(self.shape) and not self._is_ticked(prefix):
                self._say(self.blank, OWN, typed, stored=_("Added by you."))
            yield self._as_it_came(f"{prefix}-")

    def _as_it_came(self, lead):
        data = self.rows.data
        return {key.removeprefix(lead): data.getlist(key) for key in data if key.startswith(lead)}

    def _touched(self, key, typed):
        seen = self.seen.get(key, {})
        return {name for name in typed if digest(typed[name]) != seen.get(name)}

    def _is_ticked(self, prefix):
        return bool(self.rows.data.get(f"{prefix}-{DELETION_FIELD_NAME}"))

    def _compare(self, key, form, stored, typed, held):
        """Notes a stored row that reads differently here."""
        names = [name for name in stored if digest(stored[name]) != digest(typed[name])]
        if not names:
            return
        before, after, now = (_lines(form, names, values) for values in (stored, typed, held))
        kind = self._kind(key, names, stored, typed)
        self.clashes.append(Clash(self._label(form), before, after, now, kind))

    def _kind(self, key, names, stored, typed):
        seen = self.seen.get(key, {})
        own = {name for name in names if digest(typed[name]) != seen.get(name)}
        others = {name for name in names if digest(stored[name]) != seen.get(name)}
        if own & others:
            return BESIDE
        return MERGED if own and others else OWN if own else TAKEN

    def _say(self, form, kind, values, **sentence):
        """Notes a row that only one side has; the sentence stands in the other's place."""
        words, [side] = _filled_lines(form, values), sentence
        sides = {"stored": words, "typed": words, **sentence}
        self.clashes.append(Clash(self._label(form), **sides, kind=kind, said=side))

    def _label(self, form):
        return capfirst(" ".join(filter(None, [str(self.rows.model._meta.verbose_name), self._name(form)])))

    def _name(self, form):
        return str(form.instance) if form.instance.pk else ""


def _flat(values):
    return {key: texts for keys in values.values() for key, texts in keys.items()}


def _filled_lines(form, values):
    return _lines(form, [name for name in values if digest(values[name]) != digest({})], values)


def _lines(form, names, values):
    words = {name: in_words(form, name, values[name]) for name in names}
    return "\n".join(f"{label_of(form, name)}：{text or '—'}" for name, text in words.items())
