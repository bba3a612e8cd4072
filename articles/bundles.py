"""
Stories bound by their numbers, 8,192 in a bundle, as the sitemaps have them. What is in one and when it last changed is
entered in the book of numbers (ListingCount) by the acts themselves, so that no sitemap reads the stories for it.
"""

from django.db.models import Max, Q, Sum
from django.utils import timezone

from articles.models.listing import BUNDLE, ListingCount
from articles.shown.words import SITEMAP_BITS

BITS = SITEMAP_BITS  # 50,000 addresses are allowed in a sitemap, and smaller ones are fetched again sooner


def bundle_of(number):
    return str(number >> BITS)


def entries_of(number, *, was, now):
    """
    What is entered when the story's hour changes. None: no reader finds it, now or later. Who leaves before the hour
    had come leaves at that hour, so that until then nothing is counted.
    """
    if was == now:
        return []
    rows = [] if was is None else [entry(number, -1, max(was, timezone.now()))]
    return rows if now is None else [*rows, entry(number, 1, now)]


def entry(number, stories, at):
    return ListingCount(kind=BUNDLE, key=bundle_of(number), stories=stories, at=at)


def note_correction(correction):
    """Readers of its story read something else from that hour on."""
    entry(correction.article_id, 0, correction.published_at).save()


note_correction.alters_data = True  # type: ignore[attr-defined]


def bundles():
    """
    [(number of the bundle, when a story of it last came out, was corrected or withdrawn)], of those with stories. None
    where nobody entered when that was: an archive that was loaded whole.
    """
    past = ListingCount.objects.filter(Q(at=None) | Q(at__lte=timezone.now()), kind=BUNDLE).order_by().values("key")
    told = past.annotate(out=Sum("stories"), changed=Max("at")).filter(out__gt=0)
    return sorted((int(row["key"]), row["changed"]) for row in told)
