"""The paper's list of phrases: kept one by one, or pasted line by line; and what editors have let stand."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Phrase
from articles.models.phrase import Level
from articles.phrase_lists import MOST_LINES, read_list, take_in


class PasteForm(forms.Form):
    lines = forms.CharField(
        label=gettext_lazy("phrase"),
        widget=forms.Textarea(attrs={"rows": 14, "cols": 60}),
        help_text=gettext_lazy("One a line: 截止目前→截至目前 # why. Without → a phrase is of the kind chosen below."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("kind"),
        choices=[choice for choice in Phrase.Kind.choices if choice[0] != Phrase.Kind.FIXED],
        initial=Phrase.Kind.CAREFUL,
    )
    level = forms.ChoiceField(label=gettext_lazy("level"), choices=Level.choices, initial=Level.WARNING)

    def clean_lines(self):
        phrases, unread = read_list(self.cleaned_data["lines"])
        if unread:
            raise forms.ValidationError(_("Not to be read as a phrase: %(lines)s") % {"lines": "；".join(unread[:5])})
        if len(phrases) > MOST_LINES:
            raise forms.ValidationError(_("At most %(count)d phrases at once.") % {"count": MOST_LINES})
        return phrases


@admin.register(Phrase)
class PhraseAdmin(admin.ModelAdmin):
    change_list_template = "admin/articles/phrase/change_list.html"
    fields = ["text", "kind", "suggestion", "note", "level"]
    list_display = ["text", "kind", "suggestion", "note", "level"]
    list_filter = ["kind", "level"]
    search_fields = ["text", "suggestion", "note"]
    show_full_result_count = False

    def get_urls(self):
        paste = self.admin_site.admin_view(self.paste)
        return [path("paste/", paste, name="articles_phrase_paste"), *super().get_urls()]

    def paste(self, request):
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = PasteForm(request.POST or None)
        if form.is_valid():
            words = form.cleaned_data
            count = take_in(words["lines"], kind=words["kind"], level=words["level"], by=request.user)
            messages.success(
                request, ngettext("%d phrase is in the list.", "%d phrases are in the list.", count) % count
            )
            return HttpResponseRedirect(reverse("admin:articles_phrase_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Paste phrases"),
            "form": form,
        }
        return TemplateResponse(request, "admin/articles/phrase/paste.html", context)
