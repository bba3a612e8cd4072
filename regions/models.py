from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.addresses import numbered
from pagecache.loading import SaysItself
from pagecache.showing import shows


class RegionQuerySet(models.QuerySet):
    def with_ancestors(self):
        """Town, county, city and province in one query: four levels, three steps up."""
        return self.select_related("parent__parent__parent")

    def current(self):
        return self.filter(ended_on=None)

    def children_of(self, region):
        return self.filter(parent=region)

    def named(self, name):
        """Regions of this name, full or short; names are not unique, so expect several."""
        return self.filter(pk__in=begun_or_called(models.Q(name=name), name))

    def found_by(self, words):
        """What an editor types to find a region: 店口, 泰顺 大安 (above, then below) or the beginning of a code.

        The exact name comes first, then what exists today, then the larger region.
        """
        *above, term = words.split()
        found = self.filter(
            models.Q(name__contains=term) | models.Q(code__startswith=term) | models.Q(pk__in=regions_called(term))
        )
        for name in above:
            found = found.filter(models.Q(parent__name__contains=name) | models.Q(parent__parent__name__contains=name))
        return found.annotate(
            exactness=models.Case(
                models.When(models.Q(name=term) | models.Q(code=term) | models.Q(pk__in=regions_called(term)), then=0),
                default=1,
            ),
            size=models.Case(*(models.When(level=level, then=size) for size, level in enumerate(Region.Level.values))),
        ).order_by("exactness", models.F("ended_on").desc(nulls_first=True), "size", "code")


def regions_called(name):
    return RegionAlias.objects.filter(name=name).values("region")


def begun_or_called(name_is, name):
    """Keys, each by its index: either the one or the other PostgreSQL looks for in all 45,000 regions."""
    own = Region.objects.filter(name_is).order_by().values("pk")
    return own.union(regions_called(name).order_by())


class Region(SaysItself, models.Model):
    shown_as, shown_with = "region", "name"

    class Level(models.TextChoices):
        PROVINCE = "province", _("province")
        CITY = "city", _("city")
        COUNTY = "county", _("county")
        TOWN = "town", _("town")

    code = models.CharField(
        pgettext_lazy("region", "code"),
        max_length=9,
        unique=True,
        validators=[RegexValidator(r"^[0-9]{6}([0-9]{3})?\Z", _("Six digits, or nine for a town."))],
        help_text=_("GB/T 2260 code: six digits, or nine for a town."),
    )
    name = models.CharField(_("name"), max_length=60, db_index=True)
    level = models.CharField(_("level"), max_length=8, choices=Level.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    ended_on = models.DateField(
        _("ended on"),
        null=True,
        blank=True,
        help_text=_("Empty while the region exists. From the list of regions: the day by which it was gone."),
    )
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        verbose_name=_("successors"),
        help_text=_("The regions that its land went to."),
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__in=["province", "city", "county", "town"]), name="region_level_known"
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None, level="province")
                | models.Q(parent__isnull=False) & ~models.Q(level="province"),
                name="region_province_stands_alone",
                violation_error_message=_("A province is part of nothing; every other region is part of one above it."),
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")),
                name="region_not_within_itself",
                violation_error_message=_("A region is not part of itself."),
            ),
        ]

    def __str__(self):
        above = "".join(region.name for region in self.ancestors())
        return f"{self.name}（{above}）" if above else self.name

    def get_absolute_url(self):
        return numbered("region_page", self.code)

    def clean(self):
        """Levels fall from above to below, so that nobody can walk in a circle."""
        if self.parent and not self.parent.is_above(self):
            raise ValidationError({"parent": _("A region is part of one of a higher level.")})
        if self.pk and not all(self.is_above(child) for child in self.children.all()):
            raise ValidationError({"level": _("A region stands above all that is part of it.")})

    def is_above(self, other):
        order = self.Level.values
        return self.level in order and other.level in order and order.index(self.level) < order.index(other.level)

    @property
    def full_name(self):
        """浙江省绍兴市诸暨市店口镇"""
        return "".join(region.name for region in self.self_and_ancestors())

    @property
    def spaced_name(self):
        """浙江省 绍兴市 诸暨市 店口镇, as somebody may type it."""
        return " ".join(region.name for region in self.self_and_ancestors())

    def stands_below(self, names):
        """绍兴 before 诸暨: each of the names is that of a region above, or how it begins."""
        return all(any(higher.name.startswith(name) for higher in self.ancestors()) for name in names)

    @property
    def has_ended(self):
        return self.ended_on is not None

    def ancestors(self):
        """From the province down to the parent: no query where the region came from with_ancestors()."""
        shows("regions_above", self.pk)
        return [*self.parent.ancestors(), self.parent] if self.parent else []

    def self_and_ancestors(self):
        """From the province down to the region itself, in the order of a breadcrumb."""
        return [*self.ancestors(), self]


class RegionAlias(models.Model):
    class Origin(models.TextChoices):
        DERIVED = "derived", _("derived from the name")
        EDITOR = "editor", _("added by an editor")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="aliases", verbose_name=_("region"))
    name = models.CharField(
        _("short name"), max_length=60, db_index=True, help_text=_("As the paper says it: 诸暨 for 诸暨市.")
    )
    origin = models.CharField(_("origin"), max_length=8, choices=Origin.choices, default=Origin.EDITOR)

    class Meta:
        verbose_name = _("short name")
        verbose_name_plural = _("short names")
        ordering = ["region", "name"]
        constraints = [models.UniqueConstraint(fields=["region", "name"], name="region_alias_once")]

    def __str__(self):
        return self.name
