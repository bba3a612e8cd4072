"""
The board: one issue as the desk sees it, its pages side by side, the stories on them, and the stories that have no page
yet. Gathered in a fixed number of queries, however many stories there are, and only what that colleague may see.
"""

from datetime import timedelta
from itertools import groupby

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles import picking
from articles.models import Article, Doubt, Illustration, Issue, Note, Proof, Submission
from articles.page_order import stamp_of
from articles.state import state_of, step_of
from bylines.models import Role
from media import cards as photo_cards
from newsroom.board_sheets import Board, Card, Placed, Sheet

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


def issue_in_hand(today):
    """The first one from today on that is not out yet; when all are out, today's; else the latest there is."""
    latest = Issue.objects.order_by("-date", "edition").values("pk")[:1]
    issues = Issue.objects.tell_neighbours().filter(Q(date__gte=today) | Q(pk__in=latest))
    found = list(issues.order_by("date", "edition")[:COMING])
    coming = [issue for issue in found if issue.date >= today]
    unpublished = [issue for issue in coming if not issue.is_published]
    todays = [issue for issue in coming if issue.date == today]
    return next(iter(unpublished + todays + found), None)


def issue_near(day, edition=""):
    """The issue of that day and edition; without one, the nearest before it, or else the first there is."""
    issues = Issue.objects.tell_neighbours()
    exact = issues.filter(date=day, edition=edition).first() if edition else None
    before = exact or issues.filter(date__lte=day).order_by("-date", "edition").first()
    return before or issues.order_by("date", "edition").first()


def board_for(user, issue, *, photos=True):
    """issue: as found above, with its neighbours told."""
    shown = _unused_photos(user) if photos else ()
    if issue is None:
        return Board(None, unplaced=tuple(_cards(user, [_unplaced(user)]).values()), photos=shown)
    rows = list(_pages(issue))
    on_pages = {row.story for row in rows if row.story}
    cards = _cards(user, [Article.objects.filter(pk__in=on_pages), _unplaced(user)])
    return Board(
        issue=issue,
        previous=_neighbour(issue.before_date, issue.before_edition),
        next=_neighbour(issue.after_date, issue.after_edition),
        sheets=tuple(_sheets(rows, cards)),
        unplaced=tuple(card for pk, card in cards.items() if pk not in on_pages),
        photos=shown,
        may_place=user.has_perm("articles.add_placement"),
    )


def _pages(issue):
    """In their order, each with the last proof that was read of it, and once for every story that stands on it."""
    last = Proof.objects.filter(page=OuterRef("pk")).order_by("-round")
    told = {"last_proof": last.values("round")[:1], "last_errors": last.values("errors")[:1]}
    placed = {"placement": "placements", "story": "placements__article", "story_length": "placements__article__length"}
    placed |= {f"{name}_label": f"placements__continued_{name}__page__label" for name in ("from", "to")}
    return issue.pages.annotate(
        **{name: Subquery(of) for name, of in told.items()}, **{name: F(of) for name, of in placed.items()}
    ).order_by("position", "label", "placements__order", "placements__pk")


def _sheets(rows, cards):
    for _key, own in groupby(rows, key=lambda row: row.pk):
        rows_of_page = list(own)
        yield _sheet(rows_of_page[0], [row for row in rows_of_page if row.placement], cards)


def _sheet(page, placed, cards):
    return Sheet(
        page,
        placed=[
            Placed(row.placement, cards[row.story], row.from_label, row.to_label)
            for row in placed
            if row.story in cards
        ],
        hidden=sum(row.story not in cards for row in placed),
        length=sum(row.story_length for row in placed),
        proof_label=str(Proof.Round(page.last_proof).label) if page.last_proof else "",
        proof_errors=page.last_errors,
        stamp=stamp_of((row.placement, row.story) for row in placed),
    )


def _neighbour(day, edition):
    return Issue(date=day, edition=edition) if day else None


def _unplaced(user):
    """Recent stories that no reader has seen and no page has taken."""
    since = timezone.now() - timedelta(days=UNPLACED_DAYS)
    waiting = Article.objects.visible_to(user).filter(placements=None, published_at=None, created_at__gte=since)
    return Article.objects.filter(pk__in=waiting.order_by("-pk").values("pk")[:UNPLACED_SHOWN])


def _cards(user, parts):
    """parts: of the stories. In a union: PostgreSQL would look at every story for parts joined by OR."""
    first, *others = [part.order_by().values("pk") for part in parts]
    stories = (
        Article.objects.visible_to(user)
        .filter(pk__in=first.union(*others) if others else first)
        .defer("body", "summary", "editors_note")
        .annotate(photo_count=_number_of(Illustration.objects), doubt_count=_number_of(Doubt.objects.open()))
        .prefetch_related("bylines")
        .order_by("-pk")
    )
    stories = Note.objects.count_open(Submission.objects.tell_step(stories), user)
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
        is_in_reach=story.is_in_reach_of(user),
        step=step_of(story),
        waiting_since=story.review_since,
        version=story.version,
        notes=story.open_notes,
    )


def _unused_photos(user):
    """The latest that no story has: they wait for one as stories wait for a page."""
    if not user.has_perm("media.view_photo"):
        return ()
    photos = picking.unused().prefetch_related("bylines")[:UNUSED_PHOTOS]
    return tuple(photo_cards.Card(photo, photo_cards.marks_of(photo)) for photo in photos)
