"""/robots.txt: what no search engine is to fetch."""

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

CLOSED = ("/admin/", "/preview/")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in CLOSED)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
