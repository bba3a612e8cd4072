"""
Photos as the desk keeps them once there are stories: the list says where each is used, a used one is not deleted, what
is in print is an editor's to change, and a changed credit moves the stories in the lists. The photo's own floor knows
nothing of stories, so its admin is widened here.
"""

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.library import IllustratedLibraryForm, StartsStories, card_in_stories
from articles.admin.photo_rules import IllustratingBylineInline, IllustratingCaptionForm, IllustratingPhotoForm
from articles.admin.photo_uses import uses_as_table, uses_in_full
from articles.admin.reopened import telling_reopened
from articles.admin.rights_noted import note_rights
from articles.filing import relist
from articles.history.picturing import keep_stories_with
from articles.models import Article
from articles.page_files import warning_of
from articles.photos_in_reach import changeable, may_change
from desk.models import AuditEntry
from media.admin import PhotoAdmin
from media.models import Photo

admin.site.unregister(Photo)


@admin.register(Photo)
class IllustratingPhotoAdmin(StartsStories, PhotoAdmin):
    form = IllustratingPhotoForm
    caption_form = IllustratingCaptionForm
    inlines = [IllustratingBylineInline]
    readonly_fields = [*PhotoAdmin.readonly_fields, "uses"]
    library_form = IllustratedLibraryForm
    actions = [*PhotoAdmin.actions, "start_story"]

    @admin.display(description=_("used in"))
    def uses(self, photo):
        return uses_as_table(photo, photo.looked_at_by)

    def used_in(self, photo):
        """In short. Stories that this colleague may see by name; the others are counted only."""
        stories = photo.stories_seen
        hidden = len(photo.illustrations.all()) - len(stories)
        names = format_html_join("、", '<a href="{}">{}</a>', [(form_of(story), story.headline) for story in stories])
        if not hidden:
            return names or format_html('<span class="photo-unused">{}</span>', _("not used yet"))
        others = ngettext("%(count)d story of others", "%(count)d stories of others", hidden) % {"count": hidden}
        return format_html("{} {}", names, others)

    def for_the_wall(self, request, photos):
        return super().for_the_wall(request, photos).prefetch_related(*uses_of_photos(request.user))

    def card_of(self, photo):
        return card_in_stories(super().card_of(photo), self.used_in(photo))

    def get_object(self, request, object_id, from_field=None):
        photo = super().get_object(request, object_id, from_field)
        if photo:
            photo.looked_at_by = request.user
            prefetch_related_objects([photo], *uses_in_full(request.user))
        return photo

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        return [*fields, "uses"] if obj else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj and "expires_at" in form.base_fields and (warning := warning_of(obj)):
            field = form.base_fields["expires_at"]
            # The admin prints help as markup, and in this one stand names of pages.
            field.help_text = f"{field.help_text}{escape(warning)}"
        return form

    def has_change_permission(self, request, obj=None):
        """What readers see already is no longer the photographer's alone, nor is it another desk's."""
        return super().has_change_permission(request, obj) and (obj is None or may_change(obj, request.user))

    def photos_of(self, request):
        return changeable(super().photos_of(request), request.user)

    def log_change(self, request, obj, message):
        entry = super().log_change(request, obj, message)
        if message and in_print(obj):
            AuditEntry.note(verb="change", record=obj, by=request.user, words=entry.get_change_message())
        return entry

    @transaction.atomic  # it holds the photo before Django's own view begins a transaction
    def delete_view(self, request, object_id, extra_context=None):
        photo = self.get_object(request, object_id)
        # Whoever may delete no photo at all is told nothing of any.
        if photo and self.has_delete_permission(request) and photo.illustrations.all():
            messages.error(request, _("A story uses this photo. Take it out of the story first, then delete it."))
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[photo.pk]))
        return super().delete_view(request, object_id, extra_context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        relist_stories_with([form.instance])
        with telling_reopened(request):
            keep_stories_with([form.instance], by=request.user)
        if change and in_print(form.instance):
            note_rights(form, by=request.user)

    def save_caption(self, request, form):
        super().save_caption(request, form)
        if "rights" in form.changed_data and in_print(form.instance):
            note_rights(form, by=request.user)

    def note_changes(self, request, changed):
        super().note_changes(request, changed)
        photos = [photo for photo, _fields in changed]
        relist_stories_with(photos)
        with telling_reopened(request):
            keep_stories_with(photos, by=request.user)


def uses_of_photos(user):
    """Prefetches for `used_in`. Draft headlines are for those who may see the drafts."""
    seen = Article.objects.visible_to(user) if user.has_perm("articles.view_article") else Article.objects.none()
    headlines = seen.only("headline", "published_at", "withdrawn_at")
    return ["illustrations", Prefetch("articles", headlines, to_attr="stories_seen")]


def in_print(photo):
    return Article.objects.published().filter(photos=photo).exists()


def relist_stories_with(photos):
    for article in Article.objects.exclude(published_at=None).filter(photos__in=photos).distinct():
        relist(article)


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])
