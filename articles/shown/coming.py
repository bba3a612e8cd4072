"""
What the clock will change, said anew: of a paper whose stories and photos were given their moments before its pages
were kept, by an older version or with the cache off. Said when the newsroom is set up or upgraded.
"""

from collections import defaultdict

from django.utils import timezone

from articles.models import Correction, FrontPage, FrontPick, FrontSecond, Issue, Listing
from articles.shown.issues import FIELDS, note_issue
from articles.shown.lists import Filed, note_filed
from articles.shown.photos import note_moments
from articles.shown.records import CORRECTION, note_correction, note_front_page
from media.models import Photo
from media.models.rights import changes_by_itself
from pagecache.changing import is_on


def say_what_comes():
    if not is_on():
        return
    now = timezone.now()
    note_filed([Filed(story, set(), entries) for story, entries in stories_ahead(now).items()])
    for issue in Issue.objects.filter(published_at__gt=now):
        note_issue(issue, None, values_of(issue, FIELDS))
    for correction in Correction.objects.filter(published_at__gt=now):
        note_correction(correction, None, values_of(correction, CORRECTION))
    for photo in Photo.objects.filter(changes_by_itself(now)).filter(illustrations__isnull=False).distinct():
        note_moments(photo)
    for model, end in ((FrontPage, "lead_until"), (FrontSecond, "until"), (FrontPick, "until")):
        for pin in model.objects.filter(**{f"{end}__gt": now}):
            note_front_page(pin, None, values_of(pin, [end]))


def stories_ahead(now):
    """{story: the lists in which it waits}"""
    found = defaultdict(set)
    rows = Listing.objects.filter(published_at__gt=now).select_related("article").defer("article__body")
    for row in rows.order_by("article"):
        found[row.article].add((row.kind, row.key))
    return found


def values_of(record, names):
    return {name: record.serializable_value(name) for name in names}
