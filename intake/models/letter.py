from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import Article
from desk.models import AuditEntry
from intake.models.attachment import LONGEST_NAME, Attachment
from intake.models.source import SourceStory
from media.keeping import delete_on_commit

LONGEST_ADDRESS, LONGEST_SUBJECT = 320, 300
SHOWN = 20  # files, where a letter is shown in short


def raw_path(letter, filename):
    """Private: no address leads here but the admin's, which asks who is asking."""
    return f"letters/{letter.key[:2]}/{filename}"


class State(models.TextChoices):
    ARRIVED = "arrived", _("still to be read")
    WAITING = "waiting", _("waiting")
    DRAFTED = "drafted", _("drafted")
    SETTLED = "settled", _("done with")


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever sees all drafts; and of the others those whose desk, or who themselves, have a draft in hand."""
        if user.has_perm("articles.see_all_desks_article"):
            return self
        desks = user.desks.values("pk")
        by_hand = made_by_hand().filter(Q(article__desk__in=desks) | Q(article__created_by=user))
        return self.filter(Q(article__desk__in=desks) | Q(article__created_by=user) | Exists(by_hand))

    def with_drafts(self):
        """Knows of each whether a draft was made of one of its files, also by hand, or there was one already."""
        has_one = Q(article__isnull=False) | Q(repeats__isnull=False) | Exists(made_by_hand())
        return self.annotate(has_drafts=has_one)

    def in_state(self, state):
        letters = self.with_drafts()
        if state == State.ARRIVED:
            return letters.filter(read_at=None)
        letters = letters.exclude(read_at=None)
        if state == State.DRAFTED:
            return letters.filter(has_drafts=True)
        return letters.filter(has_drafts=False, settled_at__isnull=state != State.SETTLED)

    def that_brought(self, article):
        """The letters that the story came in: it was made of one, or afterwards of what came with one."""
        sources = article.source_stories.values("source")
        digests = article.source_stories.exclude(source__file_digest="").values("source__file_digest")
        files = Attachment.objects.filter(digest__in=digests, letter__read_at__lte=article.created_at)
        return self.filter(Q(article=article) | Q(source__in=sources) | Q(pk__in=files.values("letter")))


def made_by_hand():
    """Of the letter that the query is about: stories that were drafted of its files once they lay here. Whoever sends
    what is a draft already has brought nothing."""
    digests = Attachment.objects.filter(letter=OuterRef(OuterRef("pk"))).values("digest")
    made = SourceStory.objects.filter(article__created_at__gte=OuterRef("read_at"))
    return made.filter(source__file_digest__in=digests)


class Letter(models.Model):
    """One mail from the mailbox, with all that came in it. What could not be read is said, and nothing is lost."""

    class Kept(models.TextChoices):
        """What lies in the storage."""

        WHOLE = "whole", _("the whole mail")
        HEAD = "head", _("its headers")  # more was not handed out, or was too large
        CUT = "cut", _("its headers and its text")

    key = models.CharField(max_length=64, unique=True, editable=False)
    sender_name = models.CharField(_("sender"), max_length=LONGEST_NAME, blank=True)
    sender_address = models.CharField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
    subject = models.CharField(_("subject"), max_length=LONGEST_SUBJECT, blank=True)
    text = models.TextField(_("text of the mail"), blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    received_at = models.DateTimeField(_("received"), db_index=True)
    size = models.PositiveBigIntegerField(_("size"))
    raw = models.FileField(_("the mail itself"), upload_to=raw_path, max_length=200, editable=False)
    kept = models.CharField(max_length=10, choices=Kept, default=Kept.WHOLE, editable=False)

    read_at = models.DateTimeField(
        pgettext_lazy("letter", "read"), null=True, blank=True, db_index=True, editable=False
    )
    tries = models.PositiveSmallIntegerField(default=0, editable=False)
    reason = models.TextField(_("why there is no draft"), blank=True)
    refused = models.TextField(_("what could not be read"), blank=True)
    source = models.ForeignKey(
        "intake.Source",
        verbose_name=_("source text"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="letters",
    )
    article = models.ForeignKey(
        "articles.Article",
        verbose_name=_("draft"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="letters",
    )
    repeats = models.ForeignKey(
        "articles.Article",
        verbose_name=_("draft that there was already"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="repeated_letters",
    )
    settled_at = models.DateTimeField(_("done with"), null=True, blank=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("done with by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-received_at", "-id"]

    def __str__(self):
        return self.subject or str(_("(no subject)"))

    @property
    def sender(self):
        """Both: a name is quickly forged, and so is the address, but less quickly."""
        if not self.sender_name or self.sender_name == self.sender_address:
            return self.sender_address or str(_("(no sender)"))
        return f"{self.sender_name} <{self.sender_address}>" if self.sender_address else self.sender_name

    @property
    def files(self):
        """What came with it."""
        return [file for file in self.attachments.all() if file.kind != Attachment.Kind.HANDED_ON]

    @property
    def is_whole(self):
        return self.kept == self.Kept.WHOLE

    @property
    def first_files(self):
        return self.files[:SHOWN]

    @property
    def is_draft_gone(self):
        return bool(self.source_id and not self.article_id)

    @property
    def drafts(self):
        """All that was made of it, by itself or by hand."""
        stories = SourceStory.objects.exclude(article=None)
        since = self.read_at or timezone.now()
        of_files = Q(source__file_digest__in=self.attachments.values("digest"), article__created_at__gte=since)
        made = stories.filter(of_files | Q(source__letters=self)).values("article")
        return Article.objects.filter(Q(pk__in=[self.article_id, self.repeats_id]) | Q(pk__in=made))

    @property
    def state(self):
        """Of a letter from a queryset with_drafts()."""
        if self.read_at is None:
            return State.ARRIVED
        if self.has_drafts:
            return State.DRAFTED
        return State.SETTLED if self.settled_at else State.WAITING

    def try_reading(self):
        """Counted before: a mail that brings the worker down is not tried for ever."""
        Letter.objects.filter(pk=self.pk).update(tries=models.F("tries") + 1)
        self.refresh_from_db(fields=["tries"])

    try_reading.alters_data = True

    def note_read(self, *, reason="", refused=(), source=None, article=None, repeats=None):
        """What became of it. Who was slower than another worker changes nothing."""
        said = {"read_at": timezone.now(), "reason": reason, "refused": "\n".join(refused)}
        said |= {"source": source, "article": article, "repeats": repeats}
        if Letter.objects.filter(pk=self.pk, read_at=None).update(**said):
            for name, value in said.items():
                setattr(self, name, value)

    note_read.alters_data = True

    @transaction.atomic
    def settle(self, *, by):
        """Looked at, and nothing is to be made of it. Says whether it waited still: of two colleagues one counts."""
        Letter.objects.select_for_update().get(pk=self.pk)
        said = {"settled_at": timezone.now(), "settled_by": by}
        waits = Letter.objects.in_state(State.WAITING).filter(pk=self.pk).exists()
        is_done = waits and bool(Letter.objects.filter(pk=self.pk, settled_at=None).update(**said))
        if is_done:
            AuditEntry.note(verb="settle", record=self, by=by, words=str(self))
            self.refresh_from_db(fields=list(said))
        return is_done

    settle.alters_data = True

    @transaction.atomic
    def take_up(self, *, by):
        """It waits again, or goes to the screen: whatever is drafted of it and deleted, it waits once more."""
        settled = Letter.objects.filter(pk=self.pk, settled_at__isnull=False)
        if settled.update(settled_at=None, settled_by=None):
            AuditEntry.note(verb="take_up", record=self, by=by, words=str(self))
            self.refresh_from_db(fields=["settled_at", "settled_by"])

    take_up.alters_data = True


@receiver(post_delete, sender=Letter)
def delete_its_mail(instance, **kwargs):
    delete_on_commit([instance.raw.name])
