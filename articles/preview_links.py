"""预览链接: a story for somebody without a login. Who may make and revoke them, and what the audit log says of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.acting import held, require
from articles.models.preview_link import DAYS, DEFAULT_DAYS, expiry
from desk.models import AuditEntry


def may_make(user, article):
    """Whoever may change the story, or take it out of the house as a file. The story is one that they may see."""
    return article.allows(user, "export_article") or article.may_be_edited_by(user)


def may_revoke(user, link):
    """Whoever made it, and the editors of the story, be it signed off by now."""
    article = link.article
    return link.made_by_id == user.pk or article.allows(user, "edit_others_article") or article.may_be_edited_by(user)


@transaction.atomic
def make(article, *, by, whom="", days=DEFAULT_DAYS):
    article = held(article)
    require(may_make(by, article), _("You may not pass this story on."))
    require(not article.is_withdrawn, _("A story that was withdrawn has no preview."))
    require(days in DAYS, _("A preview link is for 1, 3, 7 or 30 days."))
    now = timezone.now()
    link = article.preview_links.create(whom=whom, made_by=by, made_at=now, expires_at=expiry(days, now))
    AuditEntry.note(verb="pass_on", record=article, by=by, words=in_words(link))
    return link


@transaction.atomic
def revoke(link, *, by):
    """Its address is dead with the next request. Once is enough: a second time changes nothing."""
    require(may_revoke(by, link), _("Only whoever made the link and the editors of the story revoke it."))
    rows = link.article.preview_links.filter(pk=link.pk, revoked_at=None)
    if rows.update(revoked_at=timezone.now(), revoked_by=by):
        AuditEntry.note(verb="revoke", record=link.article, by=by, words=in_words(link))


def in_words(link):
    return f"{link.whom} {timezone.localtime(link.expires_at):%Y-%m-%d %H:%M}".strip()
