"""首页: what editors set by hand. What they leave open the front page finds by itself (articles.composing)."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article, out
from articles.models.issue import Page
from desk.numbers import SMALL

MOST_STORIES = 12
MOST_BLOCKS = 20
MOST_SECONDS = 6


def standing(at=None, *, story="article", until="until"):
    """
    What a pin shows now: its story may be read, and its time is not over. Asked of the pin's own story: joined, SQLite
    would begin with all stories that are out.
    """
    now = at or timezone.now()
    is_out = models.Exists(Article.objects.published(now).filter(pk=models.OuterRef(story)))
    return models.Q(is_out) & (models.Q(**{until: None}) | models.Q(**{f"{until}__gt": now}))


class FrontPage(models.Model):
    """One record: the lead that is pinned, and what hangs from it."""

    lead = models.ForeignKey(
        "articles.Article",
        verbose_name=_("lead story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to=out,
        help_text=_("Empty: the first story of page one of the latest issue."),
    )
    lead_until = models.DateTimeField(
        _("leads until"),
        null=True,
        blank=True,
        help_text=_("Empty: until the next morning's paper comes out. From then on the page leads by itself again."),
    )

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front page")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="articles_frontpage_is_one")]

    def __str__(self):
        return str(self._meta.verbose_name)

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("front_page")

    @classmethod
    def current(cls):
        return cls.objects.get_or_create(pk=1)[0]


class PinQuerySet(models.QuerySet):
    def standing(self, at=None):
        return self.filter(standing(at))


class Pin(models.Model):
    """A story that someone set there by hand."""

    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="+",
        limit_choices_to=out,
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)
    until = models.DateTimeField(pgettext_lazy("pin", "until"), null=True, blank=True)

    objects = PinQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self):
        return str(self.article)


class FrontSecond(Pin):
    """One of the stories beside the lead."""

    front = models.ForeignKey(FrontPage, on_delete=models.CASCADE, related_name="seconds")

    class Meta(Pin.Meta):
        verbose_name = _("story beside the lead")
        verbose_name_plural = _("stories beside the lead")
        constraints = [models.UniqueConstraint(fields=["front", "article"], name="articles_frontsecond_once")]


class FrontBlock(models.Model):
    """A part of the front page below the lead: the newest of a list, a page of the latest issue, or a list by hand."""

    class Kind(models.TextChoices):
        COLUMN = "column", _("Column")
        CHANNEL = "channel", _("Channel")
        REGION = "region", _("Region, with all below it")
        TAG = "tag", _("Tag")
        PAGE = "page", _("Page of the latest issue")
        PICKED = "picked", _("Stories picked by hand")

    front = models.ForeignKey(FrontPage, on_delete=models.CASCADE, related_name="blocks")
    title = models.CharField(
        pgettext_lazy("block", "title"), max_length=40, blank=True, help_text=_("Empty: as what it shows is called.")
    )
    kind = models.CharField(pgettext_lazy("block", "shows"), max_length=10, choices=Kind, default=Kind.COLUMN)
    column = models.ForeignKey(
        "articles.Column", verbose_name=_("column"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    channel = models.ForeignKey(
        "articles.Channel", verbose_name=_("channel"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tag = models.ForeignKey(
        "taggit.Tag", verbose_name=_("tag"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    page_label = models.CharField(
        _("page"), max_length=10, blank=True, help_text=_("Its label in every issue, e.g. 02 or A02.")
    )
    number = models.PositiveSmallIntegerField(
        _("number of stories"), default=4, validators=[MinValueValidator(1), MaxValueValidator(MOST_STORIES)]
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, validators=SMALL)
    is_shown = models.BooleanField(_("is shown"), default=True)

    class Meta:
        verbose_name = _("block of the front page")
        verbose_name_plural = _("blocks of the front page")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="column", column__isnull=False)
                | models.Q(kind="channel", channel__isnull=False)
                | models.Q(kind="region", region__isnull=False)
                | models.Q(kind="tag", tag__isnull=False)
                | models.Q(models.Q(kind="page"), ~models.Q(page_label=""))
                | models.Q(kind="picked"),
                name="articles_frontblock_shows_something",
            ),
            models.CheckConstraint(
                condition=models.Q(number__range=(1, MOST_STORIES)), name="articles_frontblock_number"
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """Exactly what its kind asks for; the rest, left from another kind, goes."""
        for name, empty in SOURCES.items():
            if name != SOURCE_OF.get(self.kind):
                setattr(self, name, empty)
        needed = SOURCE_OF.get(self.kind)
        if needed and not self.source:
            raise ValidationError({needed: _("Say which one.")})
        self.must_be_spelled_as_pages_are()

    def must_be_spelled_as_pages_are(self):
        """Another label would find no page, in any issue."""
        try:
            Page._meta.get_field("label").run_validators(self.page_label)
        except ValidationError as wrong:
            raise ValidationError({"page_label": wrong}) from wrong

    @property
    def source(self):
        """The record or the label that it shows; None of a list by hand."""
        return getattr(self, SOURCE_OF[self.kind]) if self.kind in SOURCE_OF else None

    @property
    def key(self):
        """Under which its stories stand in Listing."""
        return self.region.code if self.kind == self.Kind.REGION else str(self.source.pk)

    @property
    def is_list(self):
        return self.kind not in (self.Kind.PAGE, self.Kind.PICKED)

    @property
    def name(self):
        return self.title or self.source_name

    @property
    def source_name(self):
        if self.kind == self.Kind.PICKED:
            return str(self.get_kind_display())
        if self.kind == self.Kind.PAGE:
            return _("Page %(label)s") % {"label": self.page_label}
        return self.source.name if self.source else ""  # of a block that a form refuses

    @property
    def address(self):
        """Of the whole list; a page's depends on the issue."""
        if not self.is_list:
            return ""
        if self.kind == self.Kind.TAG:
            return reverse("tag_page", args=[self.tag.slug])
        return self.source.get_absolute_url()


SOURCES = {"column": None, "channel": None, "region": None, "tag": None, "page_label": ""}
SOURCE_OF: dict[str, str] = {
    FrontBlock.Kind.COLUMN: "column",
    FrontBlock.Kind.CHANNEL: "channel",
    FrontBlock.Kind.REGION: "region",
    FrontBlock.Kind.TAG: "tag",
    FrontBlock.Kind.PAGE: "page_label",
}


class FrontPick(Pin):
    """One story of a list by hand."""

    block = models.ForeignKey(FrontBlock, on_delete=models.CASCADE, related_name="picks")

    class Meta(Pin.Meta):
        verbose_name = _("picked story")
        verbose_name_plural = _("picked stories")
        constraints = [models.UniqueConstraint(fields=["block", "article"], name="articles_frontpick_once")]
