"""
三审: a story is handed in, read by different people one after the other, and signed off by the last of them.

What was said is never changed: a review is written once, and a round that has ended stays in the record. That nobody
reviews twice in a round, or what they handed in themselves, the database refuses; the co-authors, who stand in rows of
their own, articles.reviewing checks while it holds the story.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from desk.models.written_once import WrittenOnce

FIRST, SECOND, FINAL = _("first review"), _("second review"), _("final review")
STEPS = {1: (FINAL,), 2: (FIRST, FINAL), 3: (FIRST, SECOND, FINAL)}


def step_name(step, steps):
    """初审, 复审 or 终审: the last one is always the final one."""
    return STEPS[steps][step - 1]


class SubmissionQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ended_at=None)

    def waiting_for(self, user):
        """What that colleague may review next: the step is theirs, and the story and its earlier reviews are not."""
        steps = Q(pk__in=[])
        if user.has_perm("articles.review_article"):
            steps |= Q(step__lt=F("steps"))
        if user.has_perm("articles.sign_article"):
            steps |= Q(step=F("steps"))
        own = Submission.authors.through.objects.filter(submission=OuterRef("pk"), user=user)
        reviewed = Review.objects.filter(submission=OuterRef("pk"), reviewer=user)
        reached = Article.objects.in_reach_of(user).filter(pk=OuterRef("article"))
        return self.open().filter(steps, ~Exists(own), ~Exists(reviewed), Exists(reached)).exclude(submitted_by=user)

    def tell_step(self, stories):
        """The stories, each saying which of how many reviews it waits for, and since when."""
        own = self.open().filter(article=OuterRef("pk")).order_by()
        told = {"review_step": "step", "review_steps": "steps", "review_since": "waiting_since"}
        return stories.annotate(**{name: Subquery(own.values(field)[:1]) for name, field in told.items()})

    def longest_waiting(self):
        return self.order_by("waiting_since", "pk")


class Submission(models.Model):
    """送审: one round of a story through its reviews."""

    class Outcome(models.TextChoices):
        PASSED = "passed", _("passed")
        SENT_BACK = "sent back", _("sent back")
        REOPENED = "reopened", _("changed afterwards")
        RECALLED = "recalled", _("recalled")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="submissions"
    )
    number = models.PositiveSmallIntegerField(_("round"))
    version = models.PositiveIntegerField(_("version"))
    # As the paper ruled when the story was handed in: a rule that changes later changes no round that has begun.
    steps = models.PositiveSmallIntegerField(_("number of reviews"))
    step = models.PositiveSmallIntegerField(_("waits for"), default=1)
    waiting_since = models.DateTimeField(_("waiting since"), default=timezone.now)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("handed in by"), on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(_("handed in"), default=timezone.now)
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, verbose_name=_("authors"), related_name="+")
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ended by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    words = models.CharField(_("why"), max_length=300, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        default_permissions = ("view",)
        ordering = ["article_id", "number"]
        indexes = [
            models.Index(fields=["waiting_since", "id"], condition=Q(ended_at=None), name="articles_submission_queue"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="articles_submission_number"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(ended_at=None), name="articles_submission_one_open"
            ),
            models.CheckConstraint(
                condition=Q(steps__range=(1, 3), step__gte=1, step__lte=F("steps")), name="articles_submission_steps"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, outcome="")
                | Q(ended_at__isnull=False, outcome__in=["passed", "sent back", "reopened", "recalled"]),
                name="articles_submission_ended",
            ),
        ]

    def __str__(self):
        return f"{self.article} · {self.number}"

    @property
    def is_open(self):
        return self.ended_at is None

    @property
    def is_at_last_step(self):
        return self.step == self.steps

    @property
    def step_label(self):
        return step_name(self.step, self.steps)

    @property
    def step_names(self):
        return STEPS[self.steps]

    @property
    def walk(self):
        """[(name of the step, its review or None, whether it is the next)], of reviews that are prefetched."""
        said = {one.step: one for one in self.reviews.all()}
        steps = enumerate(self.step_names, 1)
        return [(name, said.get(step), self.is_open and step == self.step) for step, name in steps]

    @property
    def permission(self):
        """What its next step takes."""
        return "sign_article" if self.is_at_last_step else "review_article"


class Review(WrittenOnce):
    """审稿: what one person said of a story in one round. A trigger keeps its row from being changed."""

    class Verdict(models.TextChoices):
        PASS = "pass", _("pass")
        SEND_BACK = "send back", _("send back")

    submission = models.ForeignKey(
        Submission, verbose_name=_("submission"), on_delete=models.PROTECT, related_name="reviews"
    )
    step = models.PositiveSmallIntegerField(_("step"))
    # The text that was read: before the first review an editor may have changed what was handed in.
    version = models.PositiveIntegerField(_("version"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("reviewer"), on_delete=models.PROTECT, related_name="+"
    )
    # Copied from the submission, so that the row itself can say that the two are different people.
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("handed in by"), on_delete=models.PROTECT, related_name="+"
    )
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict)
    opinion = models.TextField(_("opinion"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        default_permissions = ("view",)
        ordering = ["submission_id", "step"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "step"], name="articles_review_one_a_step"),
            models.UniqueConstraint(fields=["submission", "reviewer"], name="articles_review_one_a_person"),
            models.CheckConstraint(condition=~Q(reviewer=F("submitted_by")), name="articles_review_not_the_author"),
            models.CheckConstraint(condition=Q(step__range=(1, 3)), name="articles_review_step"),
            models.CheckConstraint(
                condition=Q(verdict__in=["pass", "send back"]) & ~Q(opinion=""), name="articles_review_verdict"
            ),
        ]

    def __str__(self):
        return f"{self.submission} · {self.step_label}"

    @property
    def step_label(self):
        return step_name(self.step, self.submission.steps)

    @property
    def is_pass(self):
        return self.verdict == self.Verdict.PASS
