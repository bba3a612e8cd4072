"""
A story goes to another desk: by whoever may change it where it is. Who works on the own desks' stories only may lose
sight of it, and is told so before and after.
"""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from articles.models.reach import ALL_DESKS, SEES_ALL
from articles.telling import tell_new_desk
from desk.models import AuditEntry


class HandsOver:
    """Mixed into the article admin, before all that asks something of a story that was saved."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "desk" and not request.user.has_perm(ALL_DESKS):
            field.help_text = gettext_lazy("A story that you give to another desk you may no longer see or change.")
        return field

    def save_model(self, request, obj, form, change):
        """The form leaves the desk as it was until here."""
        if change and "desk" in form.changed_data:
            before, obj.desk = obj.desk, form.cleaned_data["desk"]
            AuditEntry.note(verb="hand_over", record=obj, by=request.user, words=f"{before or '—'} → {obj.desk or '—'}")
        super().save_model(request, obj, form, change)
        if change and "desk" in form.changed_data:
            tell_new_desk(obj, by=request.user)

    def response_change(self, request, obj):
        """Whatever was pressed besides: there is nothing more to be done here with a story that is out of sight."""
        if request.user.has_perm(SEES_ALL) or Article.objects.visible_to(request.user).filter(pk=obj.pk).exists():
            return super().response_change(request, obj)
        told = {"story": obj, "desk": obj.desk or _("no desk")}
        messages.warning(request, _("“%(story)s” is saved and belongs to %(desk)s now: you no longer see it.") % told)
        return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
