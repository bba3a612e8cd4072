"""What a story needs before it can print a photo, and which photos lack it."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from bylines.models import Byline

UNCREDITED = ~Exists(Byline.objects.filter(photo=OuterRef("pk")))
UNCAPTIONED = Q(caption="")
LACKS = {
    "words": (_("caption or credit"), UNCAPTIONED | UNCREDITED),
    "caption": (_("caption"), UNCAPTIONED),
    "credit": (_("credit"), UNCREDITED),
}


def lacking_words(photos):
    return photos.filter(LACKS["words"][1])
