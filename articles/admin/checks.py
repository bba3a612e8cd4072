"""
The checks before press beside a story's form: as it is stored, and as it is being typed. Nothing here saves the story;
a hit is waived or taken back by itself, on the words that stand on the screen.
"""

from copy import copy

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.acting import Refusal
from articles.admin.check_panel import CheckPanel
from articles.admin.previews import TYPED
from articles.admin.typed_rows import rows_typed
from articles.checks import Level, check_story
from articles.checks.hits import Hit
from articles.checks.prepared import FIELDS
from articles.checks.showing import shown_to
from articles.checks.waiving import take_back, waive
from articles.models import Article

MOST_TYPED = 200_000  # characters of the whole form; the longest story has a tenth of it


class Checks:
    """Mixed into the article admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("check-words/", wrap(require_POST(self.check_words)), name="articles_article_check_words"),
            path("<int:pk>/waive/<slug:digest>/", wrap(self.waive_hit), name="articles_article_waive"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """A form that comes back with errors is checked as it was typed; an empty one not at all."""
        words = request.POST if request.method == "POST" else {}
        hits = hits_on_screen(request.user, obj or Article(), words) if obj or words else []
        context["checks"] = CheckPanel(request.user, obj, hits)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def check_words(self, request):
        """What is found in the form as it stands now, as the inside of the panel."""
        pk = request.POST.get("pk", "")[:20]
        article = self._story(request, int(pk)) if pk.isdecimal() else None
        if article is None and not self.has_add_permission(request):
            raise PermissionDenied
        return self._panel(request, article)

    check_words.is_an_act = False

    def waive_hit(self, request, pk, digest):
        """A page that asks why; or, from the form's own dialog, the panel anew."""
        article = self._story(request, pk)
        hit = next((hit for hit in self._hits(request, article) if hit.digest == digest), None)
        if hit is None:
            raise Http404
        refusal = settle(request, hit) if request.method == "POST" else ""
        if "_live" in request.POST:
            return HttpResponse(refusal, status=409) if refusal else self._panel(request, article)
        if request.method == "POST" and not refusal:
            messages.success(
                request, _("Taken back.") if hit.is_open else _("Let stand: %(hit)s") % {"hit": hit.message}
            )
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]) + "#checks")
        return waiving_page(self, request, hit, refusal)

    def _hits(self, request, article):
        return hits_on_screen(request.user, article, request.POST if "_live" in request.POST else {})

    def _panel(self, request, article):
        hits = hits_on_screen(request.user, article or Article(), request.POST)
        context = {"checks": CheckPanel(request.user, article, hits)}
        return TemplateResponse(request, "admin/articles/checks/_inside.html", context)


def hits_on_screen(user, article, posted):
    """posted: what the form holds, or nothing for what is stored."""
    article = copy(article)
    for name in TYPED:
        if name in posted:
            setattr(article, name, as_stored(posted[name]))
    typed = {name: as_stored(posted[name]) for name in FIELDS if name in posted}
    if sum(map(len, posted.values())) > MOST_TYPED:
        return [Hit("too-long", Level.NOTICE, _("So long a text is not checked on the screen."), article)]
    return shown_to(user, check_story(article, typed, **rows_typed(article, posted)))


def as_stored(text):
    """Browsers send line ends as two characters; the place of a hit counts them as one."""
    return text.replace("\r\n", "\n")


def settle(request, hit):
    """Waives the hit or takes its waiver back; returns why not."""
    try:
        if "_take_back" in request.POST:
            take_back_if_waived(hit, request.user)
        else:
            waive(hit, by=request.user, reason=request.POST.get("reason", ""))
    except Refusal as refusal:
        return str(refusal)
    return ""


def take_back_if_waived(hit, user):
    if hit.waived_by:
        take_back(hit.waived_by, by=user)
        hit.waived_by = None


def waiving_page(model_admin, request, hit, refusal):
    title = _("Let stand") if hit.is_open else _("Let stand no longer")
    context = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.model._meta,
        "hit": hit,
        "refusal": refusal,
        "reason": request.POST.get("reason", ""),
    }
    return TemplateResponse(request, "admin/articles/checks/waive.html", context, status=409 if refusal else 200)
