"""Pages of the photo admin for many pictures: uploading them, then their captions and credits in one table."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from media.admin.forms import CaptionFormSet, ManyPhotosForm
from media.models import Photo
from media.uploading import take_in_many

AT_ONCE = 100  # rows of one table


class ManyPhotos:
    """Mixed into the photo admin."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("upload/", wrap(self.upload_many), name="media_photo_upload"),
            path("captions/", wrap(self.caption_many), name="media_photo_captions"),
            *super().get_urls(),
        ]

    def upload_many(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        own = getattr(request.user, "contributor", None)
        form = ManyPhotosForm(request.POST or None, request.FILES or None, initial={"contributor": own})
        if request.method == "POST" and form.is_valid():
            photos, refusals = take_in_many(by=request.user, **form.cleaned_data)
            if photos:
                return self.uploaded(request, photos, refusals)
            form.add_error("files", refusals)
        return self.page(request, "admin/media/photo/upload.html", _("Upload photos"), form=form, media=form.media)

    def uploaded(self, request, photos, refusals):
        for photo in photos:
            self.log_addition(request, photo, [{"added": {}}])
        count = len(photos)
        kept = ngettext("%(count)d photo is uploaded.", "%(count)d photos are uploaded.", count) % {"count": count}
        messages.success(request, kept)
        for sentence in refusals:
            messages.error(request, sentence)
        return HttpResponseRedirect(self.caption_address(photos))

    def caption_address(self, photos):
        keys = ",".join(str(photo.pk) for photo in photos[:AT_ONCE])
        return f"{reverse('admin:media_photo_captions')}?photos={keys}"

    def caption_many(self, request):
        photos = self.photos_asked_for(request)
        formset = CaptionFormSet(request.POST or None, queryset=photos, prefix="photos")
        if request.method == "POST" and formset.is_valid():
            self.save_captions(request, formset)
            return HttpResponseRedirect(reverse("admin:media_photo_changelist"))
        title = _("Captions and credits")
        return self.page(request, "admin/media/photo/captions.html", title, formset=formset, media=formset.media)

    def photos_asked_for(self, request):
        """Those of the photos named in the address that this colleague may change."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        keys = [key for key in request.GET.get("photos", "").split(",") if key.isdecimal() and len(key) < 19][:AT_ONCE]
        photos = Photo.objects.filter(pk__in=keys).order_by("pk").prefetch_related("bylines")
        allowed = request.user.has_perm("media.change_others_photo")
        return photos if allowed else photos.filter(uploaded_by=request.user)

    def save_captions(self, request, formset):
        with transaction.atomic():
            formset.save()
            for photo, fields in formset.changed_objects:
                photo.renew_label()
                self.log_change(request, photo, [{"changed": {"fields": fields}}])
        messages.success(request, _("Captions and credits are saved."))

    def page(self, request, template, title, **context):
        common = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        return TemplateResponse(request, template, {**common, **context})
