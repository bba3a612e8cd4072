"""A photo on the wall: what the desk sees of it at a glance."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from media.models import Photo
from media.models.rights import Rights


@dataclass(frozen=True)
class Mark:
    """A word about a photo; its kind is the end of a class name."""

    kind: str
    words: str


@dataclass(frozen=True)
class Card:
    photo: Photo
    marks: list
    uses: str = ""  # HTML: the stories it stands in
    hindrance: str = ""  # why it cannot be picked


def marks_of(photo):
    """No query where bylines are prefetched."""
    closed = photo.why_closed()
    doubts = len(photo.doubts)
    found = [
        (closed == "expired", "expired", _("expired")),
        (closed == "embargo", "embargo", embargo_in_words(photo)),
        (photo.rights != Rights.OWN, "rights", photo.get_rights_display()),
        (photo.is_ai_made, "ai", _("Made by AI")),
        (doubts, "doubts", ngettext("%d thing to check", "%d things to check", doubts) % doubts),
    ]
    return [Mark(kind, words) for holds, kind, words in found if holds]


def embargo_in_words(photo):
    if not photo.embargo_until:
        return ""
    return _("embargo until %s") % date_format(timezone.localtime(photo.embargo_until), "Y-m-d H:i")
