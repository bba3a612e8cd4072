"""旧地址: the addresses of stories, columns and pages that moved, and those of the paper's former site."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.redirects.models import Redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.moved import leads_on
from desk.beginnings import begins
from desk.steady import SteadyLists
from newsroom.front.admin import FrontPageAdmin as FrontPageAdmin  # registered with the others
from newsroom.my.admin import PrintNoticeAdmin as PrintNoticeAdmin

admin.site.unregister(Redirect)


class RedirectForm(forms.ModelForm):
    class Meta:
        model = Redirect
        fields = ["old_path", "new_path"]
        labels = {"old_path": _("old address"), "new_path": _("leads to")}
        help_texts = {
            "old_path": _(
                "From the first slash on, as in /html/2023-03/02/content_123.htm. Only for what is not found."
            ),
            "new_path": _("A path such as /articles/123/, or a whole address. Empty: 410, gone for good."),
        }

    def clean_old_path(self):
        old = self.cleaned_data["old_path"]
        if not old.startswith("/"):
            raise forms.ValidationError(_("An old address begins with a slash."))
        others = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=old).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError(_("This old address leads somewhere already."))
        return old

    def clean_new_path(self):
        new = self.cleaned_data["new_path"]
        # Two slashes lead to another site, though it looks like a path of ours.
        if new and (new.startswith("//") or not new.startswith(("/", "https://", "http://"))):
            raise forms.ValidationError(_("Begin with a slash, or with https:// for another site."))
        return new

    def clean(self):
        told = super().clean()
        old, new = told.get("old_path"), told.get("new_path")
        if old and new and leads_back(old, new):
            raise forms.ValidationError(_("An address cannot lead to itself."))
        return told


def leads_back(old, new):
    """At once, or by others on the way, whose letters may be large or small."""
    end = leads_on(new)
    return new == old or end is None or (end != new and end.lower() == old.lower())


@admin.register(Redirect)
class RedirectAdmin(SteadyLists, admin.ModelAdmin):
    form = RedirectForm
    list_display = ["said_old", "leads_to"]
    search_fields = ["old_path", "new_path"]
    search_help_text = _("The old or the new address, or how it begins")
    ordering = ["old_path"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(site_id=settings.SITE_ID)

    def get_search_results(self, request, queryset, search_term):
        """An index finds what begins so; of the middle of an address none knows anything."""
        words = search_term.strip()
        if not words:
            return queryset, False
        begun = words if words.startswith(("/", "http")) else f"/{words}"
        return queryset.filter(begins("old_path", begun) | begins("new_path", begun)), False

    def save_model(self, request, obj, form, change):
        """Nobody is sent on twice: what leads on already is followed here, what led to the old address too."""
        obj.site_id = settings.SITE_ID
        obj.new_path = leads_on(obj.new_path) or obj.new_path
        if obj.new_path:
            Redirect.objects.filter(site_id=settings.SITE_ID, new_path=obj.old_path).update(new_path=obj.new_path)
        super().save_model(request, obj, form, change)

    @admin.display(description=_("old address"), ordering="old_path")
    def said_old(self, redirect):
        return redirect.old_path

    @admin.display(description=_("leads to"), ordering="new_path")
    def leads_to(self, redirect):
        if not redirect.new_path:
            return _("410, gone for good")
        return format_html('<a href="{0}">{0}</a>', redirect.new_path)
