"""
Lists of the admin that cost the same however long they have become. A page goes on behind a row, by the values that the
list is ordered by; nothing is skipped over, and nothing is counted beyond a thousand.

Offer only orderings that an index has, of columns that are never empty: sorting is off until an admin names some.
"""

import json
from datetime import datetime, timedelta
from functools import reduce

from django.contrib.admin import ShowFacets
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import get_fields_from_path
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext

from desk.numbers import LARGEST, key_of
from desk.positions import rows_beyond

BOX = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
SELECT = "Select this object for an action - {}"  # in the admin's own words and its own translation
COUNTED = 1000  # beyond that a number says nothing, and costs
BEFORE, AFTER = PAGING = ("before", "after")


class BoundedPaginator(Paginator):
    """For lists to choose from, which want a count: it ends at a thousand, and so do the pages."""

    @cached_property
    def count(self):
        return count(self.object_list)


def count(rows):
    return rows.order_by()[:COUNTED].count()


class SteadyList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        for name in PAGING:  # a filter begins at its own first page
            self.filter_params.pop(name, None)
            self.params.pop(name, None)
        if any(is_too_large(said) for asked in self.filter_params.values() for said in asked):
            raise IncorrectLookupParameters
        return super().get_queryset(request, exclude_parameters)

    def get_ordering(self, request, queryset):
        """An address may name any column; only those offered have an index."""
        asked = self.params.get(ORDER_VAR, "").replace("-", "").split(".")
        offered = {str(at) for at, name in enumerate(self.list_display) if name in self.sortable_by}
        if not offered.issuperset(asked[:1]) or len(asked) > 1:
            self.params.pop(ORDER_VAR, None)
        return super().get_ordering(request, queryset)

    def get_results(self, request):
        order = [_key(name) for name in self.queryset.query.order_by]
        size = self.list_per_page
        behind = read_place(self.model, order, request.GET.get(BEFORE))
        ahead = read_place(self.model, order, request.GET.get(AFTER)) if behind is None else None
        if ahead is not None:
            back = reverse(order)
            rows = rows_beyond(self.near(self.queryset, back, ahead), back, ahead)
            found = list(rows.order_by(*back)[: size + 1])
            self.result_list, has_newer, has_older = found[:size][::-1], len(found) > size, True
        else:
            rows = self.near(self.queryset, order, behind)
            rows = rows if behind is None else rows_beyond(rows, order, behind)
            found = list(rows[: size + 1])
            self.result_list, has_newer, has_older = found[:size], behind is not None, len(found) > size
        ends = self.result_list if self.result_list else [None]
        self.newer = self._address(AFTER, order, ends[0], has_newer)
        self.older = self._address(BEFORE, order, ends[-1], has_older)
        self.counted = count(self.queryset) if self.newer or self.older else len(self.result_list)
        self.is_more_than_counted = self.counted == COUNTED
        # The admin's own numbers: no “select all” of a whole archive, no pages by number.
        self.result_count = self.full_result_count = len(self.result_list)
        self.show_full_result_count, self.show_admin_actions = False, True
        self.can_show_all, self.multi_page = False, False

    @property
    def is_plain(self):
        """Its rows only lead on (desk.steady_rows); those to choose from, or to type in, are the admin's."""
        return not (self.is_popup or self.to_field or self.formset)

    def near(self, rows, order, place):
        """The rows among which the page is, where no one index has the list's order. place: None at its beginning."""
        return rows

    def _address(self, paging, order, row, is_there):
        if row is None or not is_there:
            return ""
        return self.get_query_string({paging: place_of(order, row)})


class SteadyLists:
    """Mixed into an admin."""

    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = ShowFacets.NEVER  # they would count the whole table, once for each choice
    list_per_page = 50
    sortable_by = ()

    def get_changelist(self, request, **kwargs):
        return SteadyList

    def action_checkbox(self, obj):
        """The admin's own box, without the form's widget and the two templates by which it makes one for each row."""
        return format_html(BOX, ACTION_CHECKBOX_NAME, obj.pk, gettext(SELECT).format(obj))


def is_too_large(said):
    """A number that no record has: an address may narrow by any key, and SQLite fails of one beyond its own."""
    return said.isdecimal() and key_of(said) is None


def reverse(order):
    return [name[1:] if name.startswith("-") else f"-{name}" for name in order]


def place_of(order, row):
    values = [reduce(getattr, _bare(name).split("__"), row) for name in order]
    return json.dumps([str(value) for value in values], ensure_ascii=False, separators=(",", ":"))


def read_place(model, order, said):
    """The values that an address names; None for none, and for what we never named."""
    try:
        texts = json.loads(said or "")
        fields = [_field(model, _bare(name)) for name in order]
        return [_read(field, text) for field, text in zip(fields, texts, strict=True)]
    except (ValueError, TypeError, OverflowError, RecursionError, ValidationError):
        return None


def _read(field, text):
    """
    The value that place_of wrote so, with no second spelling: databases give moments in UTC (another zone may lead out
    of the calendar), and take neither a NUL, nor half a character, nor a larger number.
    """
    value = field.to_python(text)
    is_in_utc = not isinstance(value, datetime) or value.utcoffset() == timedelta(0)
    is_too_large = isinstance(value, int) and abs(value) > LARGEST
    if str(value) != text or not is_in_utc or is_too_large or "\0" in text:
        raise ValueError(text)
    text.encode()
    return value


def _field(model, name):
    return model._meta.pk if name == "pk" else get_fields_from_path(model, name)[-1]


def _bare(name):
    return name.lstrip("-")


def _key(name):
    """The admin ends an order with the key; `id` and `pk` are one."""
    return {"id": "pk", "-id": "-pk"}.get(name, name)
