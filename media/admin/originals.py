"""Originals for whoever may have them: one as it was uploaded, or several in one archive. Each download is noted."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from desk.models import AuditEntry
from desk.numbers import key_of
from media.originals import Archive, attachment, bytes_of, download_name, former_name

DOWNLOAD = "media.download_original_photo"
MOST_PHOTOS = 100
MOST_BYTES = 2 * 1024**3


class Originals:
    """Mixed into the photo admin."""

    def get_urls(self):
        one = self.admin_site.admin_view(require_GET(self.original))
        return [
            path("<int:pk>/original/", one, name="media_photo_original"),
            path("<int:pk>/original/<int:former>/", one, name="media_photo_former"),
            *super().get_urls(),
        ]

    def may_download(self, request, photo):
        """One's own, or all of them; whoever may see photos at all."""
        own = photo.uploaded_by_id == request.user.pk
        return self.has_view_permission(request, photo) and (own or request.user.has_perm(DOWNLOAD))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_download"] = obj is not None and self.may_download(request, obj)
        if context["may_download"]:
            context["formers"] = obj.former_originals.select_related("by")
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def original(self, request, pk, former=None):
        """former: of a picture that was replaced."""
        photo = self.get_object(request, str(pk)) if key_of(pk) else None
        if photo is None:
            raise Http404
        if not self.may_download(request, photo):
            raise PermissionDenied
        kept = get_object_or_404(photo.former_originals, pk=former) if former else None
        try:
            file = default_storage.open(kept.file.name if kept else photo.original.name)
        except (FileNotFoundError, ValueError):
            missing = _("The original of “%s” is missing in the storage; please tell the technicians.")
            messages.error(request, missing % photo)
            return HttpResponseRedirect(reverse("admin:media_photo_change", args=[photo.pk]))
        name = former_name(kept) if kept else download_name(photo)
        AuditEntry.note(verb="download", record=photo, by=request.user, words=name)
        return guarded(FileResponse(file, content_type="application/octet-stream"), name)

    @admin.action(description=gettext_lazy("Download the originals"), permissions=["view"])
    def download_originals(self, request, queryset):
        refusal, photos = self.bundle(request, queryset)
        if refusal:
            messages.error(request, refusal)
            return None
        AuditEntry.objects.bulk_create(
            AuditEntry(verb="download", kind="photo", key=str(photo.pk), by=request.user, words=download_name(photo))
            for photo in photos
        )
        if len(photos) < queryset.count():
            messages.warning(request, _("Some originals are missing in the storage; the archive has the others."))
        archive = Archive(photos, _("missing.txt"), _("These originals are missing in the storage:"))
        response = StreamingHttpResponse(archive, content_type="application/zip")
        return guarded(response, _("photos %s") % timezone.localtime().strftime("%Y-%m-%d %H%M") + ".zip")

    def bundle(self, request, queryset):
        """(why not, the photos whose originals are there)"""
        photos = list(queryset[: MOST_PHOTOS + 1])
        if len(photos) > MOST_PHOTOS:
            return _("At most %d originals at once: please choose fewer.") % MOST_PHOTOS, []
        barred = sum(not self.may_download(request, photo) for photo in photos)
        if barred:
            said = ngettext(
                "%d of these photos was uploaded by somebody else: you may download your own originals only.",
                "%d of these photos were uploaded by others: you may download your own originals only.",
                barred,
            )
            return said % barred, []
        sizes = {photo: bytes_of(photo) for photo in photos}
        there = [photo for photo in photos if sizes[photo] is not None]
        if not there:
            return _("The originals of these photos are missing in the storage; please tell the technicians."), []
        total = sum(sizes[photo] for photo in there)
        if total > MOST_BYTES:
            told = {"total": filesizeformat(total), "most": filesizeformat(MOST_BYTES)}
            return _("Together they have %(total)s, and %(most)s go into one archive: please choose fewer.") % told, []
        return "", there


def guarded(response, name):
    response.headers["Content-Disposition"] = attachment(name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
