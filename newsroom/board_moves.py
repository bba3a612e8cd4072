"""Stories moved on the board: by a card's menu, which needs no script, or by dragging, with mouse, finger or keys."""

import json
from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import placing
from articles.acting import Refusal, require
from articles.admin.reopened import telling_reopened
from articles.models import Article, Issue, Page, Placement
from articles.models.placement import of_stories
from articles.page_order import gone
from desk.numbers import key_of
from newsroom.board_answers import UNDO, answer, done_of, remember


def acting(view):
    """The view does one act for the board of an issue and returns its Done, or nothing; a refusal is said."""

    @wraps(view)
    @require_POST
    def act(request, pk):
        issue = get_object_or_404(Issue, pk=pk)
        if not request.user.has_perm("articles.view_article"):
            raise Http404
        try:
            with telling_reopened(request):
                done = view(request, issue)
        except Refusal as refusal:
            return answer(request, issue, refusal=refusal)
        if done:
            remember(request, issue, done)
            messages.success(request, done.words)
        return answer(request, issue)

    return act


@acting
def move(request, issue):
    """One field names the act, its value the card: p and a placement's key, or s and a story's."""
    for name, verb in VERBS.items():
        if name in request.POST:
            return verb(request, issue, request.POST[name], seen_in(request))
    raise Refusal(_("Choose what to do with the story."))


@acting
def undo(request, issue):
    kept = request.session.pop(UNDO, None)
    require(kept and kept["issue"] == issue.pk, _("There is nothing to undo."))
    placing.take_back(done_of(kept), by=request.user)
    messages.success(request, _("Undone: %(words)s") % {"words": done_of(kept).words})


def put(request, issue, card, seen):
    """To that page, before that placement; to no page: off."""
    if not request.POST.get("page"):
        return off(request, issue, card, seen)
    return _put(request, card, _page_of(issue, request.POST["page"]), key_of(request.POST.get("before")), seen)


def to(request, issue, card, seen):
    """Chosen in the card's menu: to the end of that page."""
    page = request.POST.get(f"page-{card}")
    require(page, _("Choose a page first."))
    return _put(request, card, _page_of(issue, page), None, seen)


def turn(request, issue, card, seen):
    """Chosen in the same place: the story runs on there."""
    page = request.POST.get(f"page-{card}")
    require(page, _("Choose a page first."))
    return placing.turn(_placement_of(card), _page_of(issue, page), seen=seen, by=request.user)


def up(request, issue, card, seen):
    return _step(request, card, -1, seen)


def down(request, issue, card, seen):
    return _step(request, card, 1, seen)


def off(request, issue, card, seen):
    return placing.take_off(_placement_of(card), seen=seen, by=request.user)


VERBS = {"put": put, "to": to, "turn": turn, "up": up, "down": down, "off": off}


def _put(request, card, page, before, seen):
    if card.startswith("s"):
        story = Article.objects.visible_to(request.user).filter(pk=key_of(card[1:]) or 0).first()
        require(story, _("That story is not there for you."))
        return placing.place(story, page, before=before, seen=seen, by=request.user)
    return placing.move(_placement_of(card), page, before=before, seen=seen, by=request.user)


def _step(request, card, places, seen):
    """Past its neighbour that this colleague sees, so that a press always shows."""
    placement = _placement_of(card)
    visible = of_stories(Article.objects.visible_to(request.user))
    rows = Placement.objects.filter(visible, page=placement.page).order_by("order", "pk")
    keys = list(rows.values_list("pk", flat=True))
    at = keys.index(placement.pk) if placement.pk in keys else -1
    require(at >= 0 and 0 <= at + places < len(keys), _("The story stands there already."))
    keys.pop(at)
    before = keys[at + places] if at + places < len(keys) else None
    return placing.move(placement, placement.page, before=before, seen=seen, by=request.user)


def _placement_of(card):
    key = key_of(card[1:]) if card.startswith("p") else None
    placement = Placement.objects.filter(pk=key or 0).select_related("page").first()
    if placement is None:
        raise gone()
    return placement


def _page_of(issue, said):
    page = Page.objects.filter(issue=issue, pk=key_of(said)).first()
    require(page, _("That page is there no longer."))
    return page


def seen_in(request):
    """The stamps that the board carried, by page. What cannot be read was seen by nobody: the act is overtaken."""
    try:
        stamps = json.loads(request.POST.get("seen", ""))
        return {int(key): str(stamp) for key, stamp in stamps.items()}
    except (ValueError, AttributeError, RecursionError):
        return {}
