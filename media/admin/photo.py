from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from media.admin.credits import PhotoBylineInline
from media.admin.filters import UseFilter, WhoseFilter
from media.admin.forms import PhotoForm
from media.admin.many import ManyPhotos
from media.models import Photo


class PhotoList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        rows = super().get_queryset(request, exclude_parameters)
        return rows.select_related("uploaded_by").prefetch_related(*uses_of_photos(request.user))


@admin.register(Photo)
class PhotoAdmin(ManyPhotos, admin.ModelAdmin):
    form = PhotoForm
    readonly_fields = ["preview", "facts", "used_in"]
    inlines = [PhotoBylineInline]
    list_display = ["thumbnail", "words", "credit", "facts", "used_in"]
    list_display_links = ["thumbnail", "words"]
    list_filter = [UseFilter, WhoseFilter, ("uploaded_at", admin.DateFieldListFilter)]
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

    @admin.display(description=_("used in"))
    def used_in(self, photo):
        """Stories that this colleague may see by name; the others are counted only."""
        links = [(story_address(story), story.headline) for story in photo.stories_seen]
        hidden = len(photo.illustrations.all()) - len(links)
        names = format_html_join("、", '<a href="{}">{}</a>', links)
        if not hidden:
            return names or format_html('<span class="photo-unused">{}</span>', _("not used yet"))
        others = ngettext("%(count)d story of others", "%(count)d stories of others", hidden) % {"count": hidden}
        return format_html("{} {}", names, others)

    @admin.action(description=_("Caption and credit in one table"), permissions=["change"])
    def caption_selected(self, request, queryset):
        return HttpResponseRedirect(self.caption_address(queryset))

    def get_changelist(self, request, **kwargs):
        return PhotoList

    def get_object(self, request, object_id, from_field=None):
        photo = super().get_object(request, object_id, from_field)
        if photo:
            prefetch_related_objects([photo], *uses_of_photos(request.user))
        return photo

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["picture", "caption", "region", "taken_at"]
        another = ["picture"] if self.has_change_permission(request, obj) else []
        return ["preview", "caption", "region", "taken_at", "used_in", "facts", *another]

    def has_change_permission(self, request, obj=None):
        """A photographer changes the own photos only."""
        return super().has_change_permission(request, obj) and (obj is None or obj.may_be_changed_by(request.user))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.may_be_changed_by(request.user))

    def delete_view(self, request, object_id, extra_context=None):
        photo = self.get_object(request, object_id)
        if photo and photo.illustrations.all():
            messages.error(request, _("A story uses this photo. Take it out of the story first, then delete it."))
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[photo.pk]))
        return super().delete_view(request, object_id, extra_context)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        file = form.cleaned_data.get("picture")
        if file:
            obj.take_in(file, file.prints)
        else:
            super().save_model(request, obj, form, change)


def uses_of_photos(user):
    """Prefetches for credits and uses. Draft headlines are for those who may see the drafts (asked of the story's own
    queryset, which this floor does not import)."""
    stories = Photo._meta.get_field("articles").related_model.objects
    seen = stories.visible_to(user) if user.has_perm("articles.view_article") else stories.none()
    headlines = seen.only("headline", "published_at", "withdrawn_at")
    return ["bylines", "illustrations", Prefetch("articles", headlines, to_attr="stories_seen")]


def story_address(story):
    return reverse("admin:articles_article_change", args=[story.pk])
