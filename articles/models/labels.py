"""What stories are filed under; all three are data that the paper keeps itself."""

from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Label(models.Model):
    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        pgettext_lazy("slug", "address"),
        max_length=100,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("Empty: as the name."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.slug = self.slug or slugify(self.name, allow_unicode=True)
        super().save(*args, **kwargs)


class Genre(Label):
    class Meta(Label.Meta):
        verbose_name = _("genre")
        verbose_name_plural = _("genres")


class Channel(Label):
    class Meta(Label.Meta):
        verbose_name = _("channel")
        verbose_name_plural = _("channels")

    def get_absolute_url(self):
        return reverse("channel_page", args=[self.slug])


class Column(Label):
    description = models.TextField(_("description"), blank=True)

    class Meta(Label.Meta):
        verbose_name = _("column")
        verbose_name_plural = _("columns")

    def get_absolute_url(self):
        return reverse("column_page", args=[self.slug])
