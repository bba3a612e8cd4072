"""转版: a story that runs on from page to page is a chain of placements, each continued from the one before."""

from articles.models import Placement


def neighbours_of(row):
    """Keys of what it is continued from, and of what is continued from it."""
    return row.continued_from_id, Placement.objects.filter(continued_from=row).values_list("pk", flat=True).first()


def close_gap(row):
    """The row leaves its chain: what followed it is continued from what came before it."""
    earlier, later = neighbours_of(row)
    Placement.objects.filter(pk=row.pk).update(continued_from=None)
    Placement.objects.filter(pk=later).update(continued_from=earlier)
    row.continued_from_id = None


def turn_again(row, earlier, later):
    """The row comes back to where it stood in its chain, as far as that still hangs together without it."""
    own = {other.pk: other for other in Placement.objects.filter(article=row.article_id)}
    if later in own and own[later].continued_from_id in (None, earlier):
        Placement.objects.filter(pk=later).update(continued_from=None)
    else:
        later = None
    if earlier in own and not Placement.objects.filter(continued_from=earlier).exclude(pk=row.pk).exists():
        Placement.objects.filter(pk=row.pk).update(continued_from=earlier)
    if later:
        Placement.objects.filter(pk=later).update(continued_from=row.pk)
