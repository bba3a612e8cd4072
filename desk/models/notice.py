from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NoticeQuerySet(models.QuerySet):
    def unread(self):
        return self.filter(read_at=None)

    def unread_first(self):
        return self.annotate(is_read=Q(read_at__isnull=False)).order_by("is_read", "-at", "-id")

    def about(self, *records):
        """records: of one model."""
        return self.filter(model=records[0]._meta.label_lower, key__in=[str(record.pk) for record in records])

    def read(self):
        """All of these; how many were unread."""
        return self.unread().mark(read_at=timezone.now())

    read.alters_data = True

    def mark(self, **times):
        """
        Never waits for an act: the rows that one holds it renews or deletes anyway. An act holds a story's notices and
        whoever reads holds their own, in no common order, so that each might wait for the other.
        """
        with transaction.atomic(savepoint=False):
            free = self.order_by().select_for_update(skip_locked=True).values("pk")
            return self.model.objects.filter(pk__in=free).update(**times)

    mark.alters_data = True


class Notice(models.Model):
    """
    What one colleague is told of one record. A record is known as (model, key) only; what it is called, and whether
    that colleague may see it at all, is asked when the notice is read (desk.notice_list).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30)
    model = models.CharField(max_length=60)
    key = models.CharField(max_length=50)
    words = models.CharField(max_length=300, blank=True)
    url = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # How often it was told since it was last read; `at` is when it was told last.
    times = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        default_permissions = ()
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["user", "-at", "-id"], name="desk_notice_of_user"),
            models.Index(fields=["model", "key"], name="desk_notice_about"),
            models.Index(fields=["at"], name="desk_notice_age"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "model", "key"], condition=Q(read_at=None), name="desk_notice_one_unread"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.model} {self.key}"
