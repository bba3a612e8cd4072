from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Engagement(models.TextChoices):
    """How somebody stands with the paper on a day. It follows from the terms and the calendar; nobody enters it."""

    SERVING = "serving", pgettext_lazy("engagement", "serving")
    COMING = "coming", pgettext_lazy("engagement", "begins later")
    ENDED = "ended", pgettext_lazy("engagement", "term over")
    NONE = "none", pgettext_lazy("engagement", "no term")


class TermQuerySet(models.QuerySet):
    def serving(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=on), since__lte=on)

    def coming(self, on=None):
        return self.filter(since__gt=on or timezone.localdate())


class Term(models.Model):
    """聘期: for how long the paper has engaged somebody, as what, and with which card."""

    contributor = models.ForeignKey(
        "bylines.Contributor", verbose_name=_("contributor"), on_delete=models.CASCADE, related_name="terms"
    )
    since = models.DateField(_("engaged since"))
    until = models.DateField(_("engaged until"), null=True, blank=True, help_text=_("Empty: without an end."))
    position = models.CharField(pgettext_lazy("person", "position"), max_length=60, blank=True)
    number = models.CharField(_("card number"), max_length=40, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["-since", "-id"]
        indexes = [models.Index(fields=["number"], condition=~Q(number=""), name="bylines_term_number")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="bylines_term_ends_after_beginning",
                violation_error_message=_("The term ends before it begins."),
            ),
            models.UniqueConstraint(
                fields=["contributor", "since"],
                name="bylines_term_begins_once",
                violation_error_message=_("A term of this person begins on that day already."),
            ),
        ]

    def __str__(self):
        return f"{self.since:%Y-%m-%d}～{self.until or ''}"

    def is_on(self, day):
        return self.since <= day and (self.until is None or self.until >= day)


def engagement_of(terms, on):
    """Of the terms of one person, on that day."""
    if any(term.is_on(on) for term in terms):
        return Engagement.SERVING
    if any(term.since > on for term in terms):
        return Engagement.COMING
    return Engagement.ENDED if terms else Engagement.NONE


def engaged_as(people, engagement, on):
    """The same of many, asked of the database."""
    own = Term.objects.filter(contributor=OuterRef("pk"))
    serving, coming, any_term = Exists(own.serving(on)), Exists(own.coming(on)), Exists(own)
    return people.filter(
        *{
            Engagement.SERVING: [serving],
            Engagement.COMING: [~serving, coming],
            Engagement.ENDED: [~serving, ~coming, any_term],
            Engagement.NONE: [~any_term],
        }[engagement]
    )
