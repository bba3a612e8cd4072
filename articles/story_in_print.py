"""Where a story stands in print: its placements with all that its page tells of them, in one query."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article, Page, Placement
from articles.pagemap import is_front, page_map
from desk.composed_once import Question
from pagecache.showing import shows

# Of a placement, its page and the issue, and of each story of the page what its map and the links print.
PLACED = (
    *("article__headline", "article__length", "order", "hotspot", "continued_from"),
    *("page__label", "page__name", "page__duty_editor"),
    *(f"page__issue__{name}" for name in ("date", "edition", "number", "last_number", "published_at")),
)

# The next page's label, on either side of the page that the query has joined. Written by hand: Django takes longer to
# build the two subqueries than for all else that it asks of a story's page.
BESIDE = """
    SELECT beside.label FROM articles_page AS beside WHERE beside.issue_id = articles_page.issue_id
    AND (beside.position, beside.label) {0} (articles_page.position, articles_page.label)
    ORDER BY beside.position {1}, beside.label {1} LIMIT 1
"""


PLACEMENTS = Question(lambda now, story: _placed(Placement.objects.published(now), story))


@dataclass
class Printed:
    """Where a story stands: its placements, and what surrounds the first of them."""

    placements: list = field(default_factory=list)
    neighbours: list = field(default_factory=list)

    @property
    def first(self):
        return self.placements[0] if self.placements else None

    @property
    def page(self):
        return self.first.page if self.first else None

    @property
    def turned_to(self):
        """转版: where the first of its placements runs on, on a page that readers may see."""
        return next((row for row in self.placements if row.continued_from_id == self.first.pk and row.is_out), None)

    @property
    def previous_story(self):
        return self._beside(-1)

    @property
    def next_story(self):
        return self._beside(1)

    @property
    def page_map(self):
        return page_map(self.neighbours, masthead=is_front(self.page), pictures=False)

    @property
    def previous_page(self):
        return Page(issue=self.page.issue, label=self.page.previous_label) if self.page.previous_label else None

    @property
    def next_page(self):
        return Page(issue=self.page.issue, label=self.page.next_label) if self.page.next_label else None

    def _beside(self, step):
        spot = self.neighbours.index(self.first) + step
        return self.neighbours[spot].article if 0 <= spot < len(self.neighbours) else None


def printed(article, *, viewer=None, link=None):
    """The story's placements with the other stories of its first page: one query, whatever stands there."""
    placements = _with_the_story(article, viewer, link)
    own = [placement for placement in placements if placement.article_id == article.pk]
    by_key = {placement.pk: placement for placement in own if placement.is_out}
    if own:
        shows("placements", own[0].page_id)
        shows("pages", own[0].page.issue_id)
        shows("own_page", f"page:{own[0].page_id}")
    for placement in own:
        placement.continues = by_key.get(placement.continued_from_id)
    return Printed(own, [placement for placement in placements if own and placement.page_id == own[0].page_id])


def _with_the_story(article, viewer, link):
    """Each placement's page learns the labels of the pages before and after it."""
    if viewer or link:
        placements = list(_placed(_seen_by(viewer, article), article.pk or 0))
    else:
        placements = PLACEMENTS.ask(now=timezone.now(), story=article.pk or 0)
    for placement in placements:
        placement.page.previous_label = placement.previous_label
        placement.page.next_label = placement.next_label
    return placements


def _placed(visible, story):
    """On the pages where the story stands, as its page prints them."""
    return (
        visible.filter(page__placements__article=story)
        .select_related("page__issue", "article")
        .only(*PLACED)
        .annotate(
            previous_label=RawSQL(BESIDE.format("<", "DESC"), []),  # noqa: S611 - nothing in it comes from outside
            next_label=RawSQL(BESIDE.format(">", "ASC"), []),  # noqa: S611
        )
        .order_by("page__issue__date", "page__issue__edition", "page__position", "page__label", "order", "pk")
    )


def _seen_by(viewer, article):
    """
    The story wherever it will stand, and beside it what the viewer may read: no other desk's drafts. Who comes by a
    link (no viewer) reads beside it what every reader may.
    """
    if viewer is None:
        return Placement.objects.filter(Q(article=article.pk) | Q(pk__in=Placement.objects.published().values("pk")))
    beside = Article.objects.visible_to(viewer).filter(withdrawn_at=None)
    return Placement.objects.filter(Q(article=article.pk or 0) | Q(article__in=beside))
