from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from desk.stale.admin import StaleGuard
from media.admin.credits import PhotoBylineInline
from media.admin.fields import DevelopsFirst
from media.admin.filters import WhoseFilter
from media.admin.forms import PhotoForm
from media.admin.many import ManyPhotos
from media.models import Photo


class PhotoList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        rows = super().get_queryset(request, exclude_parameters)
        return rows.select_related("uploaded_by").prefetch_related("bylines")


@admin.register(Photo)
class PhotoAdmin(DevelopsFirst, ManyPhotos, StaleGuard, admin.ModelAdmin):
    form = PhotoForm
    readonly_fields = ["preview", "facts"]
    inlines = [PhotoBylineInline]
    list_display = ["thumbnail", "words", "credit", "facts"]
    list_display_links = ["thumbnail", "words"]
    list_filter = [WhoseFilter, ("uploaded_at", admin.DateFieldListFilter)]
    list_per_page = 48
    search_fields = ["caption", "bylines__name", "filename"]
    search_help_text = _("Caption, photographer or file name")
    autocomplete_fields = ["region"]
    show_full_result_count = False
    actions = ["caption_selected"]

    @admin.display(description=_("photo"))
    def thumbnail(self, photo):
        if not photo.thumbnail:
            return "—"
        return format_html(
            '<img class="photo-thumbnail" src="{url}" width="{width}" height="{height}" alt="" loading="lazy">',
            **photo.thumbnail,
        )

    @admin.display(description=_("picture"))
    def preview(self, photo):
        return render_to_string("admin/media/photo/_preview.html", {"photo": photo})

    @admin.display(description=_("caption"), ordering="caption")
    def words(self, photo):
        return photo.caption or format_html('<span class="photo-lacks">{}</span>', _("no caption yet"))

    @admin.display(description=_("credit"))
    def credit(self, photo):
        return photo.printed_credit or format_html('<span class="photo-lacks">{}</span>', _("no credit yet"))

    @admin.display(description=_("file"))
    def facts(self, photo):
        return render_to_string("admin/media/photo/_facts.html", {"photo": photo})

    @admin.action(description=_("Caption and credit in one table"), permissions=["change"])
    def caption_selected(self, request, queryset):
        return HttpResponseRedirect(self.caption_address(queryset))

    def get_changelist(self, request, **kwargs):
        return PhotoList

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["picture", "caption", "region", "taken_at"]
        another = ["picture"] if self.has_change_permission(request, obj) else []
        return ["preview", "caption", "region", "taken_at", "facts", *another]

    def has_change_permission(self, request, obj=None):
        """A photographer changes the own photos only."""
        return super().has_change_permission(request, obj) and (obj is None or obj.may_be_changed_by(request.user))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.may_be_changed_by(request.user))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        file = form.cleaned_data.get("picture")
        if file:
            obj.take_in(file, file.prints)
        else:
            super().save_model(request, obj, form, change)
