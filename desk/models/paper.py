from datetime import time
from functools import partial

from django.core.files.storage import default_storage
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.composed_once import Question
from desk.numbers import SMALL

colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six hexadecimal digits, e.g. #b3141b."))


# Parts of a story that may be allowed to change without another reading. Headline, text, bylines and photos never are.
HARMLESS = [
    ("genre", _("genre")),
    ("channel", _("channel")),
    ("column", _("column")),
    ("tags", _("tags")),
    ("desk", _("desk")),
    ("summary", _("summary")),
    ("regions", _("regions")),
    ("placements", _("placement")),
    ("alt", _("alt texts")),
    ("reprint", _("source of a reprint")),
]


def harmless_by_default():
    """Filing alone: what readers read is read again."""
    return [name for name, _label in HARMLESS if name != "reprint"]


COLOURS = ("accent_colour", "dark_accent_colour")


class FeedText(models.TextChoices):
    SUMMARY = "summary", _("how a story begins")
    WHOLE = "whole", _("the whole text")


class Paper(models.Model):
    """The paper's own record: there is one, and it is made by the first migration."""

    name = models.CharField(pgettext_lazy("paper", "name"), max_length=50, default="我们的报纸")
    motto = models.CharField(_("motto"), max_length=100, blank=True)
    masthead = models.ImageField(
        _("masthead"),
        upload_to="paper/",
        blank=True,
        help_text=_("Calligraphy of the name as PNG or WebP with a transparent ground. Empty: the name in type."),
    )
    masthead_width = models.PositiveIntegerField(null=True, editable=False)
    masthead_height = models.PositiveIntegerField(null=True, editable=False)
    accent_colour = models.CharField(_("accent colour"), max_length=7, default="#b3141b", validators=[colour])
    dark_accent_colour = models.CharField(
        _("accent colour in the dark"), max_length=7, default="#ff7b72", validators=[colour]
    )

    cn_number = models.CharField(_("CN number"), max_length=30, blank=True, help_text=_("CN 33-0000"))
    postal_code = models.CharField(_("postal distribution code"), max_length=20, blank=True)
    supervisor = models.CharField(_("supervising body"), max_length=100, blank=True)
    sponsor = models.CharField(_("sponsor"), max_length=100, blank=True)
    publisher = models.CharField(_("publisher"), max_length=100, blank=True)
    editor_in_chief = models.CharField(_("editor-in-chief"), max_length=50, blank=True)
    printer = models.CharField(_("printer"), max_length=100, blank=True)
    price = models.CharField(_("price"), max_length=50, blank=True)

    address = models.CharField(_("address"), max_length=200, blank=True)
    duty_desk = models.CharField(
        _("duty desk"), max_length=100, blank=True, help_text=_("Telephone of the night desk.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    report_line = models.CharField(
        _("report line"), max_length=100, blank=True, help_text=_("Where readers report bad or false content.")
    )
    report_email = models.EmailField(_("e-mail for reports"), blank=True)

    news_licence = models.CharField(_("internet news service licence"), max_length=100, blank=True)
    icp_number = models.CharField(_("ICP filing"), max_length=100, blank=True)
    police_number = models.CharField(_("public security filing"), max_length=100, blank=True)
    corrections_policy = models.TextField(
        _("corrections policy"),
        blank=True,
        help_text=_("How the paper puts mistakes right, and whom to tell. It stands above the corrections."),
    )

    number_of_reviews = models.PositiveSmallIntegerField(
        _("number of reviews"), default=3, validators=SMALL, help_text=_("Three by rule; a small paper may run fewer.")
    )
    harmless_fields = models.JSONField(
        _("changes that need no new review"),
        default=harmless_by_default,
        blank=True,
        help_text=_("Any other change of a story that has been reviewed sends it through its reviews again."),
    )
    publication_hour = models.TimeField(
        _("hour of publication"), default=time(6), help_text=_("When a signed issue goes out on its day.")
    )
    headline_length = models.PositiveSmallIntegerField(
        _("headline length"),
        default=30,
        validators=SMALL,
        help_text=_("A longer headline is pointed out to the editor."),
    )
    strict_checks = models.BooleanField(
        _("errors hold a story back"),
        default=False,
        help_text=_("What the checks call an error is then put right or waived before the story goes out."),
    )
    spaced_names = models.BooleanField(
        _("space inside two-character names"), default=False, help_text=_("Prints 李　凡 instead of 李凡.")
    )
    feed_text = models.CharField(
        _("feeds carry"),
        max_length=10,
        choices=FeedText,
        default=FeedText.SUMMARY,
        help_text=_("Whoever takes a feed with the whole text keeps it, also when the story is withdrawn."),
    )
    ranking_since = models.DateField(
        _("ranking of correspondents since"),
        null=True,
        blank=True,
        help_text=_("From this day on readers see how much was printed of whom, under /rankings/. Empty: nobody does."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("paper")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="desk_paper_is_one"),
            models.CheckConstraint(
                condition=models.Q(number_of_reviews__range=(1, 3)),
                name="desk_paper_reviews",
                violation_error_message=_("There are one to three reviews."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """A masthead that is replaced or taken away leaves no file behind."""
        self.pk = 1
        self.version += 1
        before = Paper.objects.filter(pk=1).values_list("masthead", flat=True).first()
        if before != self.masthead.name:
            self.measure_masthead()
        super().save(*args, **kwargs)
        if before and before != self.masthead.name:
            transaction.on_commit(partial(default_storage.delete, before), robust=True)

    @property
    def colours(self):
        return self.accent_colour, self.dark_accent_colour

    @property
    def has_own_colours(self):
        return self.colours != tuple(self._meta.get_field(name).default for name in COLOURS)

    def measure_masthead(self):
        """So that a page leaves room for it before it has come."""
        file = self.masthead
        self.masthead_width, self.masthead_height = (file.width, file.height) if file else (None, None)

    @classmethod
    def current(cls):
        """The record, made with its defaults where a test or a fresh database has none."""
        return RECORD.first() or cls.objects.get_or_create(pk=1)[0]


RECORD = Question(lambda: Paper.objects.filter(pk=1))
