"""What stories are filed under; all three are data that the paper keeps itself."""

from itertools import chain, count

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.addresses import slugged
from desk.numbers import SMALL
from pagecache.loading import SaysItself

WITHOUT_NUMBER = 90  # characters of a name that an address keeps


class Label(SaysItself, models.Model):
    shown_with = "name"

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        pgettext_lazy("slug", "address"),
        max_length=100,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("Empty: as the name."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)

    class Meta:
        abstract = True
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug=""),
                name="%(app_label)s_%(class)s_has_address",
                violation_error_message=_("An address is needed."),
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def clean(self):
        self.slug = self.slug or self._free_slug()

    def _free_slug(self):
        """As the name; numbered where another label has that, and only a number for a name without a letter (★★)."""
        words = slugify(self.name, allow_unicode=True)[:WITHOUT_NUMBER].strip("-_")
        numbered = (f"{words}-{number}".strip("-") for number in count(2 if words else 1))
        others = type(self)._default_manager.exclude(pk=self.pk)
        candidates = chain([words] if words else [], numbered)
        return next(slug for slug in candidates if not others.filter(slug=slug).exists())


class Genre(Label):
    shown_as = "genre"

    class Meta(Label.Meta):
        verbose_name = _("genre")
        verbose_name_plural = _("genres")


class Channel(Label):
    shown_as = "channel"

    class Meta(Label.Meta):
        verbose_name = _("channel")
        verbose_name_plural = _("channels")

    def get_absolute_url(self):
        return slugged("channel_page", self.slug)


class Column(Label):
    shown_as = "column"

    description = models.TextField(_("description"), blank=True)

    class Meta(Label.Meta):
        verbose_name = _("column")
        verbose_name_plural = _("columns")

    def get_absolute_url(self):
        return slugged("column_page", self.slug)
