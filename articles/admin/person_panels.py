"""On a contributor's form, below its rows: who else it may be, and who was merged into it, with the way back."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode

from bylines.doubles import likely_doubles_of
from bylines.models import Contributor

MAY = "bylines.merge_contributor"


def doubles_panel(request, contributor):
    """On the form of somebody who may stand in the register twice."""
    doubles = doubles_of(contributor) if request.user.has_perm(MAY) else []
    if not doubles:
        return ""
    return render_to_string("admin/bylines/contributor/_doubles_of.html", {"doubles": doubles}, request)


def merged_panel(request, contributor):
    """On the form of who is left: who was merged into it."""
    rows = list(contributor.mergings.filter(undone_at=None).select_related("gone", "by"))
    if not rows:
        return ""
    context = {"rows": rows, "person": contributor, "may_undo": request.user.has_perm(MAY)}
    return render_to_string("admin/bylines/contributor/_merged.html", context, request)


def doubles_of(person):
    """[(who it may be, why in words, the comparison's address)]"""
    doubles = likely_doubles_of(person)
    others = {one.first if one.second == person.pk else one.second: one for one in doubles}
    people = Contributor.objects.in_bulk(list(others)) if others else {}
    return [
        (people[key], one.why.label, address_of_pair(one.first, one.second))
        for key, one in others.items()
        if key in people
    ]


def address_of_pair(first, second):
    return f"{reverse('admin:bylines_contributor_merge')}?{urlencode({'first': first, 'second': second})}"
