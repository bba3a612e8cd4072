"""
Stories come into lists and leave them: said by whoever writes the lists (articles.filing). A story that comes out
stands in many other places besides: on its page of the paper, among the latest, in sitemaps, in stories that show it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from articles.models.listing import Kind
from articles.shown.following import followers
from articles.shown.issues import note_in_print
from articles.shown.looks import NEWEST, has_others_in, newer_than, others_in, pages_of, parents_of
from articles.shown.photos import moments_of
from articles.shown.words import RANKING, RELATED, Said, all_with, list_of, sitemap_of, whole
from pagecache.changing import is_on

NEWS = timedelta(days=2)  # in the news sitemap
TOWN = 9  # digits of its code: the index of regions names none


@dataclass(frozen=True)
class Filed:
    """A story's rows: (kind, key) before and now, and the hour of those before."""

    story: Any
    before: set
    now: set
    hour_before: Any = None

    @property
    def moved(self):
        return self.before ^ self.now

    @property
    def is_as_before(self):
        return not self.moved and (not self.now or self.hour_before == self.story.published_at)


def note_filed(filed):
    """Whatever was written, for one story or for many."""
    changed = [one for one in filed if not one.is_as_before] if is_on() else []
    if not changed:
        return
    said = Said()
    pages = pages_of([one.story for one in changed])
    by_hour, recent = defaultdict(list), hours_of_newest(changed, said.now)
    for one in changed:
        was_seen = bool(one.before) and one.hour_before <= said.now
        hour = one.story.published_at if one.now else None
        at = hour if hour and hour > said.now else None
        if not was_seen and (at or not one.now):  # a page's files wait with it
            said.add({("placements", page) for page, is_hung, _hour in pages[one.story.pk] if is_hung})
        if was_seen or one.now:
            by_hour[at].append(one)
            note_lists(said, one, one.moved if was_seen else one.now, at)
        if was_seen and one.now:
            said.add(("regions_below", pk) for pk in parents_of(one.moved))
        elif was_seen or one.now:
            said.add(everywhere(one, said.now, recent), at)
            said.add({("placements", page) for page, *_others in pages[one.story.pk]}, at)
        if one.now:
            note_in_print(said, one.story, [hour for *_page, hour in pages[one.story.pk] if hour])
    for at, some in by_hour.items():
        note_open_lists(said, some, at)
        note_years(said, some, at)
    note_old(said, changed)
    note_pictures(said, changed)
    said.say()


def note_lists(said, one, moved, at):
    for kind, key in moved:
        said.add({("list", list_of(kind, key)), ("newest", list_of(kind, key))}, at)
        if kind in (Kind.DAY, Kind.CONTRIBUTOR):
            said.add({RANKING}, at)
        if kind == Kind.DAY:
            said.add({("web_only", key), ("year", key[:4])}, at)
        elif kind != Kind.REGION or len(key) < TOWN:
            said.add({("index", kind)}, at)


def hours_of_newest(filed, now):
    """Of their hours those that no page beyond the newest stories has passed."""
    hours = {one.story.published_at for one in filed if one.now}
    return {hour for hour in hours if newer_than(hour, now) < NEWEST}


def everywhere(one, now, recent):
    """A story that comes out, or is withdrawn."""
    story = one.story
    keys = whole(story.pk) | {sitemap_of("story", story.pk), ("sitemap", "index")}
    if one.now and story.published_at > now - NEWS:
        keys |= {("sitemap", "news")}
    if one.now and story.published_at in recent:
        keys |= {("newest", "story")}
    if one.now and story.corrected_at:
        keys |= {("list", "correction"), ("newest", "correction")}
    return keys


def note_open_lists(said, filed, at):
    """Of a list that has its first story, or lost its last one, other pages learn that there is one."""
    moved = {entry for one in filed for entry in (one.moved or one.now)}
    for kind, pk, has_others in others_in(moved, [one.story for one in filed], at or said.now):
        if not has_others:
            said.add({("open_lists", kind), sitemap_of(kind, pk), ("sitemap", "index")}, at)


def note_years(said, filed, at):
    """A year that has lost its last story is named until the numbers are joined (articles.counting.settle)."""
    days = {key for one in filed if one.now for kind, key in (one.moved or one.now) if kind == Kind.DAY}
    for year in {day[:4] for day in days}:
        if not has_others_in(year, at or said.now, stories=[one.story for one in filed]):
            said.add({("years", "all")}, at)


def note_old(said, filed):
    """What newer stories lead to: of a story that comes out now there are none."""
    old = [one for one in filed if one.story.published_at and one.story.published_at < said.now]
    for pk in followers(old):
        said.add({(RELATED, pk)})


def note_pictures(said, filed):
    """Those of a story that comes out may open and close later on."""
    for moment in moments_of([one.story.pk for one in filed if one.now]):
        said.add(all_with("picture", *(one.story.pk for one in filed if one.now)), at=moment)
