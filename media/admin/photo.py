from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from desk.numbers import key_of
from desk.stale.admin import StaleGuard
from media.admin.credits import PhotoBylineInline
from media.admin.fields import DevelopsFirst
from media.admin.focal import FocalFields, preview_of
from media.admin.forms import PhotoForm
from media.admin.in_the_file import rows_of
from media.admin.many import ManyPhotos
from media.admin.originals import Originals
from media.admin.sheets import ContactSheets
from media.admin.unwritten import SaysWhenUnwritten
from media.admin.wall import Wall
from media.closing import close, hold_first
from media.models import Photo

# In the order of work; what stands together is one row of the form.
WORDS = [
    "caption",
    "headline",
    "alt",
    ("region", "place", "taken_at"),
    ("rights", "source"),
    ("embargo_until", "expires_at"),
    ("credit_line", "copyright"),
    ("keywords", "job", "digital_source_type"),
]


@admin.register(Photo)
class PhotoAdmin(
    SaysWhenUnwritten, DevelopsFirst, ManyPhotos, Wall, Originals, ContactSheets, StaleGuard, admin.ModelAdmin
):
    form = PhotoForm
    readonly_fields = ["preview", "facts", "in_the_file"]
    inlines = [PhotoBylineInline]
    list_per_page = 48
    search_fields = ["caption"]  # for the admin; what is searched says library_search
    autocomplete_fields = ["region"]
    show_full_result_count = False
    actions = ["caption_selected", "download_originals", "print_contact_sheet"]

    @admin.display(description=_("picture"))
    def preview(self, photo):
        return preview_of(photo)

    @admin.display(description=_("file"))
    def facts(self, photo):
        return render_to_string("admin/media/photo/_facts.html", {"photo": photo})

    @admin.display(description=_("words in the file"))
    def in_the_file(self, photo):
        return render_to_string("admin/media/photo/_in_the_file.html", {"rows": rows_of(photo)})

    @admin.action(description=_("Caption and credit in one table"), permissions=["change"])
    def caption_selected(self, request, queryset):
        return HttpResponseRedirect(self.caption_address(queryset))

    def get_object(self, request, object_id, from_field=None):
        if request.method == "POST" and key_of(object_id):
            hold_first([key_of(object_id)])
        return super().get_object(request, object_id, from_field)

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["picture", *WORDS]
        another = ["picture"] if self.has_change_permission(request, obj) else []
        return ["preview", FocalFields.focal, *WORDS, "facts", *another, *(["in_the_file"] if obj.embedded else [])]

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
            form.instance.take_in(file, file.prints, by=request.user)
        else:
            form.instance.renew_crops()
            form.instance.renew_label()
        if form.closes_the_photo:
            for sentence in close(form.instance, known=form.key_before, by=request.user):
                messages.warning(request, sentence)
