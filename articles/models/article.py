from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.managers import TaggableManager

from articles.history.keeping import keep, keep_as_found
from articles.models.reach import SEES_ALL, InReach, Reached, in_hand_of
from wording.length import length
from wording.markup import plain_text


class Stage(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("in review")
    READY = "ready", _("ready")


def out(at=None, *, story=""):
    """The rule of publication, said here only. From another table `story` leads to the article: "article__"."""
    return models.Q(**{f"{story}published_at__lte": at or timezone.now(), f"{story}withdrawn_at": None})


class ArticleQuerySet(Reached):
    def published(self, at=None):
        return self.filter(out(at))

    def scheduled(self, at=None):
        return self.filter(published_at__gt=at or timezone.now(), withdrawn_at=None)

    def withdrawn(self):
        return self.filter(withdrawn_at__isnull=False)  # in these words an index has it

    def unpublished(self, stage):
        """Stories of that stage that have no time yet."""
        return self.filter(stage=stage, published_at=None)

    def once_published(self, at=None):
        """Published, and those withdrawn since: their addresses still answer."""
        return self.filter(published_at__lte=at or timezone.now())

    def visible_to(self, user):
        """What that colleague may see: everything, or the own desks' stories, the own ones and printed ones."""
        if user.has_perm(SEES_ALL):
            return self
        return self.filter(in_hand_of(user) | out())


class Article(InReach):
    """A story, from the first draft to the reader."""

    kicker = models.CharField(
        _("kicker"), max_length=200, blank=True, help_text=_("引题: the line above the headline.")
    )
    headline = models.CharField(_("headline"), max_length=200)
    subheadline = models.CharField(
        _("subheadline"), max_length=300, blank=True, help_text=_("副题: below the headline.")
    )
    dateline = models.CharField(
        _("dateline"), max_length=100, blank=True, help_text=_("As printed, e.g. 本报讯 or 新华社北京1月3日电.")
    )
    body = models.TextField(_("body"), blank=True)
    summary = models.TextField(_("summary"), blank=True, help_text=_("For lists. Empty: the story's beginning."))
    editors_note = models.TextField(_("editor's note"), blank=True)

    genre = models.ForeignKey(
        "articles.Genre", verbose_name=_("genre"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.ForeignKey(
        "articles.Channel",
        verbose_name=_("channel"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    column = models.ForeignKey(
        "articles.Column",
        verbose_name=_("column"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    regions = models.ManyToManyField(
        "regions.Region", verbose_name=_("regions"), through="articles.ArticleRegion", related_name="articles"
    )
    tags = TaggableManager(_("tags"), blank=True, help_text=_("Separated by commas."))
    photos = models.ManyToManyField("media.Photo", through="articles.Illustration", related_name="articles")
    pages = models.ManyToManyField("articles.Page", through="articles.Placement", related_name="articles")

    source = models.CharField(_("source"), max_length=100, blank=True, help_text=_("Of a reprint."))
    original_author = models.CharField(_("original author"), max_length=100, blank=True)
    original_title = models.CharField(_("original title"), max_length=200, blank=True)
    original_url = models.URLField(_("original address"), max_length=500, blank=True)

    desk = models.ForeignKey(
        "desk.Desk", verbose_name=_("desk"), null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, default=Stage.DRAFT, editable=False)
    published_at = models.DateTimeField(
        pgettext_lazy("time", "published"), null=True, blank=True, db_index=True, editable=False
    )
    withdrawn_at = models.DateTimeField(pgettext_lazy("time", "withdrawn"), null=True, blank=True, editable=False)
    corrected_at = models.DateTimeField(_("corrected"), null=True, blank=True, editable=False)
    # Raised by keep_version() only. A form that was opened with an older one is out of date.
    version = models.PositiveIntegerField(default=1, editable=False)
    length = models.PositiveIntegerField(_("length"), default=0, editable=False)
    last_illustration = models.PositiveSmallIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-id"]
        permissions = [
            ("edit_others_article", _("Can edit the stories of others")),
            ("see_all_desks_article", _("Can see the drafts of every desk")),
            ("all_desks_article", _("Can work on the stories of all desks")),
            ("review_article", _("Can review a story")),
            ("sign_article", _("Can sign a story off")),
            ("publish_article", _("Can publish a story")),
            ("withdraw_article", _("Can withdraw a story")),
            ("export_article", _("Can export stories")),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="articles_article_latest"),
            models.Index(fields=["stage", "-id"], name="articles_article_stage"),
            models.Index(
                fields=["withdrawn_at"],
                name="articles_article_withdrawn",
                condition=models.Q(withdrawn_at__isnull=False),
            ),
            # The desk's list, its filters and orders: see docs/DESK.md.
            models.Index(fields=["headline", "id"], name="articles_article_by_headline"),
            models.Index(fields=["updated_at", "id"], name="articles_article_by_change"),
            models.Index(fields=["desk", "-id"], name="articles_article_of_desk"),
            models.Index(fields=["column", "-id"], name="articles_article_of_column"),
            models.Index(
                fields=["stage", "-id"], condition=models.Q(published_at=None), name="articles_article_not_out"
            ),
            models.Index(fields=["-id"], condition=models.Q(withdrawn_at__isnull=False), name="articles_article_gone"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(published_at__isnull=False),
                name="articles_article_withdrawn_was_published",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at=None) | models.Q(stage=Stage.READY),
                name="articles_article_published_is_ready",
            ),
            models.CheckConstraint(condition=models.Q(stage__in=Stage.values), name="articles_article_stage_known"),
        ]

    def __str__(self):
        return self.headline

    def save(self, *args, **kwargs):
        self.length = length(plain_text(self.body))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("article_page", args=[self.pk])

    @property
    def is_published(self):
        return self.has_been_published and self.withdrawn_at is None

    @property
    def has_been_published(self):
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def is_withdrawn(self):
        return self.withdrawn_at is not None

    @property
    def is_scheduled(self):
        return self.published_at is not None and not self.has_been_published and not self.is_withdrawn

    def shows_drafts_to(self, user):
        """Whether that colleague may see what readers may not; of a printed story everybody sees the rest."""
        if user.has_perm(SEES_ALL):
            return True
        return type(self).objects.filter(in_hand_of(user), pk=self.pk).exists()

    def keep_version(self, *, by=None, why, words=""):
        """
        After every change to the story or what hangs from it, within the same transaction. why: a word of
        articles.history.acts. The version rises where the story reads differently, and nowhere else.
        """
        return keep(self, by=by, why=why, words=words)

    keep_version.alters_data = True

    def keep_as_found(self):
        """Before a change to a story that has no history yet."""
        keep_as_found(self)

    keep_as_found.alters_data = True

    def may_be_edited_by(self, user):
        """
        The author until the story is handed in; afterwards, and for the stories of others, an editor of its desk or of
        all. What has been signed and is not out yet is changed only by someone who may sign: otherwise it is first
        sent back.
        """
        if self.stage == Stage.READY and not self.has_been_published and not user.has_perm("articles.sign_article"):
            return False
        if self.allows(user, "edit_others_article"):
            return True
        return user.has_perm("articles.change_article") and self.created_by_id == user.pk and self.stage == Stage.DRAFT
