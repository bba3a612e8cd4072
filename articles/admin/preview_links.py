"""
预览链接 on a story's form: made, copied, revoked. The panel's buttons belong to a form of their own outside of the
story's, so that nothing that is being typed is sent or lost: a script does it in place, and without one the links
have a page of their own.
"""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_http_methods

from articles import preview_links
from articles.acting import Refusal
from articles.models import PreviewLink
from articles.models.preview_link import DAYS, DEFAULT_DAYS
from desk.numbers import key_of

FORM = "preview-links-form"


class LinkForm(forms.Form):
    """Its fields stand in the panel, inside the story's form, and belong to another."""

    use_required_attribute = False
    whom = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"form": FORM, "autocomplete": "off"}),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("For how long"),
        choices=[(days, ngettext_lazy("%d day", "%d days", days) % days) for days in DAYS],
        coerce=int,
        initial=DEFAULT_DAYS,
        widget=forms.Select(attrs={"form": FORM}),
    )


@dataclass(frozen=True)
class Row:
    link: PreviewLink
    address: str
    may_revoke: bool


class PreviewLinks:
    """Mixed into the article admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(self.preview_links))
        return [path("<int:pk>/preview-links/", view, name="articles_article_preview_links"), *super().get_urls()]

    def preview_links(self, request, pk):
        article = self.get_queryset(request).filter(pk=key_of(pk)).first()
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article) or not preview_links.may_make(request.user, article):
            raise PermissionDenied
        form = LinkForm(request.POST if "_make" in request.POST else None, prefix="link")
        if request.method == "POST" and self.carry_out_links(request, article, form):
            return HttpResponseRedirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Preview links"),
            "opts": self.model._meta,
            "original": article,
            "links": links_panel(request, article, form),
        }
        return TemplateResponse(request, "admin/articles/previews/links.html", context)

    def carry_out_links(self, request, article, form):
        """False where the form is to be shown again."""
        try:
            if "_make" in request.POST:
                if not form.is_valid():
                    return False
                preview_links.make(article, by=request.user, **form.cleaned_data)
                messages.success(request, _("The link is made: copy it and send it."))
            else:
                link = article.preview_links.filter(pk=key_of(request.POST.get("_revoke", ""))).first()
                if link is None:
                    raise Http404
                preview_links.revoke(link, by=request.user)
                messages.success(request, _("The link is revoked: its address opens nothing any more."))
        except Refusal as refusal:
            messages.error(request, refusal)
        return True

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and not obj.is_withdrawn and preview_links.may_make(request.user, obj):
            context["preview_links"] = links_panel(request, obj, LinkForm(prefix="link"))
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def links_panel(request, article, form):
    live = article.preview_links.live().select_related("made_by")
    rows = []
    for link in live:
        link.article = article
        address = request.build_absolute_uri(link.get_absolute_url())
        rows.append(Row(link, address, preview_links.may_revoke(request.user, link)))
    action = reverse("admin:articles_article_preview_links", args=[article.pk])
    return {"rows": rows, "form": form, "action": action, "form_id": FORM, "is_withdrawn": article.is_withdrawn}
