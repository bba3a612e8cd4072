"""What a colleague may read of the hits: none that names a story of other desks which is not out."""

from articles.models import Article


def shown_to(user, hits):
    return without_unseen(hits, seen_by(user, {hit.names for hit in hits if hit.names}))


def seen_by(user, keys):
    """Those of the stories' keys. One query, and none for whoever may see all desks' stories."""
    if not keys or user.has_perm("articles.see_all_desks_article"):
        return keys
    return set(Article.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))


def without_unseen(hits, seen):
    return [hit for hit in hits if hit.names is None or hit.names in seen]
