from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article
from articles.models.article import AIUse
from bylines.sealing import phone_digests, unsealed_or_nothing
from desk.models import AuditEntry

LONGEST_WORDS = 500


class State(models.TextChoices):
    """How a submission stands, as whoever handed it in is told. Before its hour a story is being edited, and no more
    is said of it."""

    RECEIVED = "received", pgettext_lazy("submission", "received")
    EDITED = "edited", pgettext_lazy("submission", "being edited")
    PRINTED = "printed", pgettext_lazy("submission", "printed")
    DECLINED = "declined", pgettext_lazy("submission", "will not be printed")
    WITHDRAWN = "withdrawn", pgettext_lazy("submission", "withdrawn after print")


class ContributionQuerySet(models.QuerySet):
    def of(self, contributor):
        """Whose phone the register knows; or the draft of which an editor has credited to them, under that name."""
        credited = Q(
            letter__article__bylines__contributor=contributor, name=F("letter__article__bylines__contributor__name")
        )
        return self.filter(Q(contributor=contributor) | credited).distinct()

    def with_email(self, address):
        return self.filter(email_digest__in=phone_digests(address.lower())) if address else self.none()

    def with_phone(self, number):
        return self.filter(phone_digest__in=phone_digests(number)) if number else self.none()


class Contribution(models.Model):
    """
    What a correspondent has handed in by the form of the readers' site (投稿). Words and files are its letter's; here
    is what was said besides. phone and email are ciphertext (bylines.sealing), their digests what they are found by.
    """

    letter = models.OneToOneField("intake.Letter", on_delete=models.CASCADE, related_name="contribution")
    number = models.CharField(_("receipt number"), max_length=20, unique=True, editable=False)
    # Of the press of the button and all that was sent with it: the same a second time is the same submission.
    digest = models.CharField(max_length=64, unique=True, editable=False)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=80)
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    phone = models.TextField(_("phone"), blank=True, default="", editable=False)
    phone_digest = models.CharField(max_length=64, blank=True, default="", db_index=True, editable=False)
    email = models.TextField(_("e-mail"), blank=True, default="", editable=False)
    email_digest = models.CharField(max_length=64, blank=True, default="", db_index=True, editable=False)
    region = models.ForeignKey(
        "regions.Region", verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    column = models.ForeignKey(
        "articles.Column",
        verbose_name=_("column wished for"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    elsewhere = models.CharField(_("sent elsewhere too"), max_length=200, blank=True)
    elsewhere_printed = models.CharField(_("printed there"), max_length=100, blank=True)
    ai_use = models.CharField(_("AI in the text"), max_length=12, choices=AIUse, blank=True)
    consent = models.ForeignKey(
        "intake.ConsentText", verbose_name=_("consent text"), on_delete=models.PROTECT, related_name="contributions"
    )
    handed_in_at = models.DateTimeField(_("handed in"), default=timezone.now)
    contributor = models.ForeignKey(
        "bylines.Contributor",
        verbose_name=_("contributor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributions",
    )
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    declined_words = models.CharField(_("words to the correspondent"), max_length=LONGEST_WORDS, blank=True)
    # Whoever wants no letters about print any more, of those who stand in no register.
    opted_out_at = models.DateTimeField(null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-handed_in_at", "-id"]
        default_permissions = ()

    def __str__(self):
        return f"{self.number} {self.name}"

    @property
    def headline(self):
        """As it was handed in; what the desk makes of it is the desk's until it is printed."""
        return self.letter.subject

    @property
    def article(self):
        """The draft that was made of it, or of the same text that the same person had handed in before."""
        if self.letter.article_id or not self.letter.repeats_id:
            return self.letter.article
        own = Contribution.objects.exclude(phone_digest="").filter(phone_digest=self.phone_digest)
        return Article.objects.filter(pk=self.letter.repeats_id, letters__contribution__in=own).first()

    @property
    def state(self):
        article = self.article
        if article and article.is_published:
            return State.PRINTED
        if article and article.is_withdrawn and article.published_at and article.published_at <= timezone.now():
            return State.WITHDRAWN
        if self.declined_at or self.letter.settled_at:
            return State.DECLINED
        return State.EDITED if article else State.RECEIVED

    @property
    def email_address(self):
        return unsealed_or_nothing(self.email)

    @transaction.atomic
    def become(self, article, *, by):
        """
        The story that somebody made of it by hand; None: of none after all. Says whether it did: what was drafted by
        itself stays with its draft.
        """
        waiting = type(self.letter).objects.filter(pk=self.letter_id, source=None)
        if not waiting.update(article=article):
            return False
        AuditEntry.note(verb="become", record=self.letter, by=by, words=str(article.pk if article else ""))
        return True

    become.alters_data = True

    @transaction.atomic
    def decline(self, *, by, words):
        """It will not be printed, and the correspondent reads these words. Another time the words are put anew."""
        said = {"declined_at": timezone.now(), "declined_by": by, "declined_words": words}
        Contribution.objects.filter(pk=self.pk).update(**said)
        self.refresh_from_db(fields=list(said))
        AuditEntry.note(verb="decline", record=self.letter, by=by, words=words)

    decline.alters_data = True

    @transaction.atomic
    def take_back_declining(self, *, by):
        said = {"declined_at": None, "declined_by": None, "declined_words": ""}
        if Contribution.objects.filter(pk=self.pk, declined_at__isnull=False).update(**said):
            self.refresh_from_db(fields=list(said))
            AuditEntry.note(verb="take_up", record=self.letter, by=by, words=str(self))

    take_back_declining.alters_data = True
