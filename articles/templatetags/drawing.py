"""
The stories of a drawn page as SVG, made here and not in a template: an issue draws sixty, of some hundred numbers, and
of each number a template asks how the reader's language writes it.
"""

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()

AREA = '<polygon class="page-map-area{}" points="{}"/>'
LINE = '<text class="page-map-headline" x="{}" y="{}" font-size="{}">{}</text>'
PICTURE = '<image href="{}" preserveAspectRatio="{}" x="{}" y="{}" width="{}" height="{}"/>'
TEXT = '<path class="page-map-text" d="{}"/>'


@register.simple_tag
def drawn(boxes, current=None):
    """Of a page map; the story that is being read is marked."""
    return format_html_join("\n", "{}", ((part,) for box in boxes for part in parts_of(box, current)))


def parts_of(box, current):
    is_current = current and current.pk == box.placement.article_id
    yield format_html(AREA, " is-current" if is_current else "", box.points)
    yield from (format_html(LINE, line.x, line.y, line.size, line.text) for line in box.headline)
    if at := box.picture:
        yield format_html(PICTURE, box.photo.thumbnail_url, box.photo.alignment, at.left, at.top, at.width, at.height)
    yield format_html(TEXT, box.text)
