"""What a field offers in which one types: of two stories with one headline the day and the page tell which is which."""

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Prefetch
from django.utils import timezone

from articles.models import Article, Page, Placement
from articles.reading import LONG_TEXTS


class Offers(AutocompleteJsonView):
    def get_queryset(self):
        rows = super().get_queryset()
        if rows.model is Page:
            return rows.select_related("issue")
        if rows.model is not Article:
            return rows
        placed = Placement.objects.select_related("page__issue").order_by("page__issue__date", "pk")
        return rows.defer(*LONG_TEXTS, "summary").prefetch_related(Prefetch("placements", placed))

    def serialize_result(self, obj, to_field_name):
        said = super().serialize_result(obj, to_field_name)
        return said | {"text": with_place(obj)} if isinstance(obj, Article) else said


def with_place(story):
    """夜校开课（2023-03-02 第02版：工会）; of a story on no page the day on which it came out, of a draft nothing."""
    placement = next(iter(story.placements.all()), None)
    if placement:
        return f"{story.headline}（{placement.page}）"
    return (
        f"{story.headline}（{timezone.localtime(story.published_at):%Y-%m-%d}）"
        if story.published_at
        else story.headline
    )
