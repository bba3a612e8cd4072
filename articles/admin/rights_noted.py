"""The audit log of what the paper may do with a photo that readers see already."""

from django.utils.text import capfirst

from articles import pictures
from desk.models import AuditEntry

WATCHED = ("rights", "embargo_until", "expires_at")


def note_rights(form, *, by):
    """form: of a photo in print, saved."""
    words = [change_in_words(form, name) for name in WATCHED if name in form.changed_data]
    if words:
        AuditEntry.note(verb="rights", record=form.instance, by=by, words="；".join(words))


def change_in_words(form, name):
    before, after = (value_in_words(form, name, value) for value in (form.initial.get(name), form.cleaned_data[name]))
    return f"{capfirst(str(form.fields[name].label))}：{before} → {after}"


def value_in_words(form, name, value):
    if name == "rights":
        return str(dict(form.fields[name].choices).get(value, value))
    return pictures.clock(value) if value else "—"
