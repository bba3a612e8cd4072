"""Pages of the photo admin for many pictures: uploading them, then their captions and credits in one table."""

from django.template.response import TemplateResponse
from django.urls import path, reverse

from desk.numbers import key_of
from media.admin.alike import AlikePhotos
from media.admin.captions import CaptionTable
from media.admin.uploads import Uploads
from media.models import Photo

MOST = 500  # photos of one address


class ManyPhotos(Uploads, CaptionTable, AlikePhotos):
    """Mixed into the photo admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("upload/", wrap(self.upload_many), name="media_photo_upload"),
            path("upload/file/", wrap(self.upload_one), name="media_photo_upload_one"),
            path("upload/<int:pk>/delete/", wrap(self.let_go), name="media_photo_let_go"),
            path("captions/", wrap(self.caption_many), name="media_photo_captions"),
            *super().get_urls(),
        ]

    def photos_of(self, request):
        """Those that this colleague may change."""
        photos = Photo.objects.prefetch_related("bylines__contributor")
        allowed = request.user.has_perm("media.change_others_photo")
        return photos if allowed else photos.filter(uploaded_by=request.user)

    def photos_named(self, request, keys):
        """Of those the ones named, in the order in which they are named."""
        order = {key: place for place, key in enumerate(map(key_of, keys[:MOST])) if key is not None}
        return sorted(self.photos_of(request).filter(pk__in=order), key=lambda photo: order[photo.pk])

    def caption_address(self, photos):
        keys = ",".join(str(photo.pk) for photo in photos[:MOST])
        return f"{reverse('admin:media_photo_captions')}?photos={keys}"

    def note_changes(self, request, changed):
        """(photo, names of its fields) of all that a page for many has changed."""
        for photo, fields in changed:
            self.log_change(request, photo, [{"changed": {"fields": fields}}])

    def page(self, request, template, title, **context):
        common = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return TemplateResponse(request, template, {**common, **context})
