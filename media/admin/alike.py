"""The same picture twice, and pictures that look alike, as the desk's pages point them out."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import ngettext

from desk.numbers import key_of
from media.alike import Alike, alike, keep_both
from media.models import Photo

MOST_SHOWN = 3
MOST_OF_LINE = 1
MOST_TICKED = 500


@dataclass(frozen=True)
class Pointed:
    """Of one photo. more: how many others are not shown; series: the first of those of the same upload."""

    photo: Photo
    others: list[tuple[Alike, str]]  # with the stories that each stands in, as HTML
    more: int
    series: list[Photo]
    series_size: int
    may_keep: bool

    @property
    def series_more(self):
        return self.series_size - len(self.series)


def began(request):
    """When the page of this upload was opened, as it says itself; else now, and nothing is of one series."""
    try:
        return datetime.fromtimestamp(int(request.POST.get("began", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return timezone.now()


class AlikePhotos:
    """Mixed into the photo admin. The photos of others are for those who may see photos."""

    def alike(self, request, photos, since=None):
        if not photos or not self.has_view_permission(request):
            return {}
        return alike(list(photos), self.for_the_wall(request, Photo.objects.all()), since)

    def pointed(self, photo, found, *, may_keep=False, most=MOST_SHOWN):
        shown = [(one, self.card_of(one.photo).uses) for one in found.elsewhere[:most]]
        return Pointed(
            photo=photo,
            others=shown,
            more=len(found.elsewhere) - len(shown),
            series=found.series[:MOST_SHOWN],
            series_size=len(found.series),
            may_keep=may_keep,
        )

    def point_out_rows(self, request, rows):
        """In a table a series is told of once, in the first of its rows."""
        photos = [form.instance for form in rows.forms]
        found, told = self.alike(request, photos), set()
        for form in rows.forms:
            one = found.get(form.instance.pk)
            if one:
                one.series = [photo for photo in one.series if photo.pk not in told]
                told |= {form.instance.pk, *(photo.pk for photo in one.series)}
                form.alike = self.pointed(form.instance, one, may_keep=True)

    def point_out_uploaded(self, request, photos):
        """Without the script nobody has read a line on each."""
        found = self.alike(request, photos, began(request))
        count = sum(bool(one.elsewhere) for one in found.values())
        if count:
            said = ngettext(
                "%(count)d photo is the same picture as an earlier one, or looks like it: please check.",
                "%(count)d photos are the same pictures as earlier ones, or look like them: please check.",
                count,
            )
            messages.warning(request, said % {"count": count})

    def keep_ticked(self, request, photos):
        """`keep_both` is posted as 12-34: the photo that was looked at, and the other one."""
        ticked = [pair.split("-") for pair in request.POST.getlist("keep_both")[:MOST_TICKED]]
        pairs = [list(map(key_of, pair)) for pair in ticked if len(pair) == 2]
        looked_at = {photo.pk: photo for photo in photos}
        pairs = [pair for pair in pairs if None not in pair and pair[0] in looked_at]
        if not pairs or not self.has_view_permission(request):
            return
        others = Photo.objects.only("pk").in_bulk([other for _one, other in pairs])
        for one, other in pairs:
            if other in others:
                keep_both(photo=looked_at[one], others=[others[other]], by=request.user)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            found, may_keep = self.alike(request, [obj]).get(obj.pk), self.has_change_permission(request, obj)
            context["alike"] = found and self.pointed(obj, found, may_keep=may_keep)
        return super().render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        self.keep_ticked(request, [form.instance])

    def response_add(self, request, obj, post_url_continue=None):
        self.point_out_uploaded(request, [obj])
        return super().response_add(request, obj, post_url_continue)
