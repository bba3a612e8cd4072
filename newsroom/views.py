from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db.models import Prefetch, prefetch_related_objects
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from articles.layout import leading_illustration
from articles.models import Article, Channel, Column, Issue
from articles.models.listing import Kind
from articles.pagemap import is_front, page_map
from articles.reading import leading_regions, pages_with_stories, stories_for_lists
from articles.views.lists import having_stories
from bylines.models import Byline
from desk.models import Paper
from newsroom.look import coloured_sheet, sheet_address

LATEST = 10
BESIDE = 3
MASTHEADS = {"png": "image/png", "webp": "image/webp", "jpg": "image/jpeg", "jpeg": "image/jpeg"}


def bad_request(request, exception):
    """What is more than the server takes is refused before anything can read it: it still stands in the browser, and
    the page says so."""
    if isinstance(exception, TooManyFilesSent):
        most = {"most": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
        return HttpResponseBadRequest(render_to_string("too_many_files.html", most))
    template = "too_large.html" if isinstance(exception, RequestDataTooBig) else "400.html"
    return HttpResponseBadRequest(render_to_string(template))


@require_safe
def front_page(request):
    """The newest issue, then what came out beside it. An empty newsroom has a calm page as well."""
    issue = Issue.objects.published().first()
    pages = without_repeats(pages_with_stories(issue)) if issue else []
    placements = [placement for page in pages for placement in page.stories]
    lead, beside, below = page_one(placements)
    shown = {placement.article_id for placement in placements}
    front = next((page for page in pages if page.stories), None)  # the lead's page: the one before may hold nothing
    load_credits(lead)
    context = {
        "issue": issue,
        "pages": pages,
        "front_map": page_map(front.stories, masthead=is_front(front)) if front else None,
        "lead": lead,
        "beside": beside,
        "below": below,
        "latest": latest_beside(shown),
        "columns": having_stories(Column.objects.all(), Kind.COLUMN, "pk"),
        "channels": having_stories(Channel.objects.all(), Kind.CHANNEL, "pk"),
        "regions": leading_regions(shown),
    }
    return TemplateResponse(request, "newsroom/front_page.html", context)


def load_credits(lead):
    """Who took the lead's picture: the only one of this page that is printed with its caption."""
    shown = leading_illustration(lead.article) if lead else None
    if shown:
        credits = Byline.objects.select_related("contributor")
        prefetch_related_objects([shown.photo], Prefetch("bylines", credits))


def without_repeats(pages):
    """A story that runs on to another page is shown once, on the first of them."""
    shown = set()
    for page in pages:
        page.stories = [placement for placement in page.stories if placement.article_id not in shown]
        shown |= {placement.article_id for placement in page.stories}
    return pages


def page_one(placements):
    """The lead, the stories that stand beside it, and the others of its page, which stand below."""
    if not placements:
        return None, [], []
    lead, *others = [placement for placement in placements if placement.page_id == placements[0].page_id]
    return lead, others[:BESIDE], others[BESIDE:]


def latest_beside(shown):
    """The newest stories that the issue on this page does not show already."""
    newest = Article.objects.published().order_by("-published_at", "-pk").values_list("pk", flat=True)
    wanted = [pk for pk in newest[: LATEST + len(shown)] if pk not in shown][:LATEST]
    return stories_for_lists().filter(pk__in=wanted).order_by("-published_at", "-pk")


@require_safe
@gzip_page
def paper_sheet(request, fingerprint):
    """The style sheet in the paper's own colours, for ever. A page from before asks for the look of then: it is led to
    today's, and no cache may keep that under the other's address."""
    paper = Paper.current()
    if request.path != sheet_address(paper):
        return to_todays_sheet(request, paper)
    response = HttpResponse(coloured_sheet(*paper.colours), content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=31536000, immutable=True)
    return response


@never_cache
def to_todays_sheet(request, paper):
    return redirect(sheet_address(paper))


@require_safe
@cache_control(public=True, max_age=31536000, immutable=True)
def paper_masthead(request, version):
    """The calligraphy of the name, for a paper that has one."""
    paper = paper_at(version)
    kind = MASTHEADS.get(paper.masthead.name.rpartition(".")[2].lower())
    if not kind:
        raise Http404
    return FileResponse(paper.masthead.open(), content_type=kind)


def paper_at(version):
    """The paper's record, where it still is at that version: no cache may keep today's look under another's address."""
    paper = Paper.current()
    if version != paper.version:
        raise Http404
    return paper
