"""/admin/own-links/<contributor>/: links to somebody's own work, made and revoked at the desk. Each is shown once."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_http_methods

from bylines.models import Contributor
from desk.numbers import key_of
from intake.models import OwnLink
from intake.models.own_link import DAYS, DEFAULT_DAYS
from newsroom.my.links import make_at_desk, revoke

MOST_SHOWN = 50


class LinkForm(forms.Form):
    days = forms.TypedChoiceField(
        label=gettext_lazy("For how long"),
        choices=[(days, ngettext_lazy("%d day", "%d days", days) % days) for days in DAYS],
        coerce=int,
        initial=DEFAULT_DAYS,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def own_links(request, pk):
    if not request.user.has_perm("intake.add_ownlink"):
        raise PermissionDenied
    contributor = get_object_or_404(Contributor.objects.standing(), pk=key_of(pk))
    form = LinkForm(request.POST if "_make" in request.POST else None)
    if request.method == "POST" and "_make" in request.POST and form.is_valid():
        made = make_at_desk(contributor, by=request.user, days=form.cleaned_data["days"])
        return page(request, contributor, LinkForm(), made)
    if request.method == "POST" and "_revoke" in request.POST:
        link = get_object_or_404(OwnLink, contributor=contributor, pk=key_of(request.POST["_revoke"]))
        revoke(link, by=request.user)
        messages.success(request, _("The link is revoked: its address opens nothing any more."))
        return HttpResponseRedirect(request.path)
    return page(request, contributor, form)


def page(request, contributor, form, made=None):
    context = {
        **admin.site.each_context(request),
        "title": _("Links to the own work"),
        "opts": Contributor._meta,
        "contributor": contributor,
        "form": form,
        "address": request.build_absolute_uri(made[1]) if made else "",
        "links": OwnLink.objects.live().filter(contributor=contributor).select_related("made_by")[:MOST_SHOWN],
    }
    response = TemplateResponse(request, "admin/intake/own_links/links.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response
