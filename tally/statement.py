"""
The yearly statement of a contributor: every story and photo in print, where it stands, how many share it. The sums are
those of the statistics, made of the same credits; for many people in as many queries as for one.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from django.db.models import Prefetch, Q
from django.urls import reverse

from articles.models import Article, Placement
from articles.models.printed import BESIDE_THE_WRITERS, Printed
from bylines.models import Role
from tally.answers import Figure, Figures
from tally.asked import query_of
from tally.words import MEASURES, number_words, share_words

MOST_LINES = 1000  # of one person; whoever has more reads them in the statistics
IN_A_ROW = ("contributor_id", "article_id", "photo_id", "role", "printed_on", "length", "parts", "part_of_all")


class Credit(NamedTuple):
    """A row of Printed."""

    person: int
    story: int
    photo: int | None
    role: str
    day: date
    length: int
    parts: int
    part: int

    @property
    def share(self):
        return Fraction(self.part, self.parts)


class Line(NamedTuple):
    """One story."""

    day: date
    story: Any
    places: list  # where it is printed
    roles: str
    share: str  # of the words; empty where none is theirs, or all of them are
    photos: str
    length: int


@dataclass(frozen=True)
class Statement:
    person: Any
    year: int
    figures: Figures
    in_months: list  # twelve numbers of stories
    lines: list
    left_out: int  # lines beyond the most

    @property
    def whole(self):
        """[(words, address of the stories behind, empty where there are none)], as the statistics have them."""
        return [
            (number_words(figure.whole), self.behind(of=of) if figure.whole else "")
            for of, figure in zip(MEASURES, self.measures, strict=True)
        ]

    @property
    def split_words(self):
        return [number_words(figure.split) for figure in self.measures]

    @property
    def months(self):
        return [
            (number_words(number), self.behind(part=month) if number else "")
            for month, number in enumerate(self.in_months, 1)
        ]

    @property
    def measures(self):
        return self.figures.stories, self.figures.photos, self.figures.length

    @property
    def cards(self):
        """The numbers of the cards that the person had in that year, of people with their terms."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        held = [term for term in self.person.terms.all() if term.since <= last and (term.until or last) >= first]
        return "、".join(dict.fromkeys(term.number for term in reversed(held) if term.number))

    def behind(self, **asked):
        return reverse("admin:tally_stories") + query_of({"year": self.year, "person": self.person.pk, **asked})


def statements_of(people, year):
    """In the order of the people; somebody without a line has a statement that says so."""
    credits = credits_in(people, year)
    shown = {}
    for person, own in credits.items():
        shown[person] = list(by_story(own).items())[:MOST_LINES]
    stories = stories_with_places({story for lines in shown.values() for story, _credits in lines})
    return [
        statement_of(person, year, credits.get(person.pk, []), shown.get(person.pk, []), stories) for person in people
    ]


def credits_in(people, year):
    """{person: their credits in print that year, in the order of the days}"""
    beside = Q(photo=None, role__in=BESIDE_THE_WRITERS)
    rows = Printed.objects.out().filter(contributor__in=people, printed_on__year=year).exclude(beside)
    found = {}
    for row in rows.order_by("printed_on", "article_id", "id").values_list(*IN_A_ROW):
        credit = Credit(*row)
        found.setdefault(credit.person, []).append(credit)
    return found


def by_story(credits):
    found = {}
    for credit in credits:
        found.setdefault(credit.story, []).append(credit)
    return found


def stories_with_places(keys):
    pages = Prefetch("placements", Placement.objects.published().select_related("page__issue"))
    return Article.objects.published().only("headline").prefetch_related(pages).in_bulk(keys)


def statement_of(person, year, credits, shown, stories):
    lines = [line_of(stories[story], own) for story, own in shown if story in stories]
    every = by_story(credits)
    return Statement(person, year, figures_of(every), months_of(every), lines, len(every) - len(shown))


def line_of(story, credits):
    words, photos = apart(credits)
    roles = dict.fromkeys(str(Role(credit.role).label) for credit in credits)
    return Line(
        day=credits[0].day,
        story=story,
        places=[placement.page for placement in story.placements.all()],
        roles="、".join(roles),
        share=share_words(sum((credit.share for credit in words), Fraction())) if words else "",
        photos=photos_words(photos),
        length=max((credit.length for credit in words), default=0),
    )


def photos_words(credits):
    """How many, and by shares where somebody shares them."""
    number, share = len({credit.photo for credit in credits}), sum((credit.share for credit in credits), Fraction())
    if not number:
        return ""
    return str(number) if share == number else f"{number} ({number_words(share)})"


def apart(credits):
    """(of the words, of photos)"""
    return [one for one in credits if one.photo is None], [one for one in credits if one.photo is not None]


def figures_of(every):
    """Of {story: credits}, as tally.asking counts them with Split.ALL."""
    return sum((figures_in_story(credits) for credits in every.values()), Figures())


def figures_in_story(credits):
    words, photos = apart(credits)
    share, taken = (sum((credit.share for credit in some), Fraction()) for some in (words, photos))
    length = max((credit.length for credit in words), default=0)
    return Figures(
        stories=Figure(int(bool(words)), share),
        photos=Figure(len({credit.photo for credit in photos}), taken),
        length=Figure(length, length * share),
    )


def months_of(every):
    """How many stories or photos' stories were printed in each month."""
    found = [0] * 12
    for credits in every.values():
        found[credits[0].day.month - 1] += 1
    return found
