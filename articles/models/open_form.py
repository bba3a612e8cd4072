import json
import zlib
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

ALIVE = timedelta(seconds=20)


class OpenFormQuerySet(models.QuerySet):
    def alive(self, at=None):
        """Whose browser has been heard of lately."""
        return self.filter(closed_at=None, seen_at__gt=(at or timezone.now()) - ALIVE)

    def with_words(self):
        """What was typed there and never saved."""
        return self.filter(closed_at=None).exclude(words=None)


class OpenForm(models.Model):
    """
    A story's form in one colleague's browser: that it is open, and all that was typed there and is not saved. The page
    that opens it makes the key, so that two windows of one person are two forms. It never touches the story.
    """

    key = models.CharField(max_length=32, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    # None: a story that was never saved.
    article = models.ForeignKey(
        "articles.Article", null=True, blank=True, on_delete=models.CASCADE, related_name="open_forms"
    )
    # What was sent last: a request that was overtaken on its way changes nothing.
    turn = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField()
    # The posted form as [[name, value], …], compressed; on which version it was typed stands in it, with all digests.
    words = models.BinaryField(null=True)
    typed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = OpenFormQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["article", "seen_at"], name="articles_openform_alive"),
            models.Index(fields=["user", "article"], name="articles_openform_own"),
        ]

    def __str__(self):
        return f"{self.user_id}: {self.article_id}"

    @property
    def is_alive(self):
        return self.closed_at is None and self.seen_at > timezone.now() - ALIVE

    @property
    def fields(self):
        """[[name, value], …] as the browser posted them."""
        return json.loads(zlib.decompress(self.words)) if self.words else []

    @fields.setter
    def fields(self, pairs):
        self.words = zlib.compress(json.dumps(pairs, ensure_ascii=False).encode()) if pairs else None
