from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

register = template.Library()

# Here and not in a template, which takes several times as long: a list has twenty of them.
PICTURE = """<picture class="photo-picture">
  {sources}
  <img class="photo" src="{src}" srcset="{srcset}" sizes="{sizes}"
       width="{width}" height="{height}" alt="{alt}" {when}="{hurry}" decoding="async">
</picture>"""
SOURCE = '<source type="{}" srcset="{}" sizes="{}">'
MADE_BY_AI = '{}<span class="photo-ai">{}</span>'


def shown_as(photo, crop):
    """The files of a crop, or of the whole picture; nothing of no photo."""
    return photo.shown(crop) if photo else None


@register.simple_tag
def picture(photo, alt, sizes="100vw", crop="", eager=False):
    """
    One photo in a page; nothing of one that is not developed. crop: "wide" or "list" for that cut-out
    (media/imaging/cropping.py); eager: the first picture of a page.
    """
    files = photo.shown(crop)
    if not (largest := files.largest):
        return ""
    when, hurry = ("fetchpriority", "high") if eager else ("loading", "lazy")
    printed = format_html(
        PICTURE,
        sources=format_html_join("\n  ", SOURCE, ((type, srcset, sizes) for type, srcset in files.sources)),
        src=largest["url"],
        srcset=files.jpeg_srcset,
        sizes=sizes,
        width=largest["width"],
        height=largest["height"],
        alt=alt,
        when=when,
        hurry=hurry,
    )
    return format_html(MADE_BY_AI, printed, _("Made by AI")) if photo.is_ai_made else printed
