"""
A story as the checks look at it: its texts, its rows and what is asked of the database once for all stories together.
However many stories are checked at once, the number of queries is the same.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext

from articles.models import Article, ArticleRegion, Illustration, Issue, Placement
from bylines.models import Byline
from bylines.under_photos import credit
from desk.composed_once import Question
from desk.models import Paper
from wording.unmarked import Unmarked, as_typed, unmarked

FIELDS = ("kicker", "headline", "subheadline", "dateline", "body", "summary", "editors_note")
MARKED_UP = {"body"}


class Text(NamedTuple):
    """One field: as it was typed, and its words without markup."""

    name: str
    label: Any
    typed: str
    read: Unmarked

    @property
    def words(self):
        return self.read.words


@dataclass
class Story:
    article: Article
    texts: dict[str, Text]
    bylines: list
    illustrations: list
    places: list
    placements: list
    together: "Together"
    number: int = 0  # among the stories that are checked together

    def typed(self, name):
        return self.texts[name].typed if name in self.texts else ""

    @cached_property
    def printed_on(self):
        """The day that its text speaks of: that of its issue, else of its hour, else today."""
        days = [placement.page.issue.date for placement in self.placements]
        return min(days) if days else timezone.localdate(self.article.published_at or timezone.now())


@dataclass
class Together:
    """The stories that are checked at once. What a check has to ask for all of them it keeps in `asked`."""

    stories: list[Story] = field(default_factory=list)
    asked: dict = field(default_factory=dict)

    @cached_property
    def paper(self):
        return Paper.current()

    def ask(self, what):
        """what(together): asked by the first story that needs it, for all of them."""
        if what not in self.asked:
            self.asked[what] = what(self)
        return self.asked[what]


@dataclass
class Sheet:
    """An issue as the checks look at it: its pages with their placements, its stories, and the issue before it."""

    issue: Issue
    pages: list
    stories: list[Story]
    last: Issue | None
    together: Together

    def placements_on(self, page):
        return [row for story in self.stories for row in story.placements if row.page_id == page.pk]


def prepare(articles):
    """The stories with all that the checks need, in five queries."""
    keys = [article.pk for article in articles if article.pk]
    rows = [
        by_article(bylines_of.ask, keys),
        by_article(illustrations_of, keys),
        by_article(regions_of.ask, keys),
        by_article(placements_of.ask, keys),
    ]
    together = Together()
    for number, article in enumerate(articles):
        bylines, shown, places, placements = (found[article.pk] for found in rows)
        texts = texts_of(article, shown)
        together.stories.append(Story(article, texts, bylines, shown, places, placements, together, number))
    return together


def prepare_typed(article, typed=None, **rows):
    """
    One story as somebody has it on the screen: typed words by field ("body", "caption-2") stand before the stored ones,
    and so do rows that are given: bylines, illustrations, places.
    """
    together = prepare([article])
    story = together.stories[0]
    for name, given in rows.items():
        setattr(story, name, given)
    story.texts = texts_of(article, story.illustrations, typed or {})
    return together


def prepare_issue(issue):
    pages = list(issue.pages.all())
    articles = Article.objects.filter(placements__page__in=pages).distinct().order_by("pk")
    together = prepare(list(articles))
    last = Issue.objects.filter(edition=issue.edition, number__isnull=False).before(issue).first()
    return Sheet(issue, pages, together.stories, last, together)


def by_article(rows_of, keys):
    found = defaultdict(list)
    for row in rows_of(keys=keys) if keys else ():
        found[row.article_id].append(row)
    return found


def illustrations_of(keys):
    rows = shown_in.ask(keys=keys)
    credit([row.photo for row in rows])
    return rows


bylines_of = Question(lambda keys: Byline.objects.filter(article__in=keys))
regions_of = Question(lambda keys: ArticleRegion.objects.filter(article__in=keys))
shown_in = Question(lambda keys: Illustration.objects.filter(article__in=keys).select_related("photo"))
placements_of = Question(
    lambda keys: (
        Placement.objects.filter(article__in=keys)
        .select_related("page__issue")
        .order_by("page__position", "page__label")
    )
)


def texts_of(article, illustrations, typed=None):
    typed = typed or {}
    found = {name: text(name, label_of(name), typed.get(name, getattr(article, name))) for name in FIELDS}
    for shown in illustrations:
        name = f"caption-{shown.number}"
        label = gettext("caption of figure %(number)s") % {"number": shown.number}
        found[name] = text(name, label, typed.get(name, shown.printed_caption))
    return found


def label_of(name):
    return Article._meta.get_field(name).verbose_name


def text(name, label, typed):
    return Text(name, label, typed, unmarked(typed) if name in MARKED_UP else as_typed(typed))
