"""
The front page, gathered: the latest issue, what editors composed (articles.composing), and by itself whatever they left
open. An empty newsroom has a calm page as well.
"""

from dataclasses import replace

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from articles.composing import composed
from articles.counting import having_stories
from articles.layout import leading_illustration
from articles.models import Article, Channel, Column, Issue
from articles.models.listing import Kind
from articles.pagemap import is_front, page_map
from articles.reading import leading_regions, pages_with_headlines, stories_by_key
from articles.shown.words import CARD, ENTRY, LINE
from bylines.models import Byline
from desk.composed_once import Question
from newsroom.front.layout import laid_out, stories_of
from pagecache.showing import shows

LATEST = 10
NEWEST_ISSUE = Question(lambda now: Issue.objects.published(now)[:1])
NEWEST = Question(
    lambda now, shown: (
        Article.objects.published(now).exclude(pk__in=shown).order_by("-published_at", "-pk").values_list("pk")[:LATEST]
    )
)
COLUMNS = Question(lambda now: having_stories(Column.objects.all(), Kind.COLUMN, "pk", now))
CHANNELS = Question(lambda now: having_stories(Channel.objects.all(), Kind.CHANNEL, "pk", now))


def front_page_now():
    """All that the template prints."""
    issue = NEWEST_ISSUE.first(now=timezone.now())
    pages = without_repeats(pages_with_headlines(issue)) if issue else []
    layout = laid_out(composed([pk for page in pages for pk in stories_of(page)]), pages)
    stories = with_stories(layout, pages)
    front = layout.front
    shows("front", "issue", "pins")
    shows("open_lists", "column", "channel")
    shows("newest", "story")
    shows(CARD, *stories_of(front))
    return {
        **stories,
        "issue": issue,
        "pages": pages,
        "front": front,
        "front_map": page_map(front.stories, masthead=is_front(front)) if front else None,
        "is_page_one": layout.is_page_one,
        # Asked for where they are printed: the desk's own sheet prints none of them.
        "columns": SimpleLazyObject(lambda: COLUMNS.ask(now=timezone.now())),
        "channels": SimpleLazyObject(lambda: CHANNELS.ask(now=timezone.now())),
        "regions": SimpleLazyObject(lambda: leading_regions(layout.shown)),
    }


def with_stories(layout, pages):
    """The layout's ids as stories; one that was withdrawn this very moment is left out."""
    latest = latest_beside(layout.shown)
    found = loaded(layout, latest, pages)

    def those(ids):
        return [found[pk] for pk in ids if pk in found]

    lead = found.get(layout.lead)
    load_credits(lead)
    sections = [replace(section, stories=those(section.chosen)) for section in layout.sections]
    shows(ENTRY, *([lead.pk] if lead else []))
    printed = [*layout.beside, *layout.below, *latest, *(section.chosen[0] for section in layout.sections)]
    shows(LINE, *printed)
    return {
        "lead": lead,
        "beside": those(layout.beside),
        "sections": sections,
        "below": those(layout.below),
        "latest": those(latest),
    }


def loaded(layout, latest, pages):
    """{id: story}: whole, save those of the issue of which the page shows nothing but the headline."""
    headlines = {placement.article_id: placement.article for page in pages for placement in page.stories}
    below_a_first = {pk for section in layout.sections for pk in section.chosen[1:]}
    briefly = (below_a_first & headlines.keys()).difference(layout.page_one)
    whole = {*layout.shown, *layout.page_one, *latest} - briefly
    found = {pk: headlines[pk] for pk in briefly} | stories_by_key(whole)
    if layout.front:
        layout.front.stories = illustrated(layout.front.stories, found)
    return found


def illustrated(placements, found):
    """Page one as its map draws it, with pictures."""
    placements = [placement for placement in placements if placement.article_id in found]
    for placement in placements:
        placement.article = found[placement.article_id]
    return placements


def load_credits(lead):
    """Who took the lead's picture: the only one of this page that is printed with its caption."""
    shown = leading_illustration(lead) if lead else None
    if shown:
        credits = Byline.objects.select_related("contributor")
        prefetch_related_objects([shown.photo], Prefetch("bylines", credits))


def without_repeats(pages):
    """A story that runs on to another page is shown once, on the first of them."""
    shown = set()
    for page in pages:
        page.stories = [placement for placement in page.stories if placement.article_id not in shown]
        shown |= {placement.article_id for placement in page.stories}
    return pages


def latest_beside(shown):
    """The newest stories that the page does not show already."""
    return [pk for (pk,) in NEWEST.ask(now=timezone.now(), shown=list(shown))]
