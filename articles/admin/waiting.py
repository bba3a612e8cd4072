"""待我审: the queue of what waits for a colleague's review. A page of the site's own, since it is no story's list."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.cursors import place_asked_for
from articles.models import Article
from articles.review_queue import desks_waiting, own_stories, queue_for
from desk.numbers import key_of


@require_safe
def waiting(request):
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    desk, final = key_of(request.GET.get("desk")), "final" in request.GET
    context = {
        **admin.site.each_context(request),
        "title": _("Waiting for my review"),
        "opts": Article._meta,
        "queue": queue_for(request.user, desk=desk, final=final, after=place_asked_for(request, "after")),
        "desks": desks_waiting(request.user),
        "desk": desk,
        "final": final,
        "may_sign": request.user.has_perm("articles.sign_article"),
        "own": own_stories(request.user),
    }
    return TemplateResponse(request, "admin/articles/reviews/waiting.html", context)
