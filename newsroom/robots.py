"""/robots.txt: what no search engine is to fetch, and where the list of what it may fetch is."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

CLOSED = ("/admin/", "/preview/", "/my/")
SITEMAPS = ("sitemap_index", "news_sitemap")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in CLOSED)]
    lines += ["", *(f"Sitemap: {request.build_absolute_uri(reverse(name))}" for name in SITEMAPS)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
