"""What a colleague may read of the hits: none that names a story of other desks which is not out."""

from articles.models import Article


def shown_to(user, hits):
    """One query, and none for those who may see all desks' stories or where no hit names another one."""
    named = {hit.names for hit in hits if hit.names}
    if not named or user.has_perm("articles.see_all_desks_article"):
        return hits
    seen = set(Article.objects.visible_to(user).filter(pk__in=named).values_list("pk", flat=True))
    return [hit for hit in hits if hit.names is None or hit.names in seen]
