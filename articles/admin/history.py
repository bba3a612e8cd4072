"""
A story's history in the admin: every save keeps a version; the list of them, two beside each other, one by itself, and
the way back to it. Who may see the story sees its versions; of somebody else's drafts only what was printed.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.acting import Refusal
from articles.admin.steps import press_in
from articles.history.acts import Why
from articles.history.comparison import difference
from articles.history.left_out import still_there
from articles.history.restoring import bring_back
from articles.history.showing import history_for
from articles.history.version_page import sheet_of
from articles.models import Doubt

PAGE = 100


class Versions:
    """Mixed into the article admin."""

    object_history_template = "admin/articles/article/history.html"

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/history/compare/", wrap(require_safe(self.compare)), name="articles_article_compare"),
            path("<int:pk>/history/<int:version>/", wrap(require_safe(self.version)), name="articles_article_version"),
            path(
                "<int:pk>/history/<int:version>/bring-back/",
                wrap(require_POST(self.bring_back)),
                name="articles_article_bring_back",
            ),
            *super().get_urls(),
        ]

    def save_model(self, request, obj, form, change):
        if change:
            obj.keep_as_found()
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """A doubt's step is a change of its own: what was typed besides is kept before it."""
        if formset.model is Doubt and press_in(request.POST):
            form.instance.keep_version(by=request.user, why=Why.EDITED)
        super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        """After the rows, which are saved after the story."""
        super().save_related(request, form, formsets, change)
        request.kept = form.instance.keep_version(by=request.user, why=Why.EDITED if change else Why.ENTERED)

    def history_view(self, request, object_id, extra_context=None):
        """Django's own page lists who pressed what in the admin; that log stays below the versions."""
        article = self.get_object(request, object_id)
        if article is None:
            return super().history_view(request, object_id, extra_context)
        rows = history_for(request.user, article)
        before = request.GET.get("before", "")
        if before.isdecimal():
            rows = [row for row in rows if row.revision.version < int(before[:9])]
        said = {
            "rows": rows[:PAGE],
            "older": rows[PAGE - 1].revision.version if len(rows) > PAGE else None,
            "shows_drafts": article.shows_drafts_to(request.user),
        }
        return super().history_view(request, object_id, {**said, **(extra_context or {})})

    def compare(self, request, pk):
        article, rows = self._history(request, pk)
        chosen = sorted({number for name in ("old", "new") if (number := number_in(request.GET.get(name)))})
        if len(chosen) != 2:
            messages.warning(request, _("Choose two versions to compare."))
            return HttpResponseRedirect(self._address("history", pk))
        older, newer = (self._row(rows, number) for number in chosen)
        before, after = article.revisions.filter(version__in=chosen).order_by("version")
        whole = "whole" in request.GET
        return self._page(
            request,
            article,
            "compare.html",
            title=_("Versions %(old)s and %(new)s") % {"old": chosen[0], "new": chosen[1]},
            older=older,
            newer=newer,
            whole=whole,
            difference=difference(before.snapshot, after.snapshot, whole=whole),
            steps=self._steps(rows, newer),
        )

    def version(self, request, pk, version):
        article, rows = self._history(request, pk)
        row = self._row(rows, version)
        snapshot = article.revisions.get(version=version).snapshot
        return self._page(
            request,
            article,
            "version.html",
            title=str(row.revision).capitalize(),
            row=row,
            latest=rows[0],
            sheet=sheet_of(snapshot),
            left_out=[] if row.is_latest else still_there(snapshot, article)[1],
            may_bring_back=not row.is_latest and self.has_change_permission(request, article),
        )

    def bring_back(self, request, pk, version):
        article, rows = self._history(request, pk)
        revision = self._row(rows, version).revision
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        try:
            kept, left_out = bring_back(article, revision, by=request.user, seen=number_in(request.POST.get("seen")))
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(self._address("version", pk, version))
        self.log_change(request, article, _("Brought back %(version)s.") % {"version": revision})
        told = _("The story reads as in %(old)s again; that is %(new)s. What stood there before is in the history.")
        messages.success(request, told % {"old": revision, "new": kept})
        for one in left_out:
            messages.warning(request, one.message)
        return HttpResponseRedirect(self._address("change", pk))

    def _history(self, request, pk):
        article = self.get_queryset(request).filter(pk=pk).first()
        if article is None:
            raise Http404
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article, history_for(request.user, article)

    def _row(self, rows, version):
        row = next((row for row in rows if row.revision.version == version), None)
        if row is None:
            raise Http404
        return row

    def _steps(self, rows, newer):
        """The change before this one, and the one after it."""
        at = rows.index(newer)
        around = {"before": rows[at + 1 : at + 2], "after": rows[at - 1 : at] if at else []}
        return {name: row[0] for name, row in around.items() if row and row[0].before}

    def _page(self, request, article, template, **said):
        context = {**self.admin_site.each_context(request), "opts": self.opts, "original": article, **said}
        return TemplateResponse(request, f"admin/articles/article/{template}", context)

    def _address(self, name, *keys):
        return reverse(f"admin:articles_article_{name}", args=keys)


def number_in(text):
    """No story has as many versions as such a number has digits."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
