from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from intake.models import Source, SourceStory
from intake.views import intake_screen


class SourceStoryInline(admin.TabularInline):
    model = SourceStory
    fields = readonly_fields = ["number", "article"]
    extra = 0
    can_delete = False

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
        screen = self.admin_site.admin_view(intake_screen)
        return [path("intake/", screen, name="intake"), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        return HttpResponseRedirect(reverse("admin:intake"))

    def get_queryset(self, request):
        """A text may hold the stories of any desk: those who see all of them see it, and who handed it in."""
        sources = super().get_queryset(request).defer("text")
        if request.user.has_perm("articles.see_all_desks_article"):
            return sources
        return sources.filter(received_by=request.user)

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
