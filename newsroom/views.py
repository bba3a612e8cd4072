from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from desk.models import Paper
from newsroom.front.gathering import front_page_now
from newsroom.look import coloured_sheet, sheet_address
from pagecache.keeping import kept

MASTHEADS = {"png": "image/png", "webp": "image/webp", "jpg": "image/jpeg", "jpeg": "image/jpeg"}


@kept
@require_safe
def front_page(request):
    return TemplateResponse(request, "newsroom/front_page.html", front_page_now())


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
