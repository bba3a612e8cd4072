"""The writing area: a text area for long work, with buttons, a live preview, 字数 as one types and a kept copy."""

from django.forms import Script, Textarea
from django.template.loader import get_template
from django.urls import NoReverseMatch, reverse


class WritingArea(Textarea):
    """Without JavaScript it is a plain text area, and everything that can be written can be written there."""

    template_name = "admin/articles/writing_area.html"

    class Media:
        css = {"all": [f"newsroom_admin/css/writing_{part}.css" for part in ("area", "tools", "preview")]}
        js = [Script("newsroom_admin/js/writing_area.js", type="module")]

    def __init__(self, attrs=None):
        super().__init__({"rows": 24, "class": "writing-text", **(attrs or {})})

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["preview_url"] = _preview_url()
        return context

    def _render(self, template_name, context, renderer=None):
        """From the project's own templates, which the renderer of forms does not know."""
        return get_template(template_name).render(context)


def _preview_url():
    """Where the preview comes from; an admin site without one shows none."""
    try:
        return reverse("admin:articles_article_preview_body")
    except NoReverseMatch:
        return ""
