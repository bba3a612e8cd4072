"""
Two records of the register that are one person become one, and two again where that was a mistake. What was printed
stays as it was printed: a byline has its own words, and only whom it leads to changes.

People are held first, by key, then stories: who merges the same at the same moment waits, and is refused then.
"""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.acting import Refusal, require
from articles.holding import hold
from articles.moved import forward, forward_no_more
from articles.refiling import AT_ONCE, hold_all, refile, stories_with, stories_with_bylines
from articles.side_by_side import side_by_side
from bylines.becoming_one import (
    give_fields,
    give_name,
    give_private,
    take_back_fields,
    take_back_name,
    take_back_private,
)
from bylines.following import FOLLOWERS
from bylines.models import Byline, Contributor, Merging
from desk.batches import in_batches
from desk.models import AuditEntry


@transaction.atomic
def merge(gone, into, *, by=None):
    """All that hangs from `gone` hangs from `into`; Refusal where both stand in one story in the same role."""
    gone, into = held_people(gone, into)
    require(gone.pk != into.pk, _("That is one and the same record."))
    require(gone.merged_into_id is None, _("%s has been merged into somebody already.") % gone)
    require(into.merged_into_id is None, _("%s has been merged into somebody already.") % into)
    require(not (gone.user_id and into.user_id), _("Both have a login of their own: take one of them off first."))
    refuse_side_by_side(gone, into)
    stories = stories_with(gone)
    hold_all(stories)
    moved = {"bylines": move_credits(gone, into)}
    moved["fields"], moved["private"] = give_fields(gone, into), give_private(gone, into)
    moved["rows"] = {follower.name: follower.move(gone, into) for follower in FOLLOWERS}
    moved["alias"] = give_name(gone, into)
    gone.merged_into = into
    gone.save(update_fields=["merged_into"])
    merging = Merging.objects.create(gone=gone, into=into, by=by, moved=moved)
    refile(stories, [gone, into])
    for old, new in addresses(gone, into):
        forward(old, new)
    AuditEntry.note(verb="merge", record=into, by=by, words=f"{gone} #{gone.pk}")
    AuditEntry.note(verb="merge", record=gone, by=by, words=f"→ {into} #{into.pk}")
    return merging


@transaction.atomic
def undo(merging, *, by=None):
    """
    What came over goes back, as far as it is still where it came to. In words: what could not, "" where all did.
    """
    gone, into = held_people(merging.gone, merging.into)
    merging = Merging.objects.select_for_update().get(pk=merging.pk)
    require(merging.undone_at is None, _("This merging has been undone already."))
    said = _("%(into)s has been merged into %(now)s since: undo that first.")
    require(into.merged_into_id is None, said % {"into": into, "now": into.as_it_stands()})
    moved = merging.moved
    stories = stories_with_bylines(moved["bylines"])
    hold_all(stories)
    back = give_credits_back(moved["bylines"], into, gone)
    take_back_fields(gone, into, moved["fields"])
    take_back_private(gone, into, moved["private"])
    for follower in FOLLOWERS:
        follower.put_back(gone, into, moved["rows"].get(follower.name, []))
    take_back_name(gone, into, moved["alias"])
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    merging.undone_at, merging.undone_by = timezone.now(), by
    merging.save(update_fields=["undone_at", "undone_by"])
    refile(stories, [gone, into])
    for old, _new in addresses(gone, into):
        forward_no_more(old)
    for earlier in Contributor.objects.filter(merged_into=gone):
        for old, new in addresses(earlier, gone):
            forward(old, new)
    AuditEntry.note(verb="unmerge", record=into, by=by, words=f"{gone} #{gone.pk}")
    return left_behind(len(moved["bylines"]) - back)


def left_behind(number):
    """Bylines that were deleted since, or given to somebody else."""
    if not number:
        return ""
    said = ngettext(
        "%d byline that had moved is no longer there, or is somebody else's by now; it stays as it is.",
        "%d bylines that had moved are no longer there, or are somebody else's by now; they stay as they are.",
        number,
    )
    return said % number


def held_people(*people):
    rows = {row.pk: row for row in hold(Contributor.objects.filter(pk__in=[person.pk for person in people]))}
    if rows.keys() != {person.pk for person in people}:
        raise Refusal(_("One of the two is no longer in the register."))
    return [rows[person.pk] for person in people]


def move_credits(gone, into):
    keys = sorted(Byline.objects.filter(contributor=gone).values_list("pk", flat=True))
    Byline.objects.filter(contributor=gone).update(contributor=into)
    return keys


def give_credits_back(keys, into, gone):
    """How many went back."""
    rows = Byline.objects.filter(contributor=into)
    return sum(rows.filter(pk__in=some).update(contributor=gone) for some in in_batches(keys, AT_ONCE))


def refuse_side_by_side(gone, into):
    found = side_by_side(gone, into)
    said = ngettext(
        "Both are credited side by side, in the same role, in %d place: they are two people, or put that right first.",
        "Both are credited side by side, in the same role, in %d places: they are two people, or put that right first.",
        found.number,
    )
    require(not found.number, said % found.number)


def addresses(gone, into):
    """[(old, new)] of what readers know: the page and the feed."""
    names = ("contributor_page", "contributor_feed")
    return [(reverse(name, args=[gone.pk]), reverse(name, args=[into.pk])) for name in names]


@transaction.atomic
def settle_stragglers():
    """
    A duty: credits that were given to somebody in the moment in which they were merged away, by a form that was open
    then or by an older version of the program. How many.
    """
    late = Byline.objects.exclude(contributor__merged_into=None).order_by().values_list("contributor", flat=True)
    return sum(take_along(pk) for pk in sorted(set(late)))


def take_along(pk):
    gone = Contributor.objects.get(pk=pk)
    gone, into = held_people(gone, gone.as_it_stands())
    stories = stories_with(gone)
    hold_all(stories)
    doubled = side_by_side(gone, into).keys
    Byline.objects.filter(pk__in=doubled).delete()
    keys = move_credits(gone, into)
    refile(stories, [gone, into])
    return len(keys)
