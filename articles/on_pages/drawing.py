"""
The stories of a drawn page as SVG, made here and not in a template: an issue draws sixty, of some hundred numbers, and
of each number a template asks how the reader's language writes it, and format_html whether it is markup.
"""

from html import escape

from django.utils.safestring import mark_safe

AREA = '<polygon class="page-map-area{}" points="{}"/>'
LINE = '<text class="page-map-headline" x="{}" y="{}" font-size="{}">{}</text>'
PICTURE = '<image href="{}" preserveAspectRatio="{}" x="{}" y="{}" width="{}" height="{}"/>'
TEXT = '<path class="page-map-text" d="{}"/>'


def drawn(boxes, current=None):
    """Of a page map; the story that is being read is marked."""
    parts = (part for box in boxes for part in parts_of(box, current))
    return mark_safe("\n".join(parts))  # noqa: S308 - every word is escaped below, all else are numbers


def parts_of(box, current):
    is_current = current and current.pk == box.placement.article_id
    yield AREA.format(" is-current" if is_current else "", box.points)
    yield from (LINE.format(line.x, line.y, line.size, escape(line.text)) for line in box.headline)
    if at := box.picture:
        address, spot = escape(box.photo.thumbnail_url), escape(box.photo.alignment)
        yield PICTURE.format(address, spot, at.left, at.top, at.width, at.height)
    yield TEXT.format(box.text)
