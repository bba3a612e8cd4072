"""What a colleague may read of the hits: none that names a story of other desks which is not out."""

from django.db.models import Q

from articles.checks.register import ISSUE_CHECKS, STORY_CHECKS
from articles.models import Article
from articles.models.reach import SEES_ALL


def shown_to(user, hits):
    return without_unseen(hits, seen_by(user, {hit.names for hit in hits if hit.names}))


def seen_by(user, keys):
    """Those of the stories' keys. One query, and none for whoever may see all desks' stories."""
    if not keys or user.has_perm(SEES_ALL):
        return keys
    return set(Article.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))


def without_unseen(hits, seen):
    return [hit for hit in hits if hit.names is None or hit.names in seen]


def waivers_shown_to(user, waivers):
    """A waiver keeps the words of its hit and not which story they name: those that name one are for who sees all."""
    if user.has_perm(SEES_ALL):
        return waivers
    seen = Article.objects.visible_to(user).values("pk")
    naming = [check.code for check in (*STORY_CHECKS, *ISSUE_CHECKS) if check.names_stories]
    return waivers.filter(Q(article=None) | Q(article__in=seen)).exclude(code__in=naming)
