"""The letter that a story came in, beside the story on its form."""

from django.template.loader import render_to_string

from intake.models import Letter


def letter_panel(request, article):
    if not request.user.has_perm("articles.add_article"):
        return ""
    letters = Letter.objects.that_brought(article).visible_to(request.user).prefetch_related("attachments")
    return render_to_string("admin/intake/letter/_panel.html", {"letters": letters}) if letters else ""
