"""
What the desk asks of the photo library, as conditions that leave its rows single: nothing is joined. No index knows
the words of a photo, its shape or its rights: they are asked of the newest photos, of those days or of that person.
"""

from datetime import timedelta
from functools import reduce
from operator import and_, or_

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from bylines.models import Byline, Contributor
from desk.days import midnight
from media.models.rights import open_to_readers
from regions.models import Region

WORDS = ("caption", "headline", "keywords", "alt", "place", "source", "filename")
MOST_WORDS = 8
LOOKED_AT = 5000
MOST_NAMESAKES = 8


def looked_at(photos, *, since=None, until=None, person=""):
    """Parts of the library, each with its newest photos."""
    if since or until:
        days = photos.filter(span("taken_at", since, until)).order_by("-taken_at")
        undated = photos.filter(span("uploaded_at", since, until), taken_at=None).order_by("-uploaded_at")
        return [part.values("pk")[:LOOKED_AT] for part in (days, undated)]
    return [photos.order_by("-pk").values("pk")[:LOOKED_AT], *(taken_by(person) if person else ())]


def taken_by(name):
    """Of each namesake by himself: of several at once PostgreSQL would sort all that they ever took."""
    people = Contributor.objects.named(name).order_by("pk").values_list("pk", flat=True)[:MOST_NAMESAKES]
    for person in people:
        credits = Byline.objects.filter(contributor=person, photo__isnull=False).order_by("-photo")
        yield credits.values("photo")[:LOOKED_AT]


def each_word(text, condition):
    """All words must be there, each anywhere."""
    return reduce(and_, map(condition, text.split()[:MOST_WORDS]), Q())


def has_words(text):
    """Words of the photo, or the name of whoever is credited."""
    return each_word(text, lambda word: anywhere(WORDS, word) | credited(Q(name__icontains=word)))


def by_person(text):
    """As printed then, as the register has the name now, or as the file says it."""
    names = ("name", "contributor__name")
    return each_word(text, lambda word: credited(anywhere(names, word)) | Q(credit_line__icontains=word))


def in_place(text):
    """The place in words, or a region of that name with all below it."""
    return each_word(text, lambda word: Q(place__icontains=word) | within(Region.objects.filter(called(word))))


def in_region(code):
    return within(Region.objects.filter(code=code))


def within(regions):
    levels = ("pk", "parent", "parent__parent", "parent__parent__parent")
    below = anywhere_in(levels, regions.order_by().values("pk"))
    return Q(region__in=Region.objects.filter(below).order_by().values("pk"))


def called(word):
    """诸暨 is 诸暨市, by the beginning of its name or a short name of its own."""
    return Q(name__startswith=word) | Q(aliases__name=word)


def between(since, until):
    """By the day it was taken; where nobody knows that, by the day it was uploaded."""
    taken = span("taken_at", since, until)
    return taken | Q(taken_at=None) & span("uploaded_at", since, until)


def span(field, since, until):
    bounds = {}
    if since:
        bounds[f"{field}__gte"] = midnight(since)
    if until:
        bounds[f"{field}__lt"] = midnight(until + timedelta(days=1))
    return Q(**bounds)


def of_shape(shape):
    return Q(height__gt=F("width")) if shape == "upright" else Q(width__gte=F("height"))


def in_time(state):
    now = timezone.now()
    times = {"open": open_to_readers(now), "embargo": Q(embargo_until__gt=now), "expired": Q(expires_at__lte=now)}
    return times[state]


def credited(who):
    return Q(Exists(Byline.objects.filter(who, photo=OuterRef("pk"))))


def anywhere(fields, word):
    return reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields))


def anywhere_in(fields, rows):
    return reduce(or_, (Q(**{f"{field}__in": rows}) for field in fields))
