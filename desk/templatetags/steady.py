"""A steady list's table."""

from django import template
from django.contrib.admin.templatetags.admin_list import result_headers

from desk.steady_rows import rows_of

register = template.Library()

register.simple_tag(rows_of, name="steady_rows")


@register.simple_tag
def steady_heads(changes):
    return list(result_headers(changes))
