"""
The board: one issue as the desk sees it, its pages side by side, the stories on them, and the stories that have no page
yet. Gathered in a fixed number of queries, however many stories there are, and only what that colleague may see.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles import picking
from articles.models import Article, Doubt, Illustration, Issue, Page, Placement, Proof, Submission
from articles.state import State, state_of, step_of
from bylines.models import Role
from media import cards as photo_cards

COMING = 14
UNPLACED_SHOWN = 40
UNPLACED_DAYS = 30
UNUSED_PHOTOS = 12
WRITERS = (
    Role.REPORTER,
    Role.TRAINEE_REPORTER,
    Role.CORRESPONDENT,
    Role.SPECIAL_CORRESPONDENT,
    Role.INTERN,
    Role.AUTHOR,
)


@dataclass(frozen=True)
class Card:
    """One story: what a duty editor asks about it at a glance."""

    pk: int
    headline: str
    state: State
    length: int
    writers: str
    photos: int
    doubts: int
    may_be_edited: bool
    step: str = ""  # of a story in review
    waiting_since: datetime | None = None


@dataclass
class Sheet:
    """One page of the issue. `hidden` stories lie there too, of desks that are not this colleague's."""

    page: Page
    cards: list[Card] = field(default_factory=list)
    hidden: int = 0
    length: int = 0
    proof_label: str = ""  # of the last proof that was read


@dataclass(frozen=True)
class Board:
    issue: Issue | None
    previous: Issue | None = None
    next: Issue | None = None
    sheets: tuple[Sheet, ...] = ()
    unplaced: tuple[Card, ...] = ()
    photos: tuple[photo_cards.Card, ...] = ()

    @property
    def length(self):
        return sum(sheet.length for sheet in self.sheets)

    @property
    def stories(self):
        return sum(len(sheet.cards) + sheet.hidden for sheet in self.sheets)


def issue_in_hand(today):
    """The first one from today on that is not out yet; when all are out, today's; else the latest there is."""
    latest = Issue.objects.order_by("-date", "edition").values("pk")[:1]
    found = list(Issue.objects.filter(Q(date__gte=today) | Q(pk__in=latest)).order_by("date", "edition")[:COMING])
    coming = [issue for issue in found if issue.date >= today]
    unpublished = [issue for issue in coming if not issue.is_published]
    todays = [issue for issue in coming if issue.date == today]
    return next(iter(unpublished + todays + found), None)


def issue_near(day, edition=""):
    """The issue of that day and edition; without one, the nearest before it, or else the first there is."""
    exact = Issue.objects.filter(date=day, edition=edition).first() if edition else None
    before = exact or Issue.objects.filter(date__lte=day).order_by("-date", "edition").first()
    return before or Issue.objects.order_by("date", "edition").first()


def board_for(user, issue):
    if issue is None:
        return Board(None, unplaced=tuple(_cards(user, _unplaced(user)).values()), photos=_unused_photos(user))
    placements = Placement.objects.filter(page__issue=issue).order_by("order", "pk")
    placed = list(placements.values_list("page_id", "article_id", "article__length"))
    cards = _cards(user, Q(pk__in=[article for _, article, _ in placed]) | _unplaced(user))
    previous, following = _neighbours(issue)
    on_pages = {article for _, article, _ in placed}
    return Board(
        issue=issue,
        previous=previous,
        next=following,
        sheets=tuple(_sheet(page, placed, cards) for page in _pages(issue)),
        unplaced=tuple(card for pk, card in cards.items() if pk not in on_pages),
        photos=_unused_photos(user),
    )


def _pages(issue):
    """In their order, each with the last proof that was read of it."""
    last = Proof.objects.filter(page=OuterRef("pk")).order_by("-round")
    told = {"last_proof": last.values("round")[:1], "last_errors": last.values("errors")[:1]}
    return issue.pages.order_by("position", "label").annotate(**{name: Subquery(of) for name, of in told.items()})


def _unplaced(user):
    """Recent stories that no reader has seen and no page has taken."""
    since = timezone.now() - timedelta(days=UNPLACED_DAYS)
    waiting = Article.objects.visible_to(user).filter(placements=None, published_at=None, created_at__gte=since)
    return Q(pk__in=waiting.order_by("-pk").values("pk")[:UNPLACED_SHOWN])


def _cards(user, which):
    stories = (
        Article.objects.visible_to(user)
        .filter(which)
        .defer("body", "summary", "editors_note")
        .annotate(photo_count=_number_of(Illustration.objects), doubt_count=_number_of(Doubt.objects.open()))
        .prefetch_related("bylines")
        .order_by("-pk")
    )
    stories = Submission.objects.tell_step(stories)
    return {story.pk: _card(user, story) for story in stories}


def _number_of(rows):
    counted = rows.order_by().filter(article=OuterRef("pk")).values("article").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


def _card(user, story):
    return Card(
        pk=story.pk,
        headline=story.headline,
        state=state_of(story),
        length=story.length,
        writers="、".join(byline.name for byline in story.bylines.all() if byline.role in WRITERS),
        photos=story.photo_count,
        doubts=story.doubt_count,
        may_be_edited=story.may_be_edited_by(user),
        step=step_of(story),
        waiting_since=story.review_since,
    )


def _unused_photos(user):
    """The latest that no story has: they wait for one as stories wait for a page."""
    if not user.has_perm("media.view_photo"):
        return ()
    photos = picking.unused().prefetch_related("bylines")[:UNUSED_PHOTOS]
    return tuple(photo_cards.Card(photo, photo_cards.marks_of(photo)) for photo in photos)


def _sheet(page, placed, cards):
    sheet = Sheet(page, proof_label=str(Proof.Round(page.last_proof).label) if page.last_proof else "")
    for page_id, article_id, length in placed:
        if page_id != page.pk:
            continue
        sheet.length += length
        if article_id in cards:
            sheet.cards.append(cards[article_id])
        else:
            sheet.hidden += 1
    return sheet


def _neighbours(issue):
    """The issues before and after, in one query."""
    before = Issue.objects.before(issue).values("pk")[:1]
    after = Issue.objects.after(issue).values("pk")[:1]
    found = list(Issue.objects.filter(Q(pk__in=before) | Q(pk__in=after)))
    earlier = [other for other in found if (other.date, other.edition) < (issue.date, issue.edition)]
    later = [other for other in found if (other.date, other.edition) > (issue.date, issue.edition)]
    return next(iter(earlier), None), next(iter(later), None)
