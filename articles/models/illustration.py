from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from desk.numbers import SMALL
from media.models.rights import not_expired, open_to_readers

# What pages print of a photo, and ninjs. The others are the desk's: thirty columns take longer to ask for than to read.
ON_PAGES = (
    *("key", "renditions", "width", "height", "focus_x", "focus_y", "caption", "alt", "copyright", "source"),
    *("digital_source_type", "ai_label", "embargo_until", "expires_at"),
)


class IllustrationQuerySet(models.QuerySet):
    def open_to_readers(self, at=None):
        """Those whose photo is under no embargo and has not expired."""
        return self.filter(open_to_readers(at, photo="photo__"))

    def licensed(self, at=None):
        """Those whose photo has not expired."""
        return self.filter(not_expired(at, photo="photo__"))

    def with_files(self):
        """Each with its photo as pages show it."""
        of_photo = (f"photo__{name}" for name in ON_PAGES)
        return self.select_related("photo").only("article", "number", "order", "caption", "alt", *of_photo)

    def standing(self):
        """In stories that are out or have their time."""
        return self.filter(article__published_at__isnull=False, article__withdrawn_at=None)


class Illustration(models.Model):
    """One photo in one article. Its number is given once per story and never used again: [图2] means number 2."""

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="illustrations",
        db_index=False,  # both constraints begin with it
    )
    photo = models.ForeignKey(
        "media.Photo", verbose_name=_("photo"), on_delete=models.PROTECT, related_name="illustrations"
    )
    number = models.PositiveSmallIntegerField(_("number"), editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)
    caption = models.TextField(_("caption here"), blank=True, help_text=_("Empty: the photo's own caption."))
    alt = models.CharField(
        _("alt text"), max_length=300, blank=True, help_text=_("Says what is seen, for readers who cannot see it.")
    )

    objects = IllustrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("illustration")
        verbose_name_plural = _("illustrations")
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="articles_illustration_number"),
            models.UniqueConstraint(fields=["article", "photo"], name="articles_illustration_once"),
        ]

    def __str__(self):
        return f"[图{self.number}] {self.photo}"

    def save(self, *args, **kwargs):
        if self._state.adding and not self.alt:
            self.alt = self.alt_to_start_with
        if self.number is None:
            self.number = self._next_number()
        super().save(*args, **kwargs)

    def _next_number(self):
        """Counted up in the database, so that two editors at once never get the same number."""
        article = type(self.article).objects.filter(pk=self.article_id)
        article.update(last_illustration=F("last_illustration") + 1)
        return article.values_list("last_illustration", flat=True).get()

    @property
    def printed_caption(self):
        return self.caption or self.photo.caption

    @property
    def printed_alt(self):
        return self.alt or self.alt_to_start_with

    @property
    def alt_to_start_with(self):
        """What is seen may differ from story to story, so each use has its own words; these are where it begins."""
        return (self.photo.alt or self.printed_caption)[: self._meta.get_field("alt").max_length]
