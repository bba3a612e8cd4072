"""
What an act on the board is answered with: a form goes back to the board with a message, a script gets the board as it
is now. The last act waits in the session for being undone.
"""

from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import Issue
from articles.placing import Done
from newsroom.board import board_for

UNDO = "board_undo"
UNDO_FOR = timedelta(minutes=30)


def answer(request, issue, *, refusal=None):
    """issue: whose board it is."""
    if refusal:
        messages.error(request, str(refusal))
    if request.accepts("text/html"):
        return HttpResponseRedirect(address_of(issue))
    said = [str(message) for message in messages.get_messages(request)]
    return JsonResponse({"said": said, "refused": bool(refusal), "board": fragment(request, issue)})


def fragment(request, issue):
    """The board alone, without photos: what an act changes, and what colleagues change meanwhile."""
    found = Issue.objects.tell_neighbours().filter(pk=issue.pk).first()
    return render_board(request, board_for(request.user, found, photos=False))


def render_board(request, board):
    return render_to_string("admin/articles/board.html", shown(request, board), request=request)


def shown(request, board):
    return {"board": board, "last_act": last_act(request, board)}


def address_of(issue):
    asked = {"date": issue.date.isoformat(), "edition": issue.edition} if issue else {}
    query = urlencode({name: said for name, said in asked.items() if said})
    return f"{reverse('admin:index')}?{query}" if query else reverse("admin:index")


def remember(request, issue, done):
    """A session keeps text keys only."""
    seen = {str(key): stamp for key, stamp in done.seen.items()}
    at = timezone.now().isoformat()
    request.session[UNDO] = {"issue": issue.pk, "at": at, "done": {**vars(done), "seen": seen}}


def last_act(request, board):
    """What Undo would undo: the user's last act on this board, as long as those pages are as it left them."""
    kept = request.session.get(UNDO)
    if not kept or not board.issue or kept["issue"] != board.issue.pk:
        return None
    if timezone.now() - datetime.fromisoformat(kept["at"]) > UNDO_FOR:
        return None
    done = done_of(kept)
    return done if all(board.seen.get(key) == stamp for key, stamp in done.seen.items()) else None


def done_of(kept):
    return Done(**{**kept["done"], "seen": {int(key): stamp for key, stamp in kept["done"]["seen"].items()}})
