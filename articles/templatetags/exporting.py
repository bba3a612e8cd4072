"""The menu 导出 of a story, a page or an issue."""

from django import template
from django.urls import reverse

from articles.exports.formats import FORMATS

register = template.Library()


@register.inclusion_tag("admin/articles/exports/_menu.html")
def export_menu(record, perms):
    """Nothing for whoever may not export. Originals go with the texts of whole pages."""
    if not perms["articles"]["export_article"]:
        return {}
    kind = record._meta.model_name
    made = [
        (made.label, reverse(f"admin:articles_{kind}_export", args=[record.pk, code])) for code, made in FORMATS.items()
    ]
    return {
        "kind": kind,
        "record": record,
        "formats": made,
        "with_originals": kind != "article" and perms["media"]["download_original_photo"],
    }
