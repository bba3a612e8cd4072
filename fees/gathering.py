"""What was printed in a stretch of days, as the arithmetic takes it: from the credits in print (articles.Printed)."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from articles.models import Article, Placement, Printed
from articles.models.printed import BESIDE_THE_WRITERS
from bylines.models import Contributor, Role
from desk.batches import in_batches
from fees.models import DivisionPart, Rate, StoryGrade
from fees.reckoning.lengths import Measure
from fees.reckoning.works import Piece, Sharer, Work
from wording.markup import plain_text

AT_ONCE = 500
RANKS = {role: rank for rank, role in enumerate(Role.values)}


class Story(NamedTuple):
    headline: str
    page: str  # label, "" on the web alone
    page_name: str


@dataclass
class Gathered:
    works: list[Work] = field(default_factory=list)
    stories: dict[int, Story] = field(default_factory=dict)


def gather(first, last):
    """Every story and photo that is out and was printed on these days, both inside."""
    credits, days = credits_of(first, last)
    gathered = Gathered()
    for stories in in_batches(sorted({piece.article for piece in credits}), AT_ONCE):
        add_stories(gathered, stories, credits, days)
    return gathered


def credits_of(first, last):
    """{piece: {person: role}}, {article: day}. In two roles somebody has the one that stands first in the register."""
    rows = Printed.objects.out().filter(printed_on__range=(first, last)).order_by()
    credits, days = defaultdict(dict), {}
    said = ("article", "photo", "contributor", "role", "printed_on", "contributor__usual_role")
    for article, photo, person, role, day, usual_role in rows.values_list(*said):
        if not photo and role in BESIDE_THE_WRITERS:
            continue
        roles = credits[Piece(article, photo or 0)]
        as_whom = usual_role if role == Role.PHOTOGRAPHER else role
        roles[person] = min(roles.get(person, as_whom), as_whom, key=RANKS.__getitem__)
        days[article] = day
    return credits, days


def add_stories(gathered, stories, credits, days):
    pages, grades, divisions, lines = pages_of(stories), grades_of(stories), divisions_of(stories), lines_of(stories)
    pieces = defaultdict(list)
    for piece in credits:
        pieces[piece.article].append(piece)
    rows = Article.objects.filter(pk__in=stories).values_list("pk", "headline", "genre", "column", "length")
    for article, headline, genre, column, length in rows:
        story = gathered.stories[article] = Story(headline, *pages.get(article, ("", "")))
        for piece in pieces[article]:
            decided = {} if piece.photo else divisions.get(article, {})
            gathered.works.append(
                Work(
                    piece=piece,
                    printed_on=days[article],
                    sharers=sharers_of(credits[piece], decided),
                    characters=length,
                    lines=lines.get(article, 0),
                    genre=genre,
                    column=column,
                    page=story.page,
                    page_name=story.page_name,
                    grade=grades.get(article),
                )
            )


def sharers_of(people, decided):
    """people: {person: role}; decided: {person: parts}, which holds only if it names these people and no others."""
    weights = decided if decided.keys() == people.keys() else {}
    return tuple(Sharer(person, role, weights.get(person, 1)) for person, role in sorted(people.items()))


def lines_of(stories):
    """{article: lines} of those that a card may pay by the line: the others need not be read whole."""
    by_line = set(Rate.objects.filter(rule__measure=Measure.LINES.value).values_list("genre", flat=True))
    rows = Article.objects.filter(pk__in=stories) if by_line else Article.objects.none()
    if None not in by_line:
        rows = rows.filter(genre__in=by_line)
    return {article: number_of_lines(body) for article, body in rows.values_list("pk", "body")}


def number_of_lines(body):
    return sum(1 for line in plain_text(body).splitlines() if line.strip())


def pages_of(stories):
    """{article: (label, name)} of the page on which each was printed first."""
    stands = Placement.objects.published().filter(article__in=stories)
    stands = stands.order_by("-page__issue__date", "-page__issue__edition", "-page__position", "-pk")
    return {article: page for article, *page in stands.values_list("article", "page__label", "page__name")}


def grades_of(stories):
    return dict(StoryGrade.objects.standing().filter(article__in=stories).values_list("article", "grade"))


def divisions_of(stories):
    """{article: {person: parts}}"""
    parts = DivisionPart.objects.filter(division__article__in=stories, division__taken_back_at=None)
    found, rows = defaultdict(dict), list(parts.values_list("division__article", "contributor", "weight"))
    now = who_they_are({person for _article, person, _weight in rows})
    for article, person, weight in rows:
        found[article][now[person]] = found[article].get(now[person], 0) + weight
    return found


def who_they_are(people):
    """{key: key of whom that person has become}, over however many mergings."""
    now = {person: person for person in people}
    while merged := dict(
        Contributor.objects.filter(pk__in=set(now.values()), merged_into__isnull=False).values_list("pk", "merged_into")
    ):
        now = {person: merged.get(key, key) for person, key in now.items()}
    return now
