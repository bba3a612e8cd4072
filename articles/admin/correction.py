from django.contrib import admin

from articles.corrections import enter
from articles.models import Article, Correction
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
        seen = Article.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(article__in=seen).defer("article__body")

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.article.allows(request.user, "change_correction"))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "article":
            field.queryset = Article.objects.in_reach_of(request.user)
        return field

    def save_model(self, request, obj, form, change):
        enter(obj, by=request.user)
