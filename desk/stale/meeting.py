"""A form that came back meets a newer version: what becomes of each field that reads differently on the two sides."""

from functools import cached_property

from django import forms

from desk.stale import clashes
from desk.stale.clashes import Clash
from desk.stale.posted import came_back, digest, digests, in_words, label_of
from desk.stale.questions import asked_by, base_with, write
from desk.stale.travelling import names, plain
from wording.merging import merge


class Meeting:
    """`clashes` is what the page shows, `filled` what the form holds next: {key: [text, …]}."""

    def __init__(self, form, stored, seen, questions, base_texts):
        self.form, self.stored, self.questions = form, stored, questions
        self.seen, self.now = seen or {}, digests(stored)
        self.typed = came_back(form.data, form.prefix, stored)
        self.base_texts = base_texts
        self.filled = {}
        self.clashes = [self._met(name) for name in stored if digest(self.typed[name]) != self.now[name]]

    @cached_property
    def bases(self):
        return self.base_texts()

    def _met(self, name):
        touched = digest(self.typed[name]) != self.seen.get(name)
        overtaken = self.now[name] != self.seen.get(name)
        if name in self.questions.unreadable:
            return self._clash(name)
        if not touched:
            self.filled |= self.stored[name]
            return self._clash(name, clashes.TAKEN, now=self._words(name, self.stored))
        if not overtaken and name in self.questions.open:
            return self._asked(name, self._text(name, self.typed), self.questions.open[name])
        if not overtaken:
            return self._clash(name, clashes.OWN, now=self._words(name, self.typed))
        base = self._base(name)
        return self._clash(name) if base is None else self._merged(name, base)

    def _base(self, name):
        """Only what the form really showed; of an open question what both began with."""
        base = self.bases.get(name)
        if base is None or digest({name: [base]}) != self.seen.get(name):
            return None
        return base_with(self.questions.open.get(name, ()), plain(base))

    def _merged(self, name, base):
        mine, theirs = self._text(name, self.typed), self._text(name, self.stored)
        found = merge(base, mine, theirs)
        if found.is_clean:
            self.filled[name] = [found.text]
            return self._clash(name, clashes.MERGED, now=found.text)
        has_lines = isinstance(self.form.fields[name].widget, forms.Textarea)
        return self._asked(name, *asked_by(found, theirs, has_lines=has_lines))

    def _asked(self, name, text, questions):
        self.filled[name] = [text]
        token, key = write(text, questions), names(self.form, name)["token"]
        said = {"questions": questions, "token": token, "field": self.form.add_prefix(name), "lead": key}
        return self._clash(name, clashes.ASKED, now=text, **said)

    def _clash(self, name, kind=clashes.BESIDE, **said):
        stored, typed = (self._words(name, values) for values in (self.stored, self.typed))
        return Clash(label_of(self.form, name), stored, typed, kind=kind, **said)

    def _words(self, name, values):
        return plain(in_words(self.form, name, values[name]))

    def _text(self, name, values):
        """Of a field that is one text."""
        [text] = values[name][name] or [""]
        return plain(text)
