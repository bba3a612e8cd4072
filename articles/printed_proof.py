"""
The credits in print against a recount of their own from bylines, photos and pages, story by story: what `reprint` has
written must be what stands there. Reads everything, for `manage.py recount`.
"""

from collections import defaultdict
from fractions import Fraction

from django.db import transaction
from django.utils import timezone

from articles.holding import hold
from articles.models.article import Article
from articles.models.illustration import Illustration
from articles.models.placement import Placement
from articles.models.printed import BESIDE_THE_WRITERS, Printed
from articles.printed import reprint
from bylines.credits import PHOTOGRAPHER
from bylines.models import Byline
from desk.batches import in_batches

AT_ONCE, HELD_AT_ONCE = 2000, 100  # stories


def wrong_prints():
    """Keys of the stories whose rows are not what they should be."""
    keys = Article.objects.order_by("pk").values_list("pk", flat=True)
    for some in in_batches(keys.iterator(chunk_size=AT_ONCE), AT_ONCE):
        yield from wrong_between(some[0], some[-1])


def put_prints_right():
    """Returns how many stories were wrong."""
    return put_right(list(wrong_prints()))


def put_right(wrong):
    """wrong: keys of stories. Each as it is when its turn comes, and held."""
    count = 0
    for some in in_batches(wrong, HELD_AT_ONCE):
        with transaction.atomic():
            reprint(list(hold(Article.objects.filter(pk__in=some).defer("body"))))
        count += len(some)
    return count


def mend_prints():
    """
    A duty: the newest stories, and by the clock another stretch of the archive every hour. What an older version of
    the program lets out during an upgrade enters nothing. Returns how many it found.
    """
    top = Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    hours = int(timezone.now().timestamp() // 3600)
    stretches = {max(0, top - AT_ONCE), hours % (top // AT_ONCE + 1) * AT_ONCE}
    return sum(put_right(wrong_between(first, first + AT_ONCE)) for first in stretches)


def wrong_between(first, last):
    """Of the stories with keys from first to last."""
    wanted, there = recounted(first, last), defaultdict(list)
    for row in Printed.objects.filter(article__pk__range=(first, last)).order_by():
        shares = Fraction(row.part_of_role, row.parts), Fraction(row.part_of_all, row.parts)
        place = row.printed_on, row.published_at, row.issue_id, row.column_id, row.length
        there[row.article_id].append((row.photo_id or 0, row.contributor_id, row.role, *place, *shares))
    return sorted(key for key in wanted.keys() | there.keys() if sorted(wanted[key]) != sorted(there[key]))


def recounted(first, last):
    """{story: its rows}"""
    stories = Article.objects.filter(pk__range=(first, last), published_at__isnull=False, withdrawn_at=None).order_by()
    line, under, stands = in_lines(first, last), under_photos(first, last), stands_of(first, last)
    rows = defaultdict(list)
    for story, hour, column, length in stories.values_list("pk", "published_at", "column", "length"):
        day, _edition, issue = min(stands[story], default=(timezone.localdate(hour), "", None))
        place = day, hour, issue, column
        for credit in line[story]:
            rows[story].append((0, *credit, *place, length, *share_in_line(credit, line[story])))
        for photo, credits in under[story].items():
            shares = {credit: share_among(credit, credits) for credit in credits}
            rows[story] += [(photo, *credit, *place, 0, share, share) for credit, share in shares.items()]
    return rows


def in_lines(first, last):
    """{story: [(person, role)]}"""
    found = defaultdict(list)
    credits = Byline.objects.filter(article__pk__range=(first, last)).order_by()
    for story, *credit in credits.values_list("article", "contributor", "role"):
        found[story].append(tuple(credit))
    return found


def under_photos(first, last):
    """{story: {photo: {(person, as who)}}}"""
    found = defaultdict(lambda: defaultdict(set))
    shown = Illustration.objects.filter(article__pk__range=(first, last)).exclude(photo__bylines=None).order_by()
    of_byline = (f"photo__bylines__{name}" for name in ("contributor", "role", "standing"))
    for story, photo, person, role, standing in shown.values_list("article", "photo", *of_byline):
        found[story][photo].add((person, (standing or role) if role == PHOTOGRAPHER else role))
    return found


def stands_of(first, last):
    """{story: [(date, edition, issue)]}"""
    found = defaultdict(list)
    stands = Placement.objects.filter(article__pk__range=(first, last)).order_by()
    for story, *stand in stands.values_list("article", "page__issue__date", "page__issue__edition", "page__issue"):
        found[story].append(stand)
    return found


def share_in_line(credit, credits):
    """(among those of the role, among all who wrote)"""
    of_role = Fraction(1, sum(role == credit[1] for _person, role in credits))
    if credit[1] in BESIDE_THE_WRITERS:
        return of_role, of_role
    return of_role, share_among(credit, [one for one in credits if one[1] not in BESIDE_THE_WRITERS])


def share_among(credit, credits):
    """Each person the same, whoever stands there twice in halves."""
    people = {person for person, _role in credits}
    return Fraction(1, len(people) * sum(person == credit[0] for person, _role in credits))
