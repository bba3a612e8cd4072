"""What is counted of contributors: a row for each credit of a story that is out or has its hour (Printed)."""

from collections import defaultdict
from datetime import date

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from articles.holding import hold_stories
from articles.models.article import Article
from articles.models.placement import Placement
from articles.models.printed import Printed
from articles.shares import shares_of_photo, shares_of_story
from bylines.credits import Credit
from bylines.models import Byline
from bylines.printing import stands_as
from desk.batches import in_batches
from desk.composed_once import Question

STORY, CREDIT, STAND = "story", "credit", "stand"
NO_PHOTO = 0
AT_ONCE = 500  # rows
COLUMNS = (
    *("article_id", "photo_id", "contributor_id", "role", "printed_on", "published_at", "issue_id", "column_id"),
    *("length", "parts", "part_of_role", "part_of_all"),
)


def reprint(articles):
    """
    Writes the rows of these stories anew, as far as they differ: of one that is neither out nor scheduled there is
    none. Whoever calls holds the stories.
    """
    standing = {}
    for pk, *row in standing_rows.ask(stories=[article.pk for article in articles]):
        standing[tuple(row)] = pk
    wanted = set(rows_of([article for article in articles if article.has_its_hour]))
    gone = sorted(pk for row, pk in standing.items() if row not in wanted)
    for some in in_batches(gone, AT_ONCE):
        Printed.objects.filter(pk__in=some).delete()
    enter_prints(sorted(wanted - standing.keys(), key=in_order))


def print_first(articles):
    """Of stories that came in whole and have no rows yet."""
    enter_prints(rows_of([article for article in articles if article.has_its_hour]))


def note_printed(article, before, now, *, by):
    """Called with every new version of a story, as it is held and stored: other names, photos, pages, length."""
    if article.published_at is not None:
        reprint([article])


def reprint_stories(**which):
    """Of those that are so: where the date of their issue has changed, or the issue of their page."""
    reprint(hold_stories(**which))


def enter_prints(rows):
    Printed.objects.bulk_create([Printed(**dict(zip(COLUMNS, row, strict=True))) for row in rows], batch_size=AT_ONCE)


def in_order(row):
    """The same for all who write, so that two of them never wait for each other."""
    article, photo, contributor, role, *_rest = row
    return article, photo or NO_PHOTO, contributor, role


def rows_of(articles):
    """Tuples in the order of COLUMNS, of stories that are in print."""
    if not articles:
        return
    found = {STORY: {}, STAND: defaultdict(list), CREDIT: defaultdict(list)}
    for pk, kind, *said in what_is_printed.ask(stories=[article.pk for article in articles]):
        if kind == STORY:
            found[STORY][pk] = said
        else:
            found[kind][pk].append(said)
    for article in articles:
        column, length, *_words = found[STORY][article.pk]
        place = place_of(article, found[STAND][article.pk])
        for photo, credits in by_photo(found[CREDIT][article.pk]):
            shares = shares_of_photo(credits) if photo else shares_of_story(credits)
            for (person, role), parts in shares.items():
                own = article.pk, photo, person, role
                yield *own, place[0], article.published_at, place[1], column or None, 0 if photo else length, *parts


def place_of(article, stands):
    """The day that it counts to, and the issue: the earliest that prints it; on the web alone, the day it came out."""
    if not stands:
        return timezone.localdate(article.published_at), None
    day, _edition, issue = min((day, edition, issue) for _none, issue, day, edition in stands)
    return date.fromisoformat(day), issue


def credits_of(article):
    """[(photo's key or 0, person, role, standing)] of the story's line and of its photos."""
    return [said for _pk, kind, *said in what_is_printed.ask(stories=[article.pk]) if kind == CREDIT]


def by_photo(said):
    """(photo's key or None, [(person, role)]), of what credits_of gives."""
    credits = defaultdict(list)
    for photo, person, role, standing in said:
        credits[photo or None].append((person, stands_as(Credit("", role, standing)) if photo else role))
    return credits.items()


@Question
def what_is_printed(stories):
    """
    Rows of one shape. A story: (key, STORY, column, length); a credit: (key, CREDIT, photo, person, role, standing);
    a page it stands on: (key, STAND, 0, issue, its date, its edition).
    """
    own = Byline.objects.filter(article__in=stories)
    shown = Byline.objects.filter(photo__illustrations__article__in=stories)
    of_photo = "photo__illustrations__article"
    stands = Placement.objects.filter(article__in=stories)
    about = Article.objects.filter(pk__in=stories)
    none, no_words = Value(NO_PHOTO, IntegerField()), Value("", CharField())
    return _rows(shown, of_photo, CREDIT, F("photo"), F("contributor"), F("role"), F("standing")).union(
        _rows(own, "article", CREDIT, none, F("contributor"), F("role"), F("standing")),
        _rows(stands, "article", STAND, none, F("page__issue"), _text("page__issue__date"), F("page__issue__edition")),
        _rows(about, "pk", STORY, Coalesce("column", none), F("length"), no_words, no_words),
        all=True,
    )


def _rows(rows, story, kind, *said):
    return rows.order_by().values_list(story, Value(kind, CharField()), *said)


def _text(field):
    return Cast(field, CharField())


@Question
def standing_rows(stories):
    return Printed.objects.filter(article__in=stories).order_by().values_list("pk", *COLUMNS)
