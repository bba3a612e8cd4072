"""
A story shown in another one as a card: a line of the body with nothing but its address. Only what readers may see now
is shown, of the story as of its picture; of all else the line says nothing.
"""

import re
from dataclasses import dataclass

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from articles.models import Article
from articles.shown.words import CARD
from media.models import Photo
from pagecache.showing import shows

LINE = re.compile(r"^[ \t\u3000]*https?://([^/\s?#]+)(/articles/[0-9]{1,18}/)(?:[?#]\S*)?[ \t\r]*$", re.MULTILINE)
MOST = 20  # of one story
OF_STORY = ("pk", "headline", "published_at")
OF_PHOTO = ("key", "renditions", "embargo_until", "expires_at", "ai_label", "digital_source_type")


@dataclass(frozen=True)
class Card:
    story: Article
    photo: Photo | None = None


def without_own_host(body):
    """Addresses of our stories as they are copied from a browser, each alone in its line: they outlive our name."""
    return LINE.sub(lambda found: found[2] if is_ours(found[1]) else found[0], body)


def is_ours(host):
    domain, _port = split_domain_port(host)
    return validate_host(domain, [name for name in settings.ALLOWED_HOSTS if name != "*"])


def cards(numbers):
    """{number: card} of the first ones, as far as they are out: one query, and none where the text shows no story."""
    if not numbers:
        return {}
    shows(CARD, *numbers[:MOST])
    rows = (
        Article.objects.published()
        .filter(pk__in=numbers[:MOST])
        .order_by("pk", "illustrations__order", "illustrations__pk")
    )
    found = {}
    for row in rows.values_list(*OF_STORY, *(f"illustrations__photo__{name}" for name in OF_PHOTO)):
        story = Article(**dict(zip(OF_STORY, row, strict=False)))
        photo = picture(row[len(OF_STORY) :])
        if story.pk not in found or (photo and not found[story.pk].photo):
            found[story.pk] = Card(story, photo)
    return found


def picture(row):
    """Nothing of a photo that is closed or not developed, as of none."""
    photo = Photo(**dict(zip(OF_PHOTO, row, strict=True))) if row[0] else None
    return photo if photo and photo.renditions and not photo.why_closed() else None
