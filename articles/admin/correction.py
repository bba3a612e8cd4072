from django.contrib import admin

from articles.corrections import enter
from articles.models import Correction
from desk.stale.admin import StaleGuard
from desk.stale.forms import SeenForm


@admin.register(Correction)
class CorrectionAdmin(StaleGuard, admin.ModelAdmin):
    form = SeenForm
    fields = ["article", "wrong", "right", "printed_on", "published_at"]
    list_display = ["right", "article", "printed_on", "published_at"]
    list_select_related = ["article", "printed_on__issue"]
    autocomplete_fields = ["article", "printed_on"]
    search_fields = ["right", "wrong", "article__headline"]
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body")

    def save_model(self, request, obj, form, change):
        enter(obj, by=request.user)
