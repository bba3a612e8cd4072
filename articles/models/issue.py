from types import SimpleNamespace

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from desk.addresses import address
from desk.numbers import SMALL, WHOLE
from media.darkroom import public_path
from media.keeping import delete_on_commit
from media.models import new_key
from pagecache.loading import SaysItself

EDITIONS = {"extra": _("extra edition"), "supplement": _("supplement")}


class IssueQuerySet(models.QuerySet):
    def published(self, at=None):
        return self.filter(published_at__lte=at or timezone.now())

    def not_out(self, at=None):
        return self.exclude(published_at__lte=at or timezone.now())

    def waiting(self, at=None):
        """Signed, and not out: what becomes of one of their stories may take their hour from them."""
        return self.not_out(at).exclude(signed_for=None)

    def before(self, issue):
        """Newest first; on one date the main paper (empty edition) stands before its extras."""
        earlier = models.Q(date__lt=issue.date) | models.Q(edition__lt=issue.edition)
        return self.filter(earlier, date__lte=issue.date).order_by("-date", "-edition")

    def after(self, issue):
        later = models.Q(date__gt=issue.date) | models.Q(edition__gt=issue.edition)
        return self.filter(later, date__gte=issue.date).order_by("date", "edition")

    def tell_neighbours(self):
        """The issues, each saying the dates and editions of those before and after it."""
        own = SimpleNamespace(date=models.OuterRef("date"), edition=models.OuterRef("edition"))
        beside = {"before": Issue.objects.before(own), "after": Issue.objects.after(own)}
        told = {
            f"{name}_{part}": rows.values(part)[:1] for name, rows in beside.items() for part in ("date", "edition")
        }
        return self.annotate(**{name: models.Subquery(rows) for name, rows in told.items()})


class Issue(SaysItself, models.Model):
    """One day's paper. It may exist without a running number."""

    shown_as, shown_with = "issue", "number"

    class State(models.TextChoices):
        DRAFT = "draft", _("in the making")
        SCHEDULED = "scheduled", _("goes out")
        PUBLISHED = "published", pgettext_lazy("issue", "published")

    date = models.DateField(_("date"))
    edition = models.SlugField(
        _("edition"),
        max_length=30,
        blank=True,
        help_text=_("Empty for the main paper; extra for 号外, supplement for 增刊. Part of the address."),
    )
    number = models.PositiveIntegerField(_("running number"), null=True, blank=True, validators=WHOLE)
    last_number = models.PositiveIntegerField(
        _("last running number"), null=True, blank=True, validators=WHOLE, help_text=_("Of a combined issue.")
    )
    published_at = models.DateTimeField(
        pgettext_lazy("time", "published"),
        null=True,
        blank=True,
        help_text=_("A future time is an embargo."),
    )

    # 签发: kept while something on its pages is missing and the issue has no hour; it comes back by that.
    signed_for = models.DateTimeField(_("signed for"), null=True, blank=True, editable=False, db_index=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = ["-date", "edition"]
        permissions = [("publish_issue", _("Can publish an issue"))]
        # The main paper stands before its extras, on the newest day: no other index has that order.
        indexes = [models.Index(fields=["-date", "edition"], name="articles_issue_newest")]
        constraints = [
            models.UniqueConstraint(fields=["date", "edition"], name="articles_issue_date_edition"),
            models.UniqueConstraint(
                fields=["number"],
                condition=models.Q(number__isnull=False),
                name="articles_issue_number",
                violation_error_message=_("Another issue has this running number."),
            ),
            models.CheckConstraint(
                # Said of both numbers: a comparison with nothing is neither true nor false, and a check lets it pass.
                condition=models.Q(last_number=None)
                | models.Q(number__isnull=False, last_number__gte=models.F("number")),
                name="articles_issue_last_number",
                violation_error_message=_("A combined issue has a running number, and its last one is not below it."),
            ),
        ]

    def __str__(self):
        return " ".join(filter(None, [self.date.isoformat(), self.edition_name]))

    def get_absolute_url(self):
        return address("issue_page", *self.address)

    @property
    def address(self):
        """The parts of its address: the date, and the edition where it is not the main paper."""
        return [self.date, self.edition] if self.edition else [self.date]

    @property
    def edition_name(self):
        return str(EDITIONS.get(self.edition, self.edition))

    @property
    def is_published(self):
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def state(self):
        if self.published_at is None:
            return self.State.DRAFT
        return self.State.PUBLISHED if self.is_published else self.State.SCHEDULED


class PageQuerySet(models.QuerySet):
    def published(self, at=None):
        return self.filter(issue__published_at__lte=at or timezone.now())


class Page(SaysItself, models.Model):
    shown_as, shown_with = "page", "name"

    issue = models.ForeignKey(Issue, verbose_name=_("issue"), on_delete=models.PROTECT, related_name="pages")
    label = models.CharField(
        _("page label"),
        max_length=10,
        validators=[RegexValidator(r"^[A-Za-z]?[0-9]{2,3}$", _("Write a page label as 02 or A02."))],
    )
    name = models.CharField(
        _("page name"), max_length=50, blank=True, help_text=_("What the page is about, e.g. 工会 or 副刊.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0, validators=SMALL)
    duty_editor = models.CharField(_("duty editor"), max_length=50, blank=True)
    # Public files live under a random key: withdrawing a story changes it, and old addresses die with it.
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    picture = models.JSONField(_("page picture"), default=list, editable=False)
    pdf = models.CharField(_("PDF"), max_length=200, blank=True, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["issue", "position", "label"]
        constraints = [models.UniqueConstraint(fields=["issue", "label"], name="articles_page_label")]

    def __str__(self):
        return f"{self.issue} {self.title}"

    def get_absolute_url(self):
        return address("page_page", *self.issue.address, self.label)

    @property
    def picture_address(self):
        return address("page_picture", *self.issue.address, self.label)

    @property
    def title(self):
        """第02版:工会, as the page's head prints it."""
        return f"第{self.label}版" + (f"：{self.name}" if self.name else "")

    @property
    def file_names(self):
        """What lies under the page's key: its picture in several widths and its PDF."""
        return [size["name"] for size in self.picture] + ([self.pdf] if self.pdf else [])


@receiver(post_delete, sender=Page)
def delete_its_files(instance, **kwargs):
    delete_on_commit([public_path(instance.key, name) for name in instance.file_names])
