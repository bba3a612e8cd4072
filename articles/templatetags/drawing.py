"""The map of a page that readers see, on the desk."""

from django import template
from django.template import engines

register = template.Library()


@register.simple_tag
def drawn_page(map, page, paper):
    """The map that readers see, on the desk: their templates are of another kind."""
    fragment = engines["jinja2"].env.get_template("articles/_page_map.html")  # type: ignore[attr-defined]
    return fragment.module.set_page_map(map=map, page=page, issue=page.issue, paper=paper)
