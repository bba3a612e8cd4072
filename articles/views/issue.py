from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.pagemap import is_front, page_map
from articles.reading import pages_with_stories
from articles.views.day import day_page, neighbours


@require_safe
def issue_page(request, date, edition=""):
    issue = Issue.objects.published().filter(date=date, edition=edition).first()
    if issue is None:
        return day_page(request, date, edition)
    pages = pages_with_stories(issue)
    for page in pages:
        page.map = page_map(page.stories, masthead=is_front(page))
    context = {"issue": issue, "pages": pages, **neighbours(issue)}
    return TemplateResponse(request, "articles/issue_page.html", context)
