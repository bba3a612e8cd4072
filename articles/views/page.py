from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from articles.models import Issue
from articles.page_files import size_of_pdf, without_early_files
from articles.pagemap import is_front, page_map, picture_map
from articles.reading import stories_on
from articles.shown.words import CARD, HEADLINE, LINE
from articles.views.day import neighbours
from pagecache.keeping import kept
from pagecache.showing import shows

ZOOMS = ("1", "2", "4")


@kept
@require_safe
def page_page(request, date, label, edition=""):
    context = page_parts(date, label, edition)
    shows(LINE, *(placement.article_id for placement in context["page"].stories))
    shows("own_page", f"page:{context['page'].pk}")
    context |= {"pdf_size": size_of_pdf(context["page"]), **neighbours(context["issue"])}
    return TemplateResponse(request, "articles/page_page.html", context)


@kept(by=("large", "zoom"))
@require_safe
def page_picture(request, date, label, edition=""):
    """The page's picture, or its map, as large as one likes; a search engine is sent to the page itself."""
    zoom = request.GET.get("zoom")
    context = page_parts(date, label, edition)
    context |= {"zoom": zoom if zoom in ZOOMS else ZOOMS[0], "zooms": ZOOMS}
    return TemplateResponse(request, "articles/page_picture.html", context)


def page_parts(date, label, edition):
    issue = get_object_or_404(Issue.objects.published(), date=date, edition=edition)
    pages = list(issue.pages.all())
    shows("pages", issue.pk)
    number = next((number for number, page in enumerate(pages) if page.label == label), None)
    if number is None:
        raise Http404
    page = without_early_files(pages[number])
    page.stories = stories_on(page)
    shows("page_files", page.pk)
    shows(HEADLINE if page.picture else CARD, *(placement.article_id for placement in page.stories))
    shows("placements", page.pk)
    return {
        "issue": issue,
        "page": page,
        "pages": pages,
        "map": picture_map(page) if page.picture else page_map(page.stories, masthead=is_front(page)),
        "previous_page": pages[number - 1] if number else None,
        "next_page": pages[number + 1] if number + 1 < len(pages) else None,
    }
