from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    REGION = "region", _("region")
    CONTRIBUTOR = "contributor", _("contributor")
    COLUMN = "column", _("column")
    TAG = "tag", _("tag")
    CHANNEL = "channel", _("channel")


class ListingQuerySet(models.QuerySet):
    def of(self, kind, key):
        return self.filter(kind=kind, key=str(key))

    def published(self, at=None):
        return self.filter(published_at__lte=at or timezone.now())


class Listing(models.Model):
    """
    One published story in one list. The key is a region's code (its ancestors have rows of their own), or the id of a
    contributor, column, tag or channel. Lists read only this table's index, so that every list costs the same however
    many stories there are.
    """

    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=100)
    published_at = models.DateTimeField()
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="listings")

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["-published_at", "-article_id"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "article"], name="articles_listing_once")]
        indexes = [models.Index(fields=["kind", "key", "-published_at", "-article"], name="articles_listing_newest")]

    def __str__(self):
        return f"{self.kind} {self.key}: {self.article_id}"
