"""我的设置: what everybody chooses for themselves. The address is kept by whoever keeps the accounts."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.models import AuditEntry, User


class MySettingsForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["notices_by_mail"]
        widgets = {"notices_by_mail": forms.RadioSelect}


@require_http_methods(["GET", "HEAD", "POST"])
def my_settings(request):
    user = User.objects.get(pk=request.user.pk)
    form = MySettingsForm(request.POST or None, instance=user)
    if form.is_valid():
        user.save(update_fields=["notices_by_mail"])
        words = f"{user._meta.get_field('notices_by_mail').verbose_name}: {user.get_notices_by_mail_display()}"
        AuditEntry.note(verb="change", record=user, by=user, words=words)
        messages.success(request, _("Your settings are saved."))
        return HttpResponseRedirect(request.path)
    context = {
        **admin.site.each_context(request),
        "title": _("My settings"),
        "form": form,
        "is_mail_on": bool(settings.EMAIL_HOST),
    }
    return TemplateResponse(request, "admin/notices/my_settings.html", context)
