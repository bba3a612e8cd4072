"""
复制到公众号: a page with the preview and the button, and the HTML itself at an address of its own.

The policy of our pages forbids style attributes, and the HTML is made of them: so it stands in a frame, under a policy
that allows them there and nothing else, no script least of all. The button's script reads it out of that frame.
"""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.admin.exporting import note_exports
from articles.exports.gathering import gathered
from articles.exports.naming import story_name
from articles.exports.wechat import as_file
from articles.models import Article
from articles.pictures import clock, pictures_of, why_unseen
from articles.state import State, state_of
from desk.models import Paper
from media.admin.originals import guarded

# Of the frame. Where the browser asks for it, `sandbox` keeps it so when its address is opened by itself.
FRAMED = (
    "default-src 'none'; img-src data:; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)


class WeChat:
    """Mixed into the article admin, which exports."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/wechat/", wrap(require_GET(self.wechat)), name="articles_article_wechat"),
            path("<int:pk>/wechat/content/", wrap(require_GET(self.content)), name="articles_article_wechat_content"),
            path("<int:pk>/wechat/copied/", wrap(require_POST(self.copied)), name="articles_article_wechat_copied"),
            *super().get_urls(),
        ]

    def wechat(self, request, pk):
        article = self.record_to_export(request, pk)
        if article.is_withdrawn:
            return self.refused(request, article, _("A story that was withdrawn is not exported."))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Copy for WeChat"),
            "opts": self.model._meta,
            "article": article,
            "with_headline": with_headline(request),
            "warnings": warnings(article),
        }
        response = TemplateResponse(request, "admin/articles/exports/wechat.html", context)
        response.headers["Content-Security-Policy"] = policy_of_the_page()
        return response

    def content(self, request, pk):
        article = self.record_to_export(request, pk)
        if article.is_withdrawn:
            raise Http404
        [story] = gathered(Article.objects.filter(pk=article.pk), for_readers=True)
        html = as_file(story, Paper.current(), with_headline=with_headline(request))
        name = f"{story_name(story)} 公众号.html"
        is_download = "download" in request.GET
        if is_download:
            note_exports(request.user, [article], name)
        return secured(HttpResponse(html), name, is_download=is_download)

    def copied(self, request, pk):
        """The button's script tells it: to look at the preview takes nothing out of the house."""
        article = self.record_to_export(request, pk)
        if article.is_withdrawn:
            raise Http404
        [story] = gathered(Article.objects.filter(pk=article.pk), for_readers=True)
        note_exports(request.user, [article], f"{story_name(story)} 公众号.html")
        return HttpResponse(status=204)


def with_headline(request):
    return "headline" in request.GET


def warnings(article):
    """What an editor has to know before this goes anywhere."""
    state = state_of(article)
    if state == State.SCHEDULED:
        told = _("Under embargo: not to be sent out before %s.") % clock(article.published_at)
    else:
        unsigned = state in (State.DRAFT, State.SUBMITTED)
        told = _("This story has not been signed off yet: not to be sent out.") if unsigned else ""
    now = timezone.now()
    unseen = [why_unseen(shown, now) for shown in pictures_of([article])]
    return [*filter(None, [told]), *[_("Left out: %s") % sentence for sentence in unseen if sentence]]


def policy_of_the_page():
    rules = {**settings.SECURE_CSP, "frame-src": ["'self'"]}
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def secured(response, name, *, is_download):
    if is_download:
        guarded(response, name)
    response.headers["Content-Security-Policy"] = FRAMED
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "private, no-store"
    return response
