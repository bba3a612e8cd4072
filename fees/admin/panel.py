"""The way from a printed story on its form to its grade and its fee."""

from django.template.loader import render_to_string


def fees_panel(request, article):
    """A way and no figures: the form of a story asks the database nothing for them."""
    if not article.is_published or not request.user.has_perm("fees.view_storygrade"):
        return ""
    return render_to_string("admin/fees/_panel.html", {"story": article})
