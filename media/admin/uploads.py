"""Uploading many pictures: one POST with all of them, or the script's, which sends them one by one."""

import logging
from time import time

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from media.admin.alike import MOST_OF_LINE, began
from media.admin.forms import ManyPhotosForm, WordsForAll
from media.admin.unwritten import UNWRITTEN
from media.imaging.refusal import PictureRefused
from media.models import Photo
from media.reasons import UNSTORED, reason
from media.uploading import give_to_silent, take_in_many, take_in_one

logger = logging.getLogger(__name__)


class Uploads:
    """Mixed into the photo admin."""

    def upload_many(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        own = getattr(request.user, "contributor", None)
        form = ManyPhotosForm(request.POST or None, request.FILES or None, initial={"contributor": own})
        keys = request.POST.getlist("photo")
        sent = self.photos_named(request, keys)
        form.fields["files"].required = not keys
        if request.method == "POST" and form.is_valid():
            try:
                photos, refusals = self.take_in_all(request, sent, **form.cleaned_data)
            except OSError:  # what came in before stays; sent again it is not there twice
                logger.exception("The files of an upload could not be written.")
                photos, refusals = [], [UNWRITTEN]
            if photos or not refusals:
                return self.uploaded(request, photos, refusals)
            form.add_error("files", refusals)
        shown = {"form": form, "sent": sent, "lacking": self.own_lacking(request).count(), "media": form.media}
        shown["began"] = request.POST.get("began") or str(int(time()))
        return self.page(request, "admin/media/photo/upload.html", _("Upload photos"), **shown)

    def take_in_all(self, request, sent, files, **words):
        self.note_changes(request, give_to_silent(sent, **words))
        taken, refusals = take_in_many(files=[file for file in files if file], by=request.user, **words)
        for photo, is_new in taken:
            self.note_upload(request, photo, is_new)
        return list(dict.fromkeys([*sent, *(photo for photo, _is_new in taken)])), refusals

    def uploaded(self, request, photos, refusals):
        count = len(photos)
        kept = ngettext("%(count)d photo is uploaded.", "%(count)d photos are uploaded.", count) % {"count": count}
        messages.success(request, kept)
        self.point_out_uploaded(request, photos)
        for sentence in refusals:
            messages.error(request, sentence)
        return HttpResponseRedirect(self.caption_address(photos))

    def upload_one(self, request):
        """One of many files, as the script sends them. Sent again, since its answer was lost, it is the same photo."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        file, words = request.FILES.get("file"), WordsForAll(request.POST)
        if not file:
            return JsonResponse({"refusal": _("The upload broke off. Try again.")}, status=400)
        words.is_valid()  # what is wrong with the words is said when the form comes, and keeps no picture waiting
        try:
            photo, is_new = take_in_one(file=file, by=request.user, **words.cleaned_data)
        except PictureRefused as refused:
            return JsonResponse({"refusal": reason(refused, file.name)})
        except OSError:
            logger.exception("The files of an upload could not be written.")
            return JsonResponse({"refusal": UNSTORED}, status=503)
        self.note_upload(request, photo, is_new)
        address = reverse("admin:media_photo_change", args=[photo.pk])
        shown = {"said": said_of(photo, is_new), "thumbnail": photo.thumbnail_url, "address": address}
        if is_new and self.has_delete_permission(request, photo):
            shown["delete"] = reverse("admin:media_photo_let_go", args=[photo.pk])
        return JsonResponse({"photo": photo.pk, **shown, **self.said_of_alike(request, photo)})

    def let_go(self, request, pk):
        """One that was uploaded by mistake: by the photo's own delete, which says why where it refuses."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        self.delete_view(request, str(pk))
        said = " ".join(str(message) for message in messages.get_messages(request))
        return JsonResponse({"is_gone": not Photo.objects.filter(pk=pk).exists(), "said": said})

    def said_of_alike(self, request, photo):
        """For the script: what to show under the line, and the other photos of this upload that look like it."""
        found = self.alike(request, [photo], began(request)).get(photo.pk)
        if not found:
            return {}
        context = {"alike": self.pointed(photo, found, most=MOST_OF_LINE), "is_line": True}
        shown = {"alike": render_to_string("admin/media/photo/_alike.html", context)} if found.elsewhere else {}
        return {**shown, "series": [other.pk for other in found.series]}

    def note_upload(self, request, photo, is_new):
        if is_new:
            self.log_addition(request, photo, [{"added": {}}])


def said_of(photo, is_new):
    """What the photo has by now, in a line: what is missing stands in the table that comes next."""
    said = [] if is_new else [_("you have uploaded it before")]
    said += [f"{photo.width} × {photo.height}", photo.printed_credit or _("no credit yet")]
    said.append(photo.caption[:60] or _("no caption yet"))
    if doubts := len(photo.doubts):
        said.append(ngettext("%d thing to check", "%d things to check", doubts) % doubts)
    return " · ".join(said)
