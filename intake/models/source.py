from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wording.encoding import checked
from wording.folding import fold


class SourceQuerySet(models.QuerySet):
    def with_text(self, text):
        return self.filter(digest=digest_of(text))

    def visible_to(self, user):
        """A text may hold the stories of any desk: those who see all of them see it, and who handed it in."""
        return self if user.has_perm("articles.see_all_desks_article") else self.filter(received_by=user)

    def of_file(self, digest):
        return self.filter(file_digest=digest)


class Source(models.Model):
    """A text as it came in. The same text is received once, whatever its file is called."""

    name = models.CharField(_("name"), max_length=200)
    text = models.TextField(_("text"))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    # Of the bytes of the file that it came in: one PDF or zip may hold many texts.
    file_digest = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    # Where the text comes from, once in all archives: archive, path in it, part of the file (2003/0302/A02.pdf#3).
    reference = models.CharField(_("reference"), max_length=500, blank=True, db_index=True, editable=False)
    # Of all of that file: a long reference is cut, and a part of it could not be told from another file.
    file_reference = models.TextField(blank=True, default="", editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("received by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source text")
        verbose_name_plural = _("source texts")
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reference"], condition=~models.Q(reference=""), name="intake_reference_once"
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.digest = digest_of(checked(self.text))
        super().save(*args, **kwargs)

    def is_visible_to(self, user):
        return Source.objects.visible_to(user).filter(pk=self.pk).exists()


class SourceStory(models.Model):
    """Which piece of a source became which article; where that draft was deleted, it may be made again."""

    source = models.ForeignKey(Source, verbose_name=_("source text"), on_delete=models.CASCADE, related_name="stories")
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="source_stories",
    )
    number = models.PositiveIntegerField(_("number"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    digest = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("story of a source text")
        verbose_name_plural = _("stories of a source text")
        ordering = ["source", "number"]
        constraints = [
            models.UniqueConstraint(fields=["source", "digest"], name="intake_story_once"),
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="intake_story_span"),
        ]

    def __str__(self):
        return f"{self.source} {self.number}"


def digest_of(text):
    """The same for the same words: white space and the width of signs, which any program changes, do not matter."""
    return sha256("".join(fold(text).split()).encode(errors="surrogatepass")).hexdigest()
