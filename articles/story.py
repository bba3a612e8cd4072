"""
One story as its page prints it: every part, in a fixed number of queries. The desk's preview and the reader's page are
both made here, so that a draft looks exactly as it will.
"""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone
from taggit.models import Tag

from articles.cards import Card, cards, without_own_host
from articles.layout import laid_out
from articles.models import Article, ArticleRegion, Correction, Illustration, Page, Placement
from articles.on_pages.printing import description
from articles.pagemap import is_front, page_map
from articles.reading import credits_of
from articles.shown.words import ARTICLE
from desk.composed_once import Question
from pagecache.showing import shows
from wording.markup import Block

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


ILLUSTRATIONS = Question(
    lambda now, story: Illustration.objects.open_to_readers(now).filter(article=story).with_files()
)
PLACES = Question(
    lambda story: ArticleRegion.objects.filter(article=story).select_related("region__parent__parent__parent")
)
TAGS = Question(
    lambda kind, story: Tag.objects.filter(
        taggit_taggeditem_items__content_type=kind, taggit_taggeditem_items__object_id=story
    ).order_by("taggit_taggeditem_items__pk")  # in the order in which they were given
)
PLACEMENTS = Question(lambda now, story: _placed(Placement.objects.published(now), story))


@dataclass(frozen=True)
class Figure:
    """An illustration with the credits of its photo, which were loaded together with the story's."""

    illustration: Illustration
    credits: list


@dataclass(frozen=True)
class Piece:
    """A block of the body; a figure block brings its figure, the first paragraph is where the dateline runs in."""

    block: Block
    figure: Figure | None = None
    card: Card | None = None
    is_opening: bool = False


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


def story_parts(article, *, viewer=None, link=None):
    """
    All that articles/article_page.html prints, by name. With a viewer it is a preview for that colleague, perhaps of a
    story that was never saved. With a preview link it is what readers will see, with pictures that the link serves.
    """
    shows(ARTICLE, article.pk)
    illustrations = _illustrations(article, viewer, link)
    credits = credits_of(article, [shown.photo_id for shown in illustrations])
    figures = {shown.number: Figure(shown, credits.get(shown.photo_id, [])) for shown in illustrations}
    pieces = list(_pieces(article, figures))
    corrections = list(corrections_of(article)) if getattr(article, "has_corrections", True) else []
    tags = tags_of(article)
    shows("tag", *(tag.pk for tag in tags))
    return {
        "article": article,
        "credits": credits.get(None, []),
        "leading": next((shown for shown in illustrations if shown.photo.renditions), None),
        "description": description(article),
        "pieces": pieces,
        "has_opening": any(piece.is_opening for piece in pieces),
        "printed": printed(article, viewer=viewer, link=link),
        "places": PLACES.ask(story=article.pk),
        "tags": tags,
        "corrections": corrections,
        "renewed_at": renewed_at(article, corrections),
        "preview": viewer is not None or link is not None,
        "link": link,
    }


def _illustrations(article, viewer, link):
    """The desk's preview shows every picture, and says of some that readers do not see them."""
    if link:
        return list(pictures_for(link))
    if viewer:
        return list(Illustration.objects.filter(article_id=article.pk).with_files())
    return ILLUSTRATIONS.ask(now=timezone.now(), story=article.pk)


def pictures_for(link):
    """Of a story that somebody reads by a link: also under embargo, since the link is for before. None has a public
    address on that page: it would outlive the link."""
    for shown in Illustration.objects.licensed().filter(article_id=link.article_id).with_files():
        shown.photo.served_under = link.files_of(shown.photo)
        yield shown


def corrections_of(article):
    return (
        Correction.objects.filter(article_id=article.pk)
        .published()
        .select_related("stood_on__issue", "printed_on__issue")
    )


def renewed_at(article, corrections):
    """When readers last got to read something else: its hour, or its last correction; None of a draft."""
    moments = [article.published_at, *(correction.published_at for correction in corrections)]
    return max(filter(None, moments), default=None)


def tags_of(article):
    of_stories = ContentType.objects.get_for_model(Article).pk
    return TAGS.ask(kind=of_stories, story=article.pk) if article.pk else []


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
        placements = PLACEMENTS.ask(now=timezone.now(), story=article.pk)
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


def _pieces(article, figures):
    opened, found = False, laid_out(without_own_host(article.body), list(figures))
    numbers = dict.fromkeys(block.number for block in found if block.kind == "story" and block.number != article.pk)
    shown = cards(list(numbers))
    for block in found:
        is_opening = block.kind == "paragraph" and not opened
        opened = opened or is_opening
        figure = figures.get(block.number) if block.kind == "figure" else None
        card = shown.get(block.number) if block.kind == "story" else None
        yield Piece(block, figure, card, is_opening)
