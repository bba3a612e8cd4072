"""Captions and credits of many photos in one table. Each row is saved by itself: a bad one keeps no other waiting."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from media.admin.caption_rows import CaptionRows
from media.admin.filters import lacking_words
from media.admin.forms import CaptionForm
from media.admin.library_search import LOOKED_AT
from media.admin.unwritten import UNWRITTEN
from media.closing import hold_first
from media.models import Photo

logger = logging.getLogger(__name__)

AT_ONCE = 100  # rows of one table
MOST_OWN = 500


class CaptionTable:
    """Mixed into the photo admin."""

    caption_form = CaptionForm

    def caption_many(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        photos = self.photos_asked_for(request)
        rows = CaptionRows(photos[:AT_ONCE], request.POST or None, self.caption_form)
        if request.method == "POST":
            self.keep_ticked(request, photos)
            self.save_captions(request, rows)
            if not rows.refused:
                return HttpResponseRedirect(self.after_captions(request, photos[AT_ONCE:]))
            rows.look_again([photo for photo in self.photos_asked_for(request) if photo in photos[:AT_ONCE]])
        self.point_out_rows(request, rows)
        shown = {"rows": rows, "left": len(photos[AT_ONCE:]), "media": rows.media}
        return self.page(request, "admin/media/photo/captions.html", _("Captions and credits"), **shown)

    def photos_asked_for(self, request):
        """Those named in the address; without any the colleague's own that still lack words, latest first."""
        if "photos" in request.GET:
            return self.photos_named(request, request.GET["photos"].split(","))
        return list(self.own_lacking(request).order_by("-pk")[:MOST_OWN])

    def own_lacking(self, request):
        own = Photo.objects.filter(uploaded_by=request.user).order_by("-pk").values("pk")[:LOOKED_AT]
        return lacking_words(self.photos_of(request).filter(pk__in=own))

    def save_captions(self, request, rows):
        """`rows.refused` are those that were changed and may not be saved so."""
        saved = 0
        for form in rows.touched():
            try:
                with transaction.atomic():  # begun before the row is looked at: its rules may hold the photo
                    hold_first([form.instance.pk])
                    if form.is_valid():
                        self.save_caption(request, form)
            except OSError:
                logger.exception("The files of photo %s could not be written.", form.instance.pk)
                form.add_error(None, UNWRITTEN)
            if form.is_valid():
                saved += 1
            else:
                rows.refused.append(form)
        if saved or not rows.refused:
            said = ngettext("%d photo's words are saved.", "%d photos' words are saved.", saved)
            messages.success(request, said % saved)

    def save_caption(self, request, form):
        photo = form.save()
        photo.renew_label()
        self.note_changes(request, [(photo, form.changed_data)])

    def after_captions(self, request, rest):
        if "_continue" in request.POST:
            return request.get_full_path()
        if "photos" in request.GET and rest:
            return self.caption_address(rest)
        return reverse("admin:media_photo_changelist")
