"""
The printed work of one contributor, a year at a time, as /my/<token>/ shows it: of what is out, and nothing else.
Counted as the statistics count it (docs/TALLY.md): the credits in print, each story and each use of a photo once.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q
from django.utils import timezone

from articles.models import Article, Placement, Printed
from articles.models.printed import BESIDE_THE_WRITERS

MOST = 500  # stories of one year that are shown; all are counted


@dataclass
class Piece:
    """What of one story is the contributor's. length: 0 where only the pictures are."""

    key: int
    day: date
    length: int = 0
    is_written: bool = False
    pictures: set[int] = field(default_factory=set)
    article: Article | None = None

    @property
    def photos(self):
        return len(self.pictures)

    def count(self, credit):
        if credit.photo_id:
            self.pictures.add(credit.photo_id)
        else:
            self.is_written, self.length = True, credit.length


@dataclass
class Year:
    number: int
    pieces: list[Piece] = field(default_factory=list)
    years: list[int] = field(default_factory=list)

    @property
    def rows(self):
        return [piece for piece in self.pieces if piece.article]

    @property
    def stories(self):
        return sum(piece.is_written for piece in self.pieces)

    @property
    def photos(self):
        return sum(piece.photos for piece in self.pieces)

    @property
    def length(self):
        return sum(piece.length for piece in self.pieces)


def year_of(contributor, asked=None):
    """The year that is asked for, or the newest in which something was printed."""
    credits = Printed.objects.out().filter(contributor=contributor)
    credits = credits.exclude(Q(photo=None) & Q(role__in=BESIDE_THE_WRITERS))
    years = years_in(credits)
    number = asked if asked in years else (years[0] if years else timezone.localdate().year)
    pieces = pieces_of(credits.filter(printed_on__year=number))
    show(pieces[:MOST])
    return Year(number, pieces, years)


def years_in(credits):
    """The newest first, one step in the index for each."""
    years, days = [], credits.order_by("-printed_on").values_list("printed_on", flat=True)
    newest = days.first()
    while newest:
        years.append(newest.year)
        newest = days.filter(printed_on__lt=date(newest.year, 1, 1)).first()
    return years


def pieces_of(credits):
    """The newest first."""
    pieces = {}
    for credit in credits.order_by("-printed_on", "-article_id", "pk"):
        piece = pieces.setdefault(credit.article_id, Piece(credit.article_id, credit.printed_on))
        piece.count(credit)
    return list(pieces.values())


def show(pieces):
    """With their stories, and where those stand in print."""
    placed = Placement.objects.published().select_related("page__issue").order_by("page__issue__date", "page__position")
    stories = (
        Article.objects.published()
        .defer("body")
        .prefetch_related(Prefetch("placements", placed, to_attr="places_in_print"))
    )
    found = stories.in_bulk([piece.key for piece in pieces])
    for piece in pieces:
        piece.article = found.get(piece.key)
