from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from articles.models import Article
from intake.models import Source, SourceStory
from intake.views.file import intake_file, intake_picture
from intake.views.screen import intake_screen


class SourceStoryInline(admin.TabularInline):
    model = SourceStory
    fields = readonly_fields = ["number", "article"]
    extra = 0
    can_delete = False

    def get_queryset(self, request):
        """A text may hold stories of a desk whose drafts the colleague does not see."""
        visible = Article.objects.visible_to(request.user)
        rows = super().get_queryset(request).filter(article__in=visible)
        return rows.select_related("article", "source").defer("source__text")

    def has_add_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return True


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    """What came in, for looking up. New texts come in by the intake screen."""

    fields = readonly_fields = ["name", "received_at", "received_by", "text"]
    inlines = [SourceStoryInline]
    list_display = ["name", "received_at", "received_by"]
    list_select_related = ["received_by"]
    search_fields = ["name"]
    show_full_result_count = False

    def get_urls(self):
        screen, file, picture = map(self.admin_site.admin_view, (intake_screen, intake_file, intake_picture))
        return [
            path("intake/", screen, name="intake"),
            path("intake/file/", file, name="intake_file"),
            path("intake/<str:digest>/<int:number>/<str:which>/", picture, name="intake_picture"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        return HttpResponseRedirect(reverse("admin:intake"))

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user).defer("text")

    def has_module_permission(self, request):
        return self.has_add_permission(request)

    def has_add_permission(self, request):
        return request.user.has_perm("articles.add_article")

    def has_view_permission(self, request, obj=None):
        return self.has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
