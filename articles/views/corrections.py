from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.cursors import place_asked_for
from articles.machines.paths import path_to_corrections
from articles.models import Correction
from articles.reading import LONG_TEXTS, older_than, stretch
from pagecache.keeping import kept
from pagecache.showing import shows


@kept(by=("before", "large"))
@require_safe
def corrections_page(request):
    """Every correction of a story that can still be read, the newest first."""
    corrections = (
        Correction.objects.published()
        .filter(older_than(place_asked_for(request), "published_at", "pk"))
        .select_related("article", "stood_on__issue", "printed_on__issue")
        .defer(*(f"article__{name}" for name in LONG_TEXTS))
    )
    cut = stretch(corrections, "published_at", "pk")
    shows("list" if request.GET.get("before") else "newest", "correction")
    shows("correction", *(row.pk for row in cut.rows))
    context = {"corrections": cut.rows, "older": cut.older, "before": request.GET.get("before")}
    context["steps"] = path_to_corrections()
    return TemplateResponse(request, "articles/corrections_page.html", context)
