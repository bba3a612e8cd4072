from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class WhoseFilter(admin.SimpleListFilter):
    title = _("uploaded by")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("me"))]

    def queryset(self, request, queryset):
        return queryset.filter(uploaded_by=request.user) if self.value() == "mine" else queryset
