"""Permissions in the desk's own words. Django stores their names in English, whatever language the admin speaks."""

from django import forms
from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

VERBS = {
    "add": gettext_lazy("add"),
    "change": gettext_lazy("change"),
    "delete": gettext_lazy("delete"),
    "view": gettext_lazy("see"),
}


class PermissionsField(forms.ModelMultipleChoiceField):
    """Every permission as a tick, in the order of apps and records."""

    def __init__(self, **kwargs):
        rows = Permission.objects.select_related("content_type").order_by("content_type", "pk")
        super().__init__(rows, widget=forms.CheckboxSelectMultiple, **kwargs)

    def label_from_instance(self, obj):
        return permission_name(obj)


def permission_name(permission):
    """稿件 · 修改 for Django's own four; the rules of the house are translated sentence by sentence."""
    act, _underscore, record = permission.codename.partition("_")
    model = permission.content_type.model_class()
    if model is None or act not in VERBS or record != model._meta.model_name:
        return _(permission.name)
    return f"{model._meta.verbose_name} · {VERBS[act]}"
