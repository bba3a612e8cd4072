from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BUNDLE = "bundle"  # no list of readers: the stories of one stretch of numbers, as a sitemap has them (articles.bundles)


class Kind(models.TextChoices):
    REGION = "region", _("region")
    CONTRIBUTOR = "contributor", _("contributor")
    COLUMN = "column", _("column")
    TAG = "tag", _("tag")
    CHANNEL = "channel", _("channel")
    DAY = "day", _("day")


class ListingQuerySet(models.QuerySet):
    def of(self, kind, key):
        return self.filter(kind=kind, key=str(key))

    def published(self, at=None):
        return self.filter(published_at__lte=at or timezone.now())


class Listing(models.Model):
    """
    One published story in one list. The key is a region's code (its ancestors have rows of their own), the id of a
    contributor, column, tag or channel, or the day on which it came out, as 2023-03-02. Lists read only this table's
    index, so that every list costs the same however many stories there are.
    """

    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=100)
    published_at = models.DateTimeField()
    # No index of its own: the constraint's begins with it.
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="listings", db_index=False)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["-published_at", "-article_id"]
        constraints = [models.UniqueConstraint(fields=["article", "kind", "key"], name="articles_listing_once")]
        indexes = [models.Index(fields=["kind", "key", "-published_at", "-article"], name="articles_listing_newest")]

    def __str__(self):
        return f"{self.kind} {self.key}: {self.article_id}"


class ListingCount(models.Model):
    """
    An entry in the book of how many stories a list has: so many came (or went, below zero). What a list has is the sum
    of its entries. Nobody changes an entry, and so no two who publish at once wait for each other at their province.
    The stories that wait for their hour are in it: articles.counting takes them away when it tells the number.
    An entry of a bundle says besides when that was, or will be.
    """

    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=100)
    stories = models.IntegerField()
    at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("number of stories in a list")
        verbose_name_plural = _("numbers of stories in the lists")
        indexes = [
            models.Index(fields=["kind", "key", "stories"], name="articles_listing_count_of"),
            models.Index(fields=["kind", "-stories", "id"], name="articles_listing_count_first"),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}: {self.stories:+d}"
