"""The archive's rows, some days at a time: the same for the same seed, regions and records of the house."""

from collections import defaultdict
from datetime import date
from random import Random

from articles.models import Article, Correction, Issue, Page, Placement
from bylines.models import Contributor
from newsroom.archive.book import Book
from newsroom.archive.days import AFTERNOON, hour_of, hour_on_web
from newsroom.archive.frame import following
from newsroom.archive.layout import PAGES, days_back, hotspots, pages_of, shares
from newsroom.archive.people import Register
from newsroom.archive.pictures import PAGE_PICTURE
from newsroom.archive.places import Places
from newsroom.archive.stories import StoryPress
from newsroom.archive.tables import COLUMNS
from newsroom.archive.texts import Writer
from newsroom.archive.unprinted import Unprinted

BATCH = 1000  # stories
ONE_EXTRA_IN = 400  # days
CONTINUED = 0.03
BEHIND = 90  # the order of what is continued from another page


class Press:
    def __init__(self, frame, *, seed, stories, until):
        self.rng = Random(seed)  # noqa: S311  the same archive every time is the point
        self.frame, self.until, self.ordered = frame, until, stories
        self.next = {model: following(model) for model in COLUMNS if model._meta.pk.attname == "id"}
        self.rows, self.book = defaultdict(list), Book(self)
        self.owed = []  # corrections that the next issue prints
        places = Places(self.rng)
        self.register = Register(self.rng, places, self.next[Contributor])
        self.unprinted = Unprinted(stories)
        self.stories = StoryPress(self, Writer(self.rng), places)

    def batches(self):
        """[(number of the table, rows)], again and again; the last says how many stories each list has."""
        self.rows[Contributor] = self.register.rows(hour_of(self.until, AFTERNOON).at)
        self.rows[Article.tags.through.tag_model()] = self.frame.tags
        for number, (day, printed, on_web) in enumerate(days_back(self.until, self.ordered - self.unprinted.count), 1):
            self.print_day(date.fromordinal(day), number, printed, on_web)
            if len(self.rows[Article]) >= BATCH:
                yield self.taken()
        self.unprinted.write(self)
        self.print_owed(0, 0)
        self.book.close()
        yield self.taken()

    def taken(self):
        """In the order of the tables, so that what is pointed at comes first."""
        rows, self.rows = self.rows, defaultdict(list)
        return [(number, rows[model]) for number, model in enumerate(COLUMNS) if rows[model]]

    def add(self, model, *row):
        """Returns the key of the row."""
        key = self.next[model]
        self.next[model] = key + 1
        self.rows[model].append((key, *row))
        return key

    def print_day(self, day, number, printed, on_web):
        morning = hour_of(day, self.frame.paper.publication_hour)
        self.print_issue(morning, "", number, shares(printed, pages_of(day, printed)))
        if on_web and self.rng.randrange(ONE_EXTRA_IN) == 0:
            self.print_issue(hour_of(day, AFTERNOON), "extra", None, [on_web])
        else:
            for minutes in sorted(self.rng.randrange(840) for _ in range(on_web)):
                self.stories.press(hour_on_web(day, minutes), self.rng.randrange(len(PAGES)))

    def print_issue(self, hour, edition, number, shares):
        """The last page takes what is continued from others."""
        issue = self.add(Issue, hour.day, edition, number, hour.at)
        first = self.next[Page]
        self.print_owed(first, len(shares))
        last, bare = first + len(shares) - 1, set()
        for position, count in enumerate(shares):
            for order, hotspot in enumerate(hotspots(count)):
                self.place(hour, issue, first + position, position, order, hotspot, last, bare)
            self.page(issue, position, bare)

    def place(self, hour, issue, page, position, order, hotspot, last, bare):
        article, is_withdrawn = self.stories.press(hour, position, page, issue)
        placement = self.add(Placement, page, article, order, hotspot, None)
        if is_withdrawn:
            bare.add(page)
        elif order == 0 and page != last and self.rng.random() < CONTINUED:
            self.add(Placement, last, article, BEHIND, "[]", placement)

    def page(self, issue, position, bare):
        """A story that was withdrawn took the picture of its page down."""
        page = self.next[Page]
        key = f"{page:07x}{self.rng.getrandbits(36):09x}"
        editor = self.register.reporters[position * 40].name
        picture = "[]" if page in bare else PAGE_PICTURE
        self.add(Page, issue, f"{position + 1:02}", PAGES[position][0], position + 1, editor, key, picture)

    def owe(self, *correction):
        self.owed.append(correction)

    def print_owed(self, first, count):
        """In the same position of the next issue; those of the last issue of all are not printed yet."""
        for article, stood_on, position, wrong, right, at in self.owed:
            printed_on = first + position if position < count else None
            self.add(Correction, article, wrong, right, stood_on, printed_on, at, self.frame.archivist)
        self.owed = []
