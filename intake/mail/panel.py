"""The letter that a story came in, beside the story on its form."""

from django.template.loader import render_to_string

from intake.models import Letter

SHOWN = 5  # who sent it again


def letter_panel(request, article):
    if not request.user.has_perm("articles.add_article"):
        return ""
    seen = Letter.objects.visible_to(request.user)
    letters = seen.that_brought(article).prefetch_related("attachments")
    letters = letters.select_related("contribution__region__parent__parent__parent", "contribution__column")
    again = seen.filter(repeats=article)[:SHOWN]
    if not letters and not again:
        return ""
    return render_to_string("admin/intake/letter/_panel.html", {"letters": letters, "again": again})
