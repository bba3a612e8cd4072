from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.reading import published_pages_of
from articles.related import older_related
from articles.shown.words import ARTICLE
from articles.story import story_parts
from desk.composed_once import Question
from pagecache.keeping import kept
from pagecache.showing import shows

WHOLE = ("column", "channel", "genre")
STORY = Question(
    lambda now, story: (
        Article.objects.once_published(now).knowing_of_corrections().select_related(*WHOLE).filter(pk=story)
    )
)


@kept
@require_safe
def article_page(request, pk):
    article = story_asked_for(pk)
    if article.is_withdrawn:
        return tombstone(request, article)
    return article_response(request, article)


def story_asked_for(pk):
    """It is out or was once; anything else is a 404."""
    article = STORY.first(now=timezone.now(), story=pk)
    if article is None:
        raise Http404
    return article


def article_response(request, article, preview=False):
    """The story's page. As a preview it shows a story in any state, says so, and no cache may keep it."""
    parts = story_parts(article, viewer=request.user if preview else None)
    if not preview:
        parts["related"] = older_related(article, parts["credits"], parts["places"])
    response = TemplateResponse(request, "articles/article_page.html", parts)
    if preview:
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
    return response


def tombstone(request, article):
    """A withdrawn story: when and where it stood, and not a word of it."""
    shows(ARTICLE, article.pk)
    context = {"page": published_pages_of(article).first(), "date": article.published_at}
    return TemplateResponse(request, "articles/article_tombstone.html", context, status=410)
