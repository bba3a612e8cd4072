from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.pagemap import is_front, page_map
from articles.reading import MOST_ON_THE_WEB, on_the_web_alone, pages_with_pictures
from articles.shown.words import CARD
from articles.views.day import day_page, neighbours
from desk.composed_once import Question
from pagecache.keeping import kept
from pagecache.showing import shows

ISSUE = Question(lambda now, date, edition: Issue.objects.published(now).filter(date=date, edition=edition).order_by())


@kept
@require_safe
def issue_page(request, date, edition=""):
    issue = ISSUE.first(now=timezone.now(), date=date, edition=edition)
    if issue is None:
        return day_page(request, date, edition)
    pages = pages_with_pictures(issue)
    shows("date", date)
    shows(CARD, *(placement.article_id for page in pages for placement in page.stories))
    for page in pages:
        page.map = page_map(page.stories, masthead=is_front(page))
    context = {"issue": issue, "pages": pages, **neighbours(issue), **beside_the_paper(issue)}
    return TemplateResponse(request, "articles/issue_page.html", context)


def beside_the_paper(issue):
    """What readers of that day found on the web and not in print. An extra has none: the day is the main paper's."""
    if not issue.edition:
        shows("web_only", issue.date)
    stories = [] if issue.edition else on_the_web_alone(issue.date)
    return {"web": stories[:MOST_ON_THE_WEB], "more_on_the_web": len(stories) > MOST_ON_THE_WEB}
