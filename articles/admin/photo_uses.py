"""Where a photo stands: every story that this colleague may see, with its state, day and pages; the others counted."""

from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.urls import reverse

from articles.models import Article, Placement
from articles.state import state_of


def seen_by(user):
    """Draft headlines are for those who may see the drafts; what is out everybody may read."""
    return Article.objects.visible_to(user) if user.has_perm("articles.view_article") else Article.objects.published()


def uses_in_full(user):
    """Prefetches for one photo's form."""
    pages = Placement.objects.select_related("page__issue").order_by("page__issue__date", "page__position", "pk")
    stories = seen_by(user).defer("body", "summary", "editors_note").order_by("-published_at", "-pk")
    placed = stories.prefetch_related(Prefetch("placements", pages))
    return ["illustrations", Prefetch("articles", placed, to_attr="stories_seen")]


def use_of(story, photo, user):
    return {
        "headline": story.headline,
        "address": address_for(user, story),
        "state": state_of(story),
        "date": story.published_at,
        "pages": [placement.page for placement in story.placements.all()],
        "is_out": story.is_published,
        "why_closed": photo.why_closed(),
    }


def address_for(user, story):
    """Its form, or what readers see of it."""
    if user.has_perm("articles.view_article"):
        return reverse("admin:articles_article_change", args=[story.pk])
    return story.get_absolute_url()


def uses_as_table(photo, user):
    uses = [use_of(story, photo, user) for story in photo.stories_seen]
    hidden = len(photo.illustrations.all()) - len(uses)
    shown = {"uses": uses, "hidden": hidden}
    return render_to_string("admin/articles/_photo_uses.html", shown)
