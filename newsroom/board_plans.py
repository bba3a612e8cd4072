"""An issue planned from its board: begun, its pages added, named, put in order, deleted."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import planning
from articles.acting import Refusal, require
from articles.models import Issue, Page
from desk.numbers import key_of
from newsroom.board import board_for
from newsroom.board_answers import address_of, render_board
from newsroom.board_moves import acting


@require_safe
def follow(request, pk):
    """The board as it is now; nothing where it is what that window shows already."""
    if not request.user.has_perm("articles.view_article"):
        raise Http404
    issue = get_object_or_404(Issue.objects.tell_neighbours(), pk=pk)
    board = board_for(request.user, issue, photos=False)
    if board.stamp == request.GET.get("seen"):
        return HttpResponse(status=204)
    return HttpResponse(render_board(request, board))


@require_POST
def begin(request):
    """Whoever asks for a day that has its issue is shown that one. Not by script: another board follows."""
    if not request.user.has_perm("articles.view_article"):
        raise Http404
    day = _day_of(request.POST.get("date", ""))
    issue = Issue.objects.filter(date=day, edition="").first() if day else None
    try:
        require(day, _("Write the day of the issue."))
        told = _("There is an issue of %(day)s already: this one.") if issue else _("The issue of %(day)s is begun.")
        issue = issue or planning.begin_issue(day, by=request.user)
        messages.success(request, told % {"day": day.isoformat()})
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(address_of(issue))


@acting
def add(request, issue):
    words = {name: request.POST.get(name, "") for name in ("label", "name", "duty_editor")}
    page = planning.add_page(issue, **words, by=request.user)
    messages.success(request, _("%(page)s is added.") % {"page": page.title})


@acting
def change(request, issue):
    """The buttons of a page's menu: the field names the act, its value the page."""
    name = next((name for name in ACTS if name in request.POST), None)
    require(name, _("Choose what to do with the page."))
    page = Page.objects.select_related("issue").filter(issue=issue, pk=key_of(request.POST[name])).first()
    require(page, _("That page is there no longer."))
    messages.success(request, ACTS[name](request, page))


def write(request, page):
    words = {name: request.POST.get(name, "") for name in ("name", "duty_editor")}
    page = planning.change_page(page, **words, seen=request.POST.get("face", ""), by=request.user)
    return _("%(page)s is saved.") % {"page": page.title}


def forward(request, page):
    return _shift(request, page, -1)


def back(request, page):
    return _shift(request, page, 1)


def delete(request, page):
    planning.delete_page(page, by=request.user)
    return _("%(page)s is deleted.") % {"page": page.title}


ACTS = {"write": write, "forward": forward, "back": back, "delete": delete}


def _shift(request, page, places):
    planning.shift_page(page, places, seen=request.POST.get("order", ""), by=request.user)
    return _("%(page)s stands elsewhere now.") % {"page": page.title}


def _day_of(said):
    try:
        return parse_date(said)
    except ValueError:
        return None
