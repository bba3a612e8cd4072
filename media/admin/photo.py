from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from desk.stale.admin import StaleGuard
from media.admin.credits import PhotoBylineInline
from media.admin.fields import DevelopsFirst
from media.admin.filters import LacksFilter, WhoseFilter
from media.admin.forms import PhotoForm
from media.admin.in_the_file import rows_of
from media.admin.many import ManyPhotos
from media.models import Photo

# In the order of work; what stands together is one row of the form.
WORDS = [
    "caption",
    "headline",
    "alt",
    ("region", "place", "taken_at"),
    ("source", "credit_line", "copyright"),
    ("keywords", "job", "digital_source_type"),
]


class PhotoList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        rows = super().get_queryset(request, exclude_parameters)
        return rows.select_related("uploaded_by").prefetch_related("bylines")


@admin.register(Photo)
class PhotoAdmin(DevelopsFirst, ManyPhotos, StaleGuard, admin.ModelAdmin):
    form = PhotoForm
    readonly_fields = ["preview", "facts", "in_the_file"]
    inlines = [PhotoBylineInline]
    list_display = ["thumbnail", "words", "credit", "facts"]
    list_display_links = ["thumbnail", "words"]
    list_filter = [WhoseFilter, LacksFilter, ("uploaded_at", admin.DateFieldListFilter)]
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
        return render_to_string("admin/media/photo/_preview.html", {"photo": photo, "doubts": photo.doubts})

    @admin.display(description=_("caption"), ordering="caption")
    def words(self, photo):
        return photo.caption or format_html('<span class="photo-lacks">{}</span>', _("no caption yet"))

    @admin.display(description=_("credit"))
    def credit(self, photo):
        return photo.printed_credit or format_html('<span class="photo-lacks">{}</span>', _("no credit yet"))

    @admin.display(description=_("file"))
    def facts(self, photo):
        return render_to_string("admin/media/photo/_facts.html", {"photo": photo})

    @admin.display(description=_("words in the file"))
    def in_the_file(self, photo):
        return render_to_string("admin/media/photo/_in_the_file.html", {"rows": rows_of(photo)})

    @admin.action(description=_("Caption and credit in one table"), permissions=["change"])
    def caption_selected(self, request, queryset):
        return HttpResponseRedirect(self.caption_address(queryset))

    def get_changelist(self, request, **kwargs):
        return PhotoList

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["picture", *WORDS]
        another = ["picture"] if self.has_change_permission(request, obj) else []
        return ["preview", *WORDS, "facts", *another, *(["in_the_file"] if obj.embedded else [])]

    def has_change_permission(self, request, obj=None):
        """A photographer changes the own photos only."""
        return super().has_change_permission(request, obj) and (obj is None or obj.may_be_changed_by(request.user))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.may_be_changed_by(request.user))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """The picture comes last: whom its file names is credited only where nobody is, and its label names them."""
        super().save_related(request, form, formsets, change)
        file = form.cleaned_data.get("picture")
        if file:
            form.instance.take_in(file, file.prints)
        else:
            form.instance.renew_label()
