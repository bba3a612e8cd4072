"""What readers and the desk find a story by: its words, the names printed with it, and what it is filed under."""

from collections import defaultdict

from django.db.models import CharField, Value
from django.db.models.functions import Cast
from django.utils import timezone

from articles.filed_under import listing_keys_of
from articles.models.article import Article
from articles.models.illustration import Illustration
from articles.models.placement import Placement
from bylines.models import Byline
from desk.composed_once import Question
from search.entering import enter, leave
from search.sheets import Sheet
from wording.markup import plain_text

HEADLINES = ("headline", "kicker", "subheadline")
WORDS = ("dateline", "body", "summary", "editors_note", "source", "original_author", "original_title")
READ = (*HEADLINES, *WORDS, "published_at", "withdrawn_at", "column", "channel", "desk", "created_by")
# Which of two kinds of rows one is, that are read together.
NAME, PLACE = Value("name", CharField()), Value("place", CharField())


def enter_stories(articles):
    """As they are stored: what somebody has in memory does not matter."""
    enter(sheets_of([article.pk for article in articles]))


def note_change(article, before, now, *, by):
    """Called with every new version of a story, with the story as it is held and stored."""
    enter(sheets_of_held([article]))


def forget(sender, instance, **told):
    """Called when a story has been deleted."""
    leave([instance.pk])


def sheets_of(keys):
    """Of the stories with those keys, in a fixed number of queries."""
    return sheets_of_held(list(Article.objects.filter(pk__in=keys).only(*READ)))


def sheets_of_held(stories, keys_of=listing_keys_of):
    """keys_of: under which keys they stand in lists."""
    keys, (names, places) = keys_of(stories), names_and_places_of(stories)
    names_beneath, captions = pictured(stories)
    beneath = {pk: [*names_beneath[pk], *captions[pk].values()] for pk in keys}
    return [
        Sheet(
            key=story.pk,
            head="\n".join(getattr(story, name) for name in HEADLINES),
            body="\n".join([*words_of(story), *names[story.pk], *beneath[story.pk]]),
            filters=(
                *(f"{kind}:{key}" for kind, key in keys[story.pk]),
                *places[story.pk],
                *["photo:1"] * bool(captions[story.pk]),
                *(() if hour_of(story) else hands_of(story)),
            ),
            published_at=hour_of(story),
        )
        for story in stories
    ]


def hour_of(article):
    """None where readers do not find it, whatever the clock says."""
    return None if article.is_withdrawn else article.published_at


def hands_of(article):
    """Tokens of whose it is, which the desk's shelf has: a colleague finds those however many others there are."""
    hands = {"desk": article.desk_id, "by": article.created_by_id}
    return [f"{kind}:{key}" for kind, key in hands.items() if key]


def hands_reached_by(user):
    return [f"by:{user.pk}", *(f"desk:{key}" for key in sorted(user.desk_keys))]


def words_of(article):
    for name in WORDS:
        words = getattr(article, name)
        yield plain_text(words) if name == "body" else words


def shown_in(articles, at=None):
    """Pictures that readers see, now and for good: what has an end would be found beyond it by words that are gone."""
    return Illustration.objects.open_to_readers(at).filter(article__in=articles, photo__expires_at=None)


def names_and_places_of(articles):
    """{story's key: names and units as printed}, {story's key: tokens of its issues and its pages}."""
    names, places = defaultdict(list), defaultdict(set)
    rows = credits_and_stands.ask(stories=[article.pk for article in articles])
    for pk, what, _order, _record, *words in sorted(rows):
        if what == NAME.value:
            names[pk] += filter(None, words)
        else:
            issue, label = words
            places[pk] |= {f"issue:{issue}", f"page:{label}"}
    return names, places


@Question
def credits_and_stands(stories):
    credits = Byline.objects.filter(article__in=stories).order_by()
    stands = Placement.objects.filter(article__in=stories).order_by()
    return credits.values_list("article", NAME, "order", "pk", "name", "unit").union(
        stands.values_list("article", PLACE, "order", "pk", Cast("page__issue", CharField()), "page__label"), all=True
    )


def pictured(articles):
    """{story's key: names and units under its pictures}, {story's key: {picture: the words under it}}."""
    names, captions = defaultdict(list), defaultdict(dict)
    for pk, picture, caption, of_photo, *credit in captions_and_credits.ask(
        stories=[article.pk for article in articles], at=timezone.now()
    ):
        names[pk] += filter(None, credit)
        captions[pk][picture] = caption or of_photo
    return names, captions


@Question
def captions_and_credits(stories, at):
    printed = ("article", "pk", "caption", "photo__caption", "photo__bylines__name", "photo__bylines__unit")
    return shown_in(stories, at).values_list(*printed)
