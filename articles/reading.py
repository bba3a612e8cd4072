"""What readers' lists gather: published stories without their bodies, in a fixed number of queries however many."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left
from django.utils import timezone

from articles.cursors import cursor_after
from articles.loaded import ILLUSTRATIONS, PLACES, load_beside
from articles.models import Article, Listing, Page, Placement
from articles.models.listing import Kind
from articles.placed import stories_placed
from articles.shown.words import LINE, list_of
from bylines.models import Byline
from desk.composed_once import Question
from desk.numbers import LARGEST
from desk.positions import beyond
from pagecache.showing import shows
from regions.models import Region

PER_PAGE = 20
MOST_ON_THE_WEB = 60
BEGINNING = 400
CREDITS = Question(lambda story, photos: Byline.objects.filter(Q(article=story) | Q(photo__pk__in=photos)))
LONG_TEXTS = ("body", "editors_note")
IN_A_LIST = ("kicker", "headline", "subheadline", "summary", "published_at", "length", "column")


def as_listed(now=None):
    """Of the body only its beginning is loaded."""
    stories = Article.objects.published(now).only(*IN_A_LIST).select_related("column")
    return stories.annotate(beginning=Left("body", BEGINNING))


STORIES = Question(lambda now, stories: as_listed(now).filter(pk__in=stories).order_by())


def stories_by_key(keys):
    """
    {key: story} of the published ones, with all that a list prints, in three queries. Illustrations and places are
    plain lists beside them: Django would make a queryset for each story, to be asked for them.
    """
    keys, now = list(keys), timezone.now()
    stories = STORIES.ask(now=now, stories=keys) if keys else []
    load_beside(stories, {"loaded_illustrations": ILLUSTRATIONS, "loaded_places": PLACES}, now=now)
    return {story.pk: story for story in stories}


def pages_with_headlines(issue):
    """The issue's pages in order, each with `stories`: what of its stories may be read, as `Placed`."""
    pages = PAGES.ask(issue=issue.pk)
    placed = stories_placed(issue)
    for page in pages:
        page.issue = issue
        page.stories = [story for story in placed if story.page_id == page.pk]
    shows_pages(issue, pages)
    return pages


def pages_with_pictures(issue):
    """The same with the pictures that a drawn page shows."""
    pages = pages_with_headlines(issue)
    stories = [placed.article for page in pages for placed in page.stories]
    load_beside(stories, {"loaded_illustrations": ILLUSTRATIONS}, now=timezone.now())
    return pages


def shows_pages(issue, pages):
    shows("pages", issue.pk)
    shows("placements", *(page.pk for page in pages))


def stories_on(page):
    """Its readable placements, with all that a list prints of their articles, and the pages that they turn to."""
    placements = TURNING.ask(now=timezone.now(), page=page.pk)
    found = stories_by_key(placement.article_id for placement in placements)
    for placement in placements:
        placement.article = found.get(placement.article_id)
    return [placement for placement in placements if placement.article]


PAGES = Question(lambda issue: Page.objects.filter(issue=issue).order_by("position", "label"))
TURNING = Question(
    lambda now, page: (
        Placement.objects.published(now)
        .filter(page=page)
        .select_related("continued_from__page__issue", "continued_to__page__issue")
    )
)


def on_the_web_alone(day):
    """Of what came out that day the stories that stand on no page of a paper; the newest first."""
    return ON_THE_WEB.ask(now=timezone.now(), day=day.isoformat())


def stories_of_a_day_on_no_page(now, day):
    printed = Placement.objects.published(now).filter(article=OuterRef("pk"))
    listed = Article.objects.published(now).filter(listings__kind=Kind.DAY, listings__key=day)
    return listed.exclude(Exists(printed)).only("headline").order_by("-listings__published_at", "-pk")


ON_THE_WEB = Question(lambda now, day: stories_of_a_day_on_no_page(now, day)[: MOST_ON_THE_WEB + 1])


def published_pages_of(article):
    """Where the story stands in print, the first page first."""
    pages = Page.objects.published().filter(placements__article=article)
    return pages.select_related("issue").order_by("issue__date", "issue__edition", "position", "label")


@dataclass(frozen=True)
class Stretch:
    """One screenful of a long list, and where the older rows go on (empty at the end)."""

    rows: list
    older: str


def stretch(rows, moment, pk):
    """Cuts a queryset's first rows off at a screenful; the two names say which fields its order goes by."""
    rows = list(rows[: PER_PAGE + 1])
    if len(rows) <= PER_PAGE:
        return Stretch(rows, "")
    last = rows[PER_PAGE - 1]
    return Stretch(rows[:PER_PAGE], cursor_after(getattr(last, moment), getattr(last, pk)))


def older_than(place, moment, pk):
    """A condition by position: one walk down the index, as far back as one likes."""
    return Q() if place is None else beyond([f"-{moment}", f"-{pk}"], place)


def not_ahead(place):
    """Whoever makes a position up sees no further than the hour it is."""
    now = timezone.now()
    return (now, LARGEST) if place and place[0] > now else place


def stories_listed(kind, key, before=None):
    """The stories of one list, newest first. The second look at the article trusts no stale row."""
    hour, pk = not_ahead(before) or (timezone.now(), LARGEST)
    rows = LISTED.ask(kind=kind.value, key=str(key), hour=hour, story=pk)
    shown = rows[:PER_PAGE]
    stories = stories_by_key(pk for _hour, pk in shown)
    shows("list", list_of(kind, key))
    shows(LINE, *stories)
    older = cursor_after(*shown[-1]) if len(rows) > PER_PAGE else ""
    return Stretch([stories[pk] for _hour, pk in shown if pk in stories], older)


# One bound alone: of two SQLite takes the hour it is, and walks all the way from there.
LISTED = Question(
    lambda kind, key, hour, story: Listing.objects.filter(
        beyond(["-published_at", "-article_id"], [hour, story]), kind=kind, key=key
    ).values_list("published_at", "article_id")[: PER_PAGE + 1]
)


def credits_of(article, photos):
    """The story's bylines and its pictures' in one query: a dict by photo id, the story's own under None."""
    found = {}
    for byline in CREDITS.ask(story=article.pk or 0, photos=photos):
        found.setdefault(byline.photo_id, []).append(byline)
    return found


def leading_regions(articles):
    """The places of these stories, each once, in the order of their codes."""
    return REGIONS.ask(stories=list(articles)) if articles else []


REGIONS = Question(
    lambda stories: Region.objects.filter(places__article__pk__in=stories).only("code", "name").distinct()
)
