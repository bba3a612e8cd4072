"""The same story twice: under its headline at any time, and under another one among the stories checked with it."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from articles.checks.register import Check, Found, Level
from articles.models import Article
from desk.composed_once import Question
from wording.clauses import clauses, shared
from wording.markup import plain_text

MOST_NAMESAKES = 100
ALIKE = 0.3  # under one headline: the weather and the lottery have theirs every day, and other words
SAME = 0.6


@Question
def newest_named(headlines):
    rows = Article.objects.filter(headline__in=headlines, withdrawn_at=None).order_by("-pk")
    return rows.only("headline", "body")[:MOST_NAMESAKES]


def namesakes(together):
    """Stories of the same headlines, the newest; found by the headline's index."""
    headlines = {typed for story in together.stories if (typed := story.typed("headline").strip())}
    found = defaultdict(list)
    for article in newest_named.ask(headlines=sorted(headlines)):
        found[article.headline].append((article.pk, article.headline, clauses(plain_text(article.body))))
    return found


def all_clauses(together):
    return [clauses(story.texts["body"].words) for story in together.stories]


def where_clauses_stand(together):
    """{clause: numbers of the stories that have it}."""
    found = defaultdict(list)
    for number, own in enumerate(together.ask(all_clauses)):
        for clause in own:
            found[clause].append(number)
    return found


def same_story(story):
    twins = {pk: headline for pk, headline in twins_of(story) if pk != story.article.pk}
    for pk, headline in twins.items():
        yield Found("headline", said={"headline": headline, "number": pk}, names=pk)


def twins_of(story):
    together = story.together
    own = together.ask(all_clauses)[story.number]
    for pk, headline, theirs in together.ask(namesakes)[story.typed("headline").strip()]:
        if shared(own, theirs) >= ALIKE:
            yield pk, headline
    for number in beside(story, own):
        other = together.stories[number]
        if shared(own, together.ask(all_clauses)[number]) >= SAME:
            yield other.article.pk, other.typed("headline")


def beside(story, own):
    """The stories checked with this one that share any clause with it."""
    standing = story.together.ask(where_clauses_stand)
    return sorted({number for clause in own for number in standing[clause]})


SAMENESS_CHECKS = [
    Check(
        "same-story",
        Level.WARNING,
        _("The same story stands as “%(headline)s” (no. %(number)s)."),
        same_story,
        names_stories=True,
    ),
]
