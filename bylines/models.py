from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.addresses import numbered
from desk.numbers import SMALL


class Role(models.TextChoices):
    REPORTER = "reporter", _("reporter")
    TRAINEE_REPORTER = "trainee_reporter", _("trainee reporter")
    CORRESPONDENT = "correspondent", _("correspondent")
    SPECIAL_CORRESPONDENT = "special_correspondent", _("special correspondent")
    PHOTOGRAPHER = "photographer", _("photographer")
    INTERN = "intern", _("intern")
    AUTHOR = "author", _("author")
    EDITOR = "editor", _("editor")
    AGENCY = "agency", _("agency")


class ContributorQuerySet(models.QuerySet):
    def named(self, name):
        return self.filter(name=name)


class Contributor(models.Model):
    """Whoever a credit names: staff, correspondents, a whole desk. Namesakes are two rows that differ by their unit."""

    name = models.CharField(pgettext_lazy("person", "name"), max_length=80, db_index=True)
    unit = models.CharField(
        _("unit"),
        max_length=100,
        blank=True,
        help_text=_("Where the person works; tells apart two people of one name."),
    )
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    usual_role = models.CharField(_("usual role"), max_length=30, choices=Role, default=Role.REPORTER)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("login"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributor",
    )
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        ordering = ["name", "id"]

    def __str__(self):
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    def get_absolute_url(self):
        return numbered("contributor_page", self.pk)


class Byline(models.Model):
    """One name in the credit line of a story or a picture, spelled as on the day it was printed."""

    contributor = models.ForeignKey(
        Contributor, verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    standing = models.CharField(
        _("standing"),
        max_length=30,
        choices=Role,
        blank=True,
        help_text=_("As who a photographer is named: 通讯员 in 通讯员马敏 摄."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)
    name = models.CharField(_("name as printed"), max_length=80, blank=True, help_text=_("Empty: as in the register."))
    unit = models.CharField(_("unit as printed"), max_length=100, blank=True)
    # The one tie to floors above: a credit belongs to a story or a picture, and both hang from it by name only.
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="bylines",
    )
    photo = models.ForeignKey(
        "media.Photo", verbose_name=_("photo"), null=True, blank=True, on_delete=models.CASCADE, related_name="bylines"
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["order", "id"]
        indexes = [
            # The newest pictures of somebody, however many there are.
            models.Index(
                fields=["contributor", "-photo"],
                condition=models.Q(photo__isnull=False),
                name="bylines_byline_photos_of",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article=None, photo__isnull=False) | models.Q(article__isnull=False, photo=None),
                name="bylines_byline_article_or_photo",
            ),
            models.UniqueConstraint(
                fields=["article", "contributor", "role"],
                condition=models.Q(article__isnull=False),
                name="bylines_byline_once_an_article",
                violation_error_message=_("This contributor is credited here in this role already."),
            ),
            models.UniqueConstraint(
                fields=["photo", "contributor", "role"],
                condition=models.Q(photo__isnull=False),
                name="bylines_byline_once_a_photo",
                violation_error_message=_("This contributor is credited here in this role already."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.name}"

    def save(self, *args, **kwargs):
        """Copies the register's name, so that a renaming there leaves this line as it was."""
        self.name = self.name or self.contributor.name
        super().save(*args, **kwargs)
