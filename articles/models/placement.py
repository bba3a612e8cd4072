from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import out
from desk.numbers import SMALL


def check_hotspot(points):
    """A polygon [[x, y], …] of three or more points in percent of the page picture, or an empty list."""
    if points == []:
        return
    try:
        inside = all(0 <= x <= 100 and 0 <= y <= 100 for x, y in points)
    except (TypeError, ValueError):
        inside = False
    if not inside or len(points) < 3:
        raise ValidationError(_("A hotspot is a list of three or more points [x, y] in percent of the page."))


def of_stories(stories):
    """A condition for placements. Each story is looked up by itself: `article__in` makes a list of them all first."""
    return models.Exists(stories.order_by().filter(pk=models.OuterRef("article")))


class PlacementQuerySet(models.QuerySet):
    def published(self, at=None):
        """What stands on the pages of published issues and may be read now."""
        now = at or timezone.now()
        return self.filter(out(now, story="article__"), page__issue__published_at__lte=now)


class Placement(models.Model):
    """One article on one page."""

    page = models.ForeignKey(
        "articles.Page",
        verbose_name=_("page"),
        on_delete=models.PROTECT,
        related_name="placements",
        db_index=False,  # once_a_page begins with it
    )
    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="placements"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)
    hotspot = models.JSONField(
        _("hotspot"),
        default=list,
        blank=True,
        validators=[check_hotspot],
        help_text=_("Polygon in percent of the page picture: [[0, 0], [50, 0], [50, 30], [0, 30]]."),
    )
    continued_from = models.OneToOneField(
        "self",
        verbose_name=_("continued from"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="continued_to",
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["order", "id"]
        constraints = [models.UniqueConstraint(fields=["page", "article"], name="articles_placement_once_a_page")]

    def __str__(self):
        return f"{self.page} · {self.article}"

    @property
    def is_out(self):
        """Its page may be seen; whether the story may be read is the story's own matter."""
        return self.page.issue.is_published

    def clean(self):
        """A story runs on from one of its own pages to another."""
        before = self.continued_from
        if before and (before.article_id != self.article_id or before.pk == self.pk):
            raise ValidationError({"continued_from": _("A story is continued from another page of its own.")})
