"""A story as the reader will see it, before any reader can: the stored draft, and the text that is being typed."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from articles.models import Article
from articles.views.article import article_response

TYPED = (
    "kicker",
    "headline",
    "subheadline",
    "dateline",
    "body",
    "editors_note",
    "source",
    "original_author",
    "original_title",
    "original_url",
    "ai_use",
)


class Previews:
    """Mixed into the article admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("preview-body/", wrap(require_POST(self.preview_body)), name="articles_article_preview_body"),
            path("<int:pk>/preview/", wrap(require_safe(self.preview)), name="articles_article_preview"),
            *super().get_urls(),
        ]

    def preview(self, request, pk):
        return article_response(request, self._story(request, pk), preview=True)

    def preview_body(self, request):
        """The page made of what the form holds now; nothing of it is stored."""
        pk = request.POST.get("pk", "")[:20]  # no story's number is as long, and Python reads no number of any length
        article = self._story(request, int(pk)) if pk.isdecimal() else self._new_story(request)
        for name in TYPED:
            if name in request.POST:
                setattr(article, name, request.POST[name])
        return article_response(request, article, preview=True)

    def _new_story(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        return Article()

    def _story(self, request, pk):
        article = self.get_queryset(request).filter(pk=pk).first()
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article
