"""Entering a correction: the story says from when it has been corrected, and the audit log by whom."""

from django.db import transaction

from articles.history.acts import Why
from articles.telling import tell_authors
from desk.models import AuditEntry


@transaction.atomic
def enter(correction, *, by=None):
    """Saves a correction, new or changed."""
    article = correction.article
    article.keep_as_found()
    is_new = correction.pk is None
    if is_new:
        correction.entered_by = by
    correction.save()
    article.corrected_at = correction.published_at
    article.save(update_fields=["corrected_at", "updated_at"])
    article.keep_version(by=by, why=Why.CORRECTED, words=correction.right)
    if is_new:
        tell_authors(article, "corrected", by=by, words=correction.right, over=[])
    AuditEntry.note(verb="correct", record=article, by=by, words=correction.right)
