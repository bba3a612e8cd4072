"""站点地图: the addresses of the paper for search engines, and apart what came out in the last two days."""

from datetime import MAXYEAR, MINYEAR, timedelta

from django.db.models import BigIntegerField
from django.http import Http404, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from desk.models import Paper
from newsroom.sitemaps import addresses, written
from pagecache.keeping import kept
from pagecache.showing import shows, until

CONTENT_TYPE = "application/xml; charset=utf-8"
HOUR = 3600
LARGEST = BigIntegerField.MAX_BIGINT >> addresses.BITS


@kept(by=())
@require_safe
@cache_control(public=True, max_age=HOUR)
@conditional_page
def sitemap_index(request):
    shows("sitemap", "index")
    return answer(written.index(addresses.files(), whole(request)))


@kept(by=())
@require_safe
@cache_control(public=True, max_age=HOUR)
@conditional_page
def fixed_sitemap(request):
    shows("sitemap", "paper")
    return answer(written.addresses_of(addresses.fixed(), whole(request)))


@kept(by=())
@require_safe
@cache_control(public=True, max_age=HOUR)
@conditional_page
def story_sitemap(request, part):
    shows("sitemap", f"story-{part}")
    return filled(request, addresses.stories(reached(part)))


@kept(by=())
@require_safe
@cache_control(public=True, max_age=HOUR)
@conditional_page
def issue_sitemap(request, year):
    shows("sitemap", f"issue-{year}")
    return filled(request, addresses.issues(year) if MINYEAR <= year <= MAXYEAR else [])


@kept(by=())
@require_safe
@cache_control(public=True, max_age=HOUR)
@conditional_page
def list_sitemap(request, kind, part):
    if kind not in addresses.KINDS:
        raise Http404
    shows("sitemap", f"{kind}-{part}")
    found = list(addresses.lists(kind, reached(part)))
    if not found and part in addresses.list_parts(kind):  # all of them wait for their hour
        return answer(written.addresses_of([], whole(request)))
    return filled(request, found)


@kept(by=())
@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def news_sitemap(request):
    """It has headlines, so caches ask each time: what is withdrawn is gone at once."""
    shows("sitemap", "news")
    stories = list(addresses.news())
    if stories:
        until(stories[-1].story.published_at + timedelta(days=addresses.NEWS_DAYS, microseconds=1))
    return answer(written.news(stories, whole(request), name=Paper.current().name))


def reached(part):
    """No number of a row is as large, and no database takes one."""
    if part >= LARGEST:
        raise Http404
    return part


def filled(request, found):
    """A sitemap without a line is none."""
    if not (found := list(found)):
        raise Http404
    return answer(written.addresses_of(found, whole(request)))


def whole(request):
    """Makes whole addresses of paths, ten thousand of them: what Django asks for each is asked once."""
    site = request.build_absolute_uri("/").rstrip("/")
    return lambda path: site + path


def answer(content):
    return HttpResponse(content, CONTENT_TYPE)
