from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from newsroom.replicas.marking import from_a_replica
from newsroom.search.forms import SearchForm, readable
from newsroom.search.search import Search


@from_a_replica
@require_safe
def search_page(request):
    """What cannot be understood is said on the page, beside what was typed, and nothing is looked for."""
    large = request.GET.get("large") == "1"
    search = Search(SearchForm(request.GET), before=readable(request.GET, "before"), large=large)
    context = {"search": search, "stories": search.stories}
    return TemplateResponse(request, "newsroom/search_page.html", context, status=200 if search.is_understood else 400)


@require_safe
@cache_control(public=True, max_age=86400)
def open_search(request):
    """Tells a browser how to search the paper from its own address field."""
    return TemplateResponse(
        request, "newsroom/open_search.xml", content_type="application/opensearchdescription+xml; charset=utf-8"
    )
