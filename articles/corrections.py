"""Entering a correction: the story says from when it has been corrected, and the audit log by whom."""

from django.db import transaction

from desk.models import AuditEntry


@transaction.atomic
def enter(correction, *, by=None):
    """Saves a correction, new or changed."""
    if correction.pk is None:
        correction.entered_by = by
    correction.save()
    article = correction.article
    article.corrected_at = correction.published_at
    article.save(update_fields=["corrected_at", "updated_at"])
    AuditEntry.note(verb="correct", record=article, by=by, words=correction.right)
