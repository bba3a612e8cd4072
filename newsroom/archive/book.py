"""The lists of all stories, and the book of how many stories each list and each bundle has: one entry for each."""

from collections import Counter

from articles.bundles import bundle_of
from articles.models import Listing, ListingCount
from articles.models.listing import BUNDLE


class Book:
    def __init__(self, office):
        self.office, self.counts, self.bundles, self.changed = office, Counter(), Counter(), {}

    def enter(self, article, filed, at, *, changed):
        """filed: {(kind, key)}, none of a story that was withdrawn. changed: when readers last found something else."""
        rows, first = self.office.rows[Listing], self.office.next[Listing]
        rows += [(pk, kind, key, at, article) for pk, (kind, key) in enumerate(sorted(filed), first)]
        self.office.next[Listing] = first + len(filed)
        self.counts.update(filed)
        bundle = bundle_of(article)
        self.bundles[bundle] += bool(filed)
        self.changed[bundle] = max(changed, self.changed.get(bundle, ""))

    def close(self):
        for (kind, key), stories in sorted(self.counts.items()):
            self.office.add(ListingCount, kind, key, stories, None)
        for bundle, stories in self.bundles.items():
            self.office.add(ListingCount, BUNDLE, bundle, stories, self.changed[bundle])
