"""/articles/<id>.ninjs.json: a story for another newsroom's system."""

from django.http import JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from articles.machines import ninjs
from articles.shown.words import VERSION
from articles.story import story_parts
from articles.views.article import story_asked_for
from desk.models import Paper
from pagecache.keeping import kept
from pagecache.showing import shows


@kept(by=())
@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def article_ninjs(request, pk):
    """Asked for anew each time, so that a correction and a withdrawal are seen at once."""
    article = story_asked_for(pk)
    shows(VERSION, article.pk)
    if article.is_withdrawn:
        return answer(ninjs.canceled(article, request.build_absolute_uri), status=410)
    return answer(ninjs.ninjs(story_parts(article), Paper.current(), request.build_absolute_uri))


def answer(record, status=200):
    return JsonResponse(record, status=status, json_dumps_params={"ensure_ascii": False})
