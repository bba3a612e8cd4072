from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return [("unused", _("not yet in any story")), ("used", _("in a story"))]

    def queryset(self, request, queryset):
        words = {"unused": queryset.unused, "used": queryset.used}
        return words[self.value()]() if self.value() in words else queryset


class WhoseFilter(admin.SimpleListFilter):
    title = _("uploaded by")
    parameter_name = "whose"

    def lookups(self, request, model_admin):
        return [("mine", _("me"))]

    def queryset(self, request, queryset):
        return queryset.filter(uploaded_by=request.user) if self.value() == "mine" else queryset
