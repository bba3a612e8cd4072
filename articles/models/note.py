from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models.article import Article
from articles.models.reach import SEES_ALL, in_hand_of
from desk.models.written_once import WrittenOnce, WrittenOnceQuerySet


class NoteQuerySet(WrittenOnceQuerySet):
    def threads(self):
        return self.filter(thread=None)

    def open(self):
        """What is asked and not settled."""
        return self.threads().filter(settled_at=None)

    def count_open(self, stories, user):
        """The stories, each with the number of open notes that this colleague may see."""
        own = self.open().visible_to(user).filter(article=OuterRef("pk")).order_by().values("article")
        return stories.annotate(open_notes=Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0))

    def visible_to(self, user):
        """
        Of threads: for whoever may see what readers may not of the story, and for whoever wrote one or was asked.
        What a desk said of a draft is not for the whole house once the story is printed.
        """
        if user.has_perm(SEES_ALL):
            return self
        asked = NoteAddressee.objects.filter(note=OuterRef("pk"), user=user)
        in_hand = Article.objects.filter(in_hand_of(user), pk=OuterRef("article"))
        return self.filter(Q(by=user) | Exists(asked) | Exists(in_hand))


class Note(WrittenOnce):
    """留言: what one colleague says to others on a story. Its words stay; an answer opens what was settled."""

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="notes")
    # The note that this one answers; a thread is one note with its answers.
    thread = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+")
    to = models.ManyToManyField(settings.AUTH_USER_MODEL, through="articles.NoteAddressee", related_name="+")
    words = models.TextField(_("in words"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    settled_at = models.DateTimeField(pgettext_lazy("colleagues", "settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("colleagues", "note")
        verbose_name_plural = pgettext_lazy("colleagues", "notes")
        default_permissions = ()
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["article"], condition=Q(thread=None, settled_at=None), name="articles_note_open_threads"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="articles_note_says_something"),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None)
                | Q(settled_at__isnull=False, settled_by__isnull=False, thread=None),
                name="articles_note_settled_by_someone",
            ),
        ]

    def __str__(self):
        return f"{self.by}: {self.words[:30]}"

    @property
    def is_open(self):
        return self.thread_id is None and self.settled_at is None

    def mark(self, *, settled_by):
        """The one thing that changes; by nobody: it is open again."""
        self.settled_by, self.settled_at = settled_by, timezone.now() if settled_by else None
        models.Model.save(self, update_fields=["settled_by", "settled_at"])

    mark.alters_data = True


class NoteAddressee(WrittenOnce):
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="addressees")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["note", "user"], name="articles_note_addressee_once")]

    def __str__(self):
        return str(self.user)
