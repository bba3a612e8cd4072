"""
The rows of a list, the same as the admin prints them. What a column is and where its rows lead is found out once for
the list; the admin does it for every row, and sends each through two templates' loops.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time

from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import display_for_field, display_for_value, quote
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db import models
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

UNBROKEN = (models.DateField, models.TimeField, models.ForeignKey)


def rows_of(changes):
    """The body of the table. changes: the admin's change list."""
    address = address_of(changes)
    columns = columns_of(changes)
    rows = ("".join(cell(column, row, address) for column in columns) for row in changes.result_list)
    return mark_safe("".join(f"<tr>{cells}</tr>\n" for cells in rows))  # noqa: S308 - every cell is escaped


def columns_of(changes):
    columns = [column_of(changes, name) for name in changes.list_display]
    first = changes.list_display_links is not None
    for column in columns:
        if (first and not changes.list_display_links) or column.name in (changes.list_display_links or ()):
            column.is_linked, column.tag, first = True, "th" if first else "td", False
    return columns


def column_of(changes, name):
    own = field_named(changes.model, name)
    if own is not None:
        return FieldColumn(name, changes.model_admin.get_empty_value_display(), own)
    say = getattr(changes.model_admin, name, None) if name != "__str__" else None  # the admin has one of its own
    told = say or getattr(changes.model, name)
    empty = getattr(told, "empty_value_display", changes.model_admin.get_empty_value_display())
    return SaidColumn(name, empty, say, getattr(told, "boolean", False))


def field_named(model, name):
    """None where the list calls a method; the key counts as one, as with the admin."""
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return None if found.auto_created or (found.is_relation and not found.many_to_one) else found


@dataclass
class Column:
    name: str
    empty: str
    is_linked: bool = field(default=False, init=False)
    tag: str = field(default="td", init=False)

    def css(self, is_unbroken):
        return f"field-{self.name}{' nowrap' if is_unbroken else ''}"


@dataclass
class FieldColumn(Column):
    of: models.Field

    def said(self, row):
        """(text, its class)"""
        value = getattr(row, self.of.name)
        if not self.of.many_to_one:
            value = display_for_field(value, self.of, self.empty, avoid_link=self.is_linked)
        return self.empty if value is None else value, self.css(isinstance(self.of, UNBROKEN))


@dataclass
class SaidColumn(Column):
    say: Callable | None
    is_yes_or_no: bool

    def said(self, row):
        if self.say and self.name == "action_checkbox":
            return self.say(row), "action-checkbox"
        try:
            value = self.say(row) if self.say else getattr(row, self.name)
        except ObjectDoesNotExist:
            return self.empty, self.css(False)
        value = value() if callable(value) else value
        if isinstance(value, str) and not value.strip():
            value = ""
        return display_for_value(value, self.empty, self.is_yes_or_no), self.css(isinstance(value, (date, time)))


def cell(column, row, address):
    words, css = column.said(row)
    words = conditional_escape(words)
    if column.is_linked:
        words = f'<a href="{address(row)}">{words}</a>'
    return f'<{column.tag} class="{css}">{words}</{column.tag}>'


def address_of(changes):
    """Of a row: that of the first one with another key."""
    if not changes.result_list:
        return None
    kept = {"preserved_filters": changes.preserved_filters, "opts": changes.opts}
    key = changes.pk_attname
    first = changes.result_list[0]
    made = conditional_escape(add_preserved_filters(kept, changes.url_for_result(first)))
    before, own, after = made.partition(f"/{quote(getattr(first, key))}/change/")
    if not own:
        return lambda row: conditional_escape(add_preserved_filters(kept, changes.url_for_result(row)))
    return lambda row: f"{before}/{quote(getattr(row, key))}/change/{after}"
