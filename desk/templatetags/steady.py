"""A steady list's table, and the parts of a form that are written by functions."""

from django import template
from django.contrib.admin.templatetags.admin_list import result_headers

from desk.steady_rows import rows_of
from desk.written_fieldset import fieldset_written
from desk.written_rows import group_written

register = template.Library()

register.simple_tag(rows_of, name="steady_rows")


@register.simple_tag
def steady_heads(changes):
    return list(result_headers(changes))


@register.simple_tag
def rows_written(rows, is_last):
    return group_written(rows, is_last)


@register.simple_tag(name="fieldset_written")
def written(*said):
    return fieldset_written(*said)
