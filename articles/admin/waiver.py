from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.checks.showing import waivers_shown_to
from articles.checks.waiving import may_settle, take_back
from articles.models import Waiver


@admin.register(Waiver)
class WaiverAdmin(admin.ModelAdmin):
    """What editors have let stand, and why. A waiver is given beside the story; here it can be taken back."""

    fields = list_display = ["code", "words", "on", "reason", "by", "at"]
    readonly_fields = ["on"]
    list_select_related = ["article", "issue", "page__issue", "by"]
    list_filter = ["code"]
    ordering = ["-id"]
    show_full_result_count = False

    @admin.display(description=_("record"))
    def on(self, waiver):
        return waiver.record

    def get_queryset(self, request):
        """Its words are the story's."""
        return waivers_shown_to(request.user, super().get_queryset(request))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_settle(obj.record, request.user, "delete_waiver"))

    def delete_model(self, request, obj):
        take_back(obj, by=request.user)

    def delete_queryset(self, request, queryset):
        for waiver in queryset:
            take_back(waiver, by=request.user)
