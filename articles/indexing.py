"""The index of all stories: built anew, by a command or by the worker, and compared with the stories."""

from functools import partial
from time import monotonic
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from articles.filed_under import listing_keys_of
from articles.holding import hold
from articles.models import Article, Listing
from articles.searching import READ, sheets_of, sheets_of_held
from search import building
from search.beside import beside
from search.entering import enter, leave, shelf_of, stands_as, stored
from search.models import Building
from search.shelves import BOTH, DESK, index

PATIENCE = 30  # seconds of a worker's round
AT_ONCE = 250  # are compared
STRETCH = 1000  # is compared every hour
EACH_LOOKED_UP = 20  # one of so many is looked up in the index itself


def begin_anew():
    building.begin_anew(of=Article.objects.count())


def build_on(*, by_two=False, gives_way=False):
    """
    Yields how many stories are done, again and again. by_two: a second process reads them and makes them ready.
    gives_way: ends where another is at it as well.
    """
    Building.objects.filter(of=0).update(of=Article.objects.count())
    return building.build_on(partial(beside, ready_below) if by_two else ready_below, hold_those, gives_way=gives_way)


def ready_below(key):
    return building.ready_below(newest_below, key)


def newest_below(key, count):
    """As they are at this moment: what is changed until they are laid has entered itself by then."""
    stories = Article.objects.order_by("-pk").only(*READ)
    return sheets_of_held(list((stories if key is None else stories.filter(pk__lt=key))[:count]), keys_in_lists)


def hold_those(keys):
    return hold(Article.objects.filter(pk__in=keys)).values_list("pk", flat=True)


def keys_in_lists(stories):
    """As listing_keys_of, which asks for much more; what stands in no list is few."""
    keys = {story.pk: set() for story in stories if story.published_at and not story.is_withdrawn}
    for story, kind, of_list in (
        Listing.objects.filter(article__in=keys).order_by().values_list("article", "kind", "key")
    ):
        keys[story].add((kind, of_list))
    return keys | listing_keys_of([story for story in stories if story.pk not in keys])


def build_a_while():
    """A duty: an index that nobody waits for is built in between, unless rebuild_search is at it."""
    end = monotonic() + PATIENCE
    if Building.objects.exists():
        for _done in build_on(gives_way=True):
            if monotonic() > end:
                break


class Drift(NamedTuple):
    """Keys of stories. strangers: so many places of the index have no story."""

    looked_at: int
    missing: list
    different: list
    surplus: list
    strangers: int

    @property
    def is_none(self):
        return not (self.missing or self.different or self.surplus or self.strangers)


def mend_some():
    """
    A duty: the newest stories, and by the clock another stretch of the archive every hour. Two acts at one moment (a
    page gets another label while a story of it is saved) may enter what the one of them had read before the other.
    Returns how many it found.
    """
    if Building.objects.exists():
        return None
    top = Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    hours = int(timezone.now().timestamp() // 3600)
    stretches = {max(0, top - STRETCH), hours % (top // STRETCH + 1) * STRETCH}
    found = [drift(mend=True, after=after, to=after + STRETCH) for after in stretches]
    return sum(len(one.missing) + len(one.different) + len(one.surplus) for one in found)


def drift(*, mend=False, after=0, to=None):
    """Of the stories with keys behind `after`, up to `to`."""
    missing, different, surplus, count, last = [], [], [], 0, after
    stories = Article.objects.order_by("pk").values_list("pk", flat=True)
    stories = stories.filter(pk__lte=to) if to else stories
    while keys := list(stories.filter(pk__gt=last)[:AT_ONCE]):
        sheets = sheets_of(keys)
        wrong = dict(compared(sheets))
        missing += [key for key, is_there in wrong.items() if not is_there]
        different += [key for key, is_there in wrong.items() if is_there]
        surplus += surplus_in(last, keys[-1], keys)
        if mend and wrong:
            enter_anew(list(wrong))
        count, last = count + len(keys), keys[-1]
    surplus += surplus_in(last, to, [])
    if mend:
        leave(surplus)
    strangers = 0 if to else sum(index().strangers(shelf) for shelf in BOTH)
    return Drift(count, missing, different, surplus, strangers)


@transaction.atomic
def enter_anew(keys):
    stories = held_of(keys)
    leave(keys)
    enter(sheets_of_held(stories))


def held_of(keys):
    return list(hold(Article.objects.filter(pk__in=keys).only(*READ)))


def enter_the_desks():
    """
    How many stories are not out. A version that finds those by more than the one before enters them by this, without
    looking at the archive; what reads as before is not written.
    """
    count, last = 0, 0
    entries = DESK.entries.objects.order_by("key").values_list("key", flat=True)
    while keys := list(entries.filter(key__gt=last)[:AT_ONCE]):
        with transaction.atomic():
            enter(sheets_of_held(held_of(keys)))
        count, last = count + len(keys), keys[-1]
    return count


def compared(sheets):
    """(key, whether it stands there at all) of those that do not stand where and as they should."""
    there = {shelf: stored(shelf, [sheet.key for sheet in sheets]) for shelf in BOTH}
    for number, sheet in enumerate(sheets):
        here = [shelf for shelf in BOTH if sheet.key in there[shelf]]
        row = there[shelf_of(sheet)].get(sheet.key)
        is_sound = here == [shelf_of(sheet)] and stands_as(sheet, row)
        if is_sound and number % EACH_LOOKED_UP == 0:
            is_sound = index().holds(shelf_of(sheet), row)
        if not is_sound:
            yield sheet.key, bool(here)


def surplus_in(after, last, keys):
    """Keys of entries in that stretch that no story has: also none that has come since the others were read."""
    found = set()
    for shelf in BOTH:
        entries = shelf.entries.objects.filter(key__gt=after)
        found.update((entries.filter(key__lte=last) if last else entries).values_list("key", flat=True))
    others = found - set(keys)
    return sorted(others - set(Article.objects.filter(pk__in=others).values_list("pk", flat=True)))
