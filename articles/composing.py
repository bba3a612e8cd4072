"""
What the editors' composition of the front page offers now, read in a fixed number of queries: the pinned lead, the
stories beside it, and for each block the stories that may stand in it, best first. Which of them do stand there is
settled from top to bottom, so that no story is shown twice: each block is offered enough to make up for that.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from articles.models import FrontBlock, FrontPage, FrontPick, FrontSecond, Listing
from articles.models.article import out
from articles.models.front_page import MOST_BLOCKS, MOST_SECONDS, standing
from articles.shown.words import list_of
from desk.composed_once import Question
from desk.models import Paper
from desk.numbers import LARGEST_SMALL
from pagecache.changing import changed
from pagecache.showing import shows

SHORTEST_PIN = timedelta(hours=6)  # what is pinned at night for the morning is not meant to end with it


LEADS = Question(
    lambda now: FrontPage.objects.filter(standing(now, story="lead", until="lead_until")).values_list("lead")
)
SECONDS = Question(lambda now: FrontSecond.objects.standing(now).values_list("article")[:MOST_SECONDS])
BLOCKS = Question(
    lambda: FrontBlock.objects.filter(is_shown=True).select_related("column", "channel", "region", "tag")[:MOST_BLOCKS]
)
PICKS = Question(
    lambda now, blocks: FrontPick.objects.standing(now).filter(block__pk__in=blocks).values_list("block", "article")
)


@dataclass
class Composition:
    """Ids of stories. `offers`: by block, the ids that may stand in it; a block that shows a page has none."""

    leads: list[int] = field(default_factory=list)  # one, or none
    seconds: list[int] = field(default_factory=list)
    blocks: list[FrontBlock] = field(default_factory=list)
    offers: dict[int, list[int]] = field(default_factory=dict)


def composed(printed=()):
    """
    `printed`: the ids of the latest issue's stories as they stand on its pages. They came out in one moment, and what
    the editors of the pages put first comes first here as well.
    """
    now = timezone.now()
    leads, seconds = [pk for (pk,) in LEADS.ask(now=now)], [pk for (pk,) in SECONDS.ask(now=now)]
    found = Composition(leads, seconds, BLOCKS.ask())
    show_blocks(found.blocks)
    found.offers = {**listed(found, now, printed), **picked(found, now)}
    return found


def show_blocks(blocks):
    shows("newest", *(list_of(block.kind, block.key) for block in blocks if block.is_list))
    shows("tag", *(block.tag_id for block in blocks if block.tag_id))


def listed(composition, now, printed):
    """The newest of each block's list: a bounded walk down the index for each, all in one query."""
    # A stretch is longer by all that may stand above the block already.
    parts, above = {}, 1 + MOST_SECONDS
    for block in composition.blocks:
        above += block.number
        if block.is_list:
            newest = Listing.objects.of(block.kind, block.key).published(now).filter(out(now, story="article__"))
            parts[block.pk] = (block.kind, block.key), newest[:above].values("pk")
    rows = rows_of([newest for _place, newest in parts.values()])
    rank = {pk: place for place, pk in enumerate(printed)}
    rows.sort(key=lambda row: (-row[3].timestamp(), rank.get(row[2], len(rank)), -row[2]))
    return {pk: [row[2] for row in rows if row[:2] == place] for pk, (place, _newest) in parts.items()}


def rows_of(parts):
    """
    (kind, key, story, time) of the rows in any of these stretches. A union: PostgreSQL would read the whole table for
    stretches joined by OR.
    """
    if not parts:
        return []
    fields = ("kind", "key", "article_id", "published_at")
    first, *others = [Listing.objects.filter(pk__in=part).order_by().values_list(*fields) for part in parts]
    return list(first.union(*others))


def picked(composition, now):
    """What was picked for each of the lists by hand, in its order."""
    lists = [block.pk for block in composition.blocks if block.kind == FrontBlock.Kind.PICKED]
    offers: dict[int, list[int]] = {pk: [] for pk in lists}
    for block, story in PICKS.ask(now=now, blocks=lists) if lists else []:
        offers[block].append(story)
    return offers


def end_of_pin(now=None):
    """When a pin ends of which nobody said so: the hour at which the next paper comes out."""
    now = timezone.localtime(now)
    hour = Paper.current().publication_hour
    days = (datetime.combine(now.date() + timedelta(days=day), hour, now.tzinfo) for day in range(3))
    return next(end for end in days if end >= now + SHORTEST_PIN)


def put_in_order(rows, before):
    """
    Numbers rows 1, 2, 3 …, as their numbers say; one without a number comes last. `before`: {key: number} of the rows
    that got another one. Of two with the same the one that was moved up stands above the other, and the one that was
    moved down below it.
    """

    def place(row):
        was = before.get(row.pk)
        return row.order or LARGEST_SMALL, 0 if was is None else (row.order > was) - (row.order < was), row.pk

    for number, row in enumerate(sorted(rows, key=place), 1):
        if row.order != number:
            type(row).objects.filter(pk=row.pk).update(order=number)
            changed(("front", "pins"))
