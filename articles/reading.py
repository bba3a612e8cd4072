"""What readers' lists gather: published stories without their bodies, in a fixed number of queries however many."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Left
from django.utils import timezone

from articles.cursors import cursor_after
from articles.models import Article, ArticleRegion, Illustration, Listing, Page, Placement
from articles.models.listing import Kind
from articles.shown.words import LINE, list_of
from bylines.models import Byline
from desk.composed_once import Asked, Question
from desk.positions import beyond
from pagecache.showing import shows
from regions.models import Region

PER_PAGE = 20
LARGEST = 2**63 - 1  # key of a row
BEGINNING = 400
CREDITS = Question(lambda: Byline.objects.filter(Q(article=Asked("story")) | Q(photo__pk__in=[Asked("photos")])))
LONG_TEXTS = ("body", "editors_note")
IN_A_LIST = ("kicker", "headline", "subheadline", "summary", "published_at", "length", "column")


def stories_for_lists():
    """
    Published stories with all that a list prints; of the body only its beginning is loaded. Their illustrations and
    places are plain lists beside them: Django would make a queryset for each story, to be asked for them.
    """
    return (
        Article.objects.published()
        .only(*IN_A_LIST)
        .annotate(beginning=Left("body", BEGINNING))
        .select_related("column")
        .prefetch_related(
            Prefetch("illustrations", open_illustrations(), to_attr="loaded_illustrations"),
            Prefetch("places", ArticleRegion.objects.select_related("region"), to_attr="loaded_places"),
        )
    )


def open_illustrations():
    return Illustration.objects.open_to_readers().with_files()


def pages_with_headlines(issue):
    """The issue's pages in order, each with `stories`: its readable placements with headline and place."""
    return pages_with(placed_headlines(), issue)


def pages_with_pictures(issue):
    """The same with the pictures that a drawn page shows."""
    pictures = Prefetch("article__illustrations", open_illustrations(), to_attr="loaded_illustrations")
    return pages_with(placed_headlines().prefetch_related(pictures), issue)


def pages_with(placements, issue):
    pages = list(issue.pages.prefetch_related(Prefetch("placements", placements, to_attr="stories")))
    shows_pages(issue, pages)
    return pages


def shows_pages(issue, pages):
    shows("pages", issue.pk)
    shows("stand", *(page.pk for page in pages))


def placed_headlines():
    fields = ("page", "article", "order", "hotspot", "article__headline", "article__length")
    return Placement.objects.published().select_related("article").only(*fields)


def stories_on(page):
    """Its readable placements, with all that a list prints of their articles, and the pages that they turn to."""
    turned = ("continued_from__page__issue", "continued_to__page__issue")
    placements = page.placements.published().select_related(*turned)
    return list(placements.prefetch_related(Prefetch("article", stories_for_lists())))


def on_the_web_alone(day):
    """Of what came out that day the stories that stand on no page of a paper; the newest first."""
    printed = Placement.objects.published().filter(article=OuterRef("pk"))
    listed = Article.objects.published().filter(listings__kind=Kind.DAY, listings__key=day.isoformat())
    return listed.exclude(Exists(printed)).only("headline").order_by("-listings__published_at", "-pk")


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
    rows = Listing.objects.of(kind, key)
    # One bound alone: of two SQLite takes the hour it is, and walks all the way from there.
    bound = older_than(not_ahead(before), "published_at", "article_id")
    rows = rows.filter(bound) if before else rows.published()
    cut = stretch(rows, "published_at", "article_id")
    articles = stories_for_lists().in_bulk([row.article_id for row in cut.rows])
    shows("list", list_of(kind, key))
    shows(LINE, *articles)
    return Stretch([articles[row.article_id] for row in cut.rows if row.article_id in articles], cut.older)


def credits_of(article, photos):
    """The story's bylines and its pictures' in one query: a dict by photo id, the story's own under None."""
    found = {}
    for byline in CREDITS.ask(story=article.pk, photos=photos):
        found.setdefault(byline.photo_id, []).append(byline)
    return found


def leading_regions(articles):
    """The places of these stories, each once, in the order of their codes."""
    return Region.objects.filter(places__article__in=articles).distinct()
