"""Who was taken for two people and is one, or was taken for one and is two again."""

from django.db.models import Q

from bylines.models import Merging


def same_people(pairs):
    """{one: other} of those pairs of keys that a merging has ever joined, be it over somebody between them."""
    if not pairs:
        return {}
    keys = {key for pair in pairs for key in pair}
    joined = Merging.objects.filter(Q(gone__in=keys) | Q(into__in=keys)).order_by().values_list("gone", "into")
    leads = {}
    for gone, into in joined:
        leads.setdefault(gone, set()).add(into)
        leads.setdefault(into, set()).add(gone)
    return {one: other for one, other in pairs if is_joined(one, other, leads)}


def is_joined(one, other, leads):
    reached, waiting = set(), [one]
    while waiting:
        key = waiting.pop()
        reached.add(key)
        waiting += leads.get(key, set()) - reached
    return other in reached
