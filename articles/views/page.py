from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.pagemap import is_front, page_map
from articles.reading import pages_with_stories
from articles.views.issue import neighbours


@require_safe
def page_page(request, date, label, edition=""):
    issue = get_object_or_404(Issue.objects.published(), date=date, edition=edition)
    pages = pages_with_stories(issue)
    number = next((number for number, page in enumerate(pages) if page.label == label), None)
    if number is None:
        raise Http404
    page = pages[number]
    context = {
        "issue": issue,
        "page": page,
        "pages": pages,
        "map": page_map(shown_on_picture(page), masthead=is_front(page)),
        "previous_page": pages[number - 1] if number else None,
        "next_page": pages[number + 1] if number + 1 < len(pages) else None,
        **neighbours(issue),
    }
    return TemplateResponse(request, "articles/page_page.html", context)


def shown_on_picture(page):
    """Over a real picture of the page only true hotspots are laid; a drawn page shows every story."""
    return [placement for placement in page.stories if placement.hotspot] if page.picture else page.stories
