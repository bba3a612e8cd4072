"""
Values as a browser posts them: {field: {key: [text, …]}}, the keys without the form's prefix. What a record holds and
what came back from its form are compared in this one shape, before any field has read it.
"""

import json
from hashlib import blake2b

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from desk.numbers import key_of


def as_posted(form, leave_out=()):
    """What the form's record would post, untouched. Files are left out: no form can send one back."""
    names = [name for name, field in form.fields.items() if not isinstance(field, forms.FileField)]
    return {name: _keys(form, name) for name in names if name not in leave_out}


def _keys(form, name):
    bound = form[name]
    widget, value = bound.field.widget, bound.field.prepare_value(bound.initial)
    key = bound.html_name.removeprefix(f"{form.prefix}-" if form.prefix else "")
    if hasattr(widget, "widgets_names"):
        parts = zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True)
        return {key + suffix: _texts(part, of_part) for suffix, part, of_part in parts}
    return {key: _texts(widget, value)}


def _texts(widget, value):
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    shown = shown if isinstance(shown, (list, tuple)) else [shown]
    return ["" if text is None else str(text) for text in shown]


def came_back(data, prefix, shape):
    """The posted values of a form that has the shape of `as_posted`."""
    lead = f"{prefix}-" if prefix else ""
    return {name: {key: data.getlist(lead + key) for key in keys} for name, keys in shape.items()}


def digests(values):
    return {name: digest(keys) for name, keys in values.items()}


def digest(keys):
    """Empty and missing are one, and a browser's line ends are the database's."""
    plain = {key: [_plain(text) for text in texts if _plain(text)] for key, texts in keys.items()}
    filled = {key: texts for key, texts in plain.items() if texts}
    return blake2b(json.dumps(filled, sort_keys=True).encode(), digest_size=6).hexdigest()


def _plain(text):
    return text.replace("\r\n", "\n").strip()


def read(seen):
    """The digests that a form brings back, or None where it brings none that can be read."""
    try:
        known = json.loads(seen or "")
    except (ValueError, RecursionError):
        return None
    return known if isinstance(known, dict) else None


def in_words(form, name, keys):
    """For an editor's eyes: the names of what is chosen, never their numbers."""
    field, texts = form.fields[name], [text for texts in keys.values() for text in texts if text]
    if isinstance(field, forms.BooleanField):
        return _("yes") if texts else _("no")
    if isinstance(field, forms.ModelChoiceField):
        return "、".join(map(str, field.queryset.filter(pk__in=[text for text in texts if key_of(text) is not None])))
    if hasattr(field, "choices"):
        labels = {str(value): label for value, label in field.choices}
        return "、".join(str(labels.get(text, text)) for text in texts)
    return " ".join(texts)


def label_of(form, name):
    return capfirst(str(form[name].label))
