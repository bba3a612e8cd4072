"""What readers and the desk find a story by: its words, the names printed with it, and what it is filed under."""

from collections import defaultdict

from articles.filed_under import listing_keys_of
from articles.models.article import Article
from articles.models.illustration import Illustration
from articles.models.placement import Placement
from bylines.models import Byline
from search.entering import enter, leave
from search.sheets import Sheet
from wording.markup import plain_text

HEADLINES = ("headline", "kicker", "subheadline")
WORDS = ("dateline", "body", "summary", "editors_note", "source", "original_author", "original_title")
READ = (*HEADLINES, *WORDS, "published_at", "withdrawn_at", "column", "channel")


def enter_stories(articles):
    """As they are stored: what somebody has in memory does not matter."""
    enter(list(sheets_of([article.pk for article in articles])))


def note_change(article, before, now, *, by):
    """Called with every new version of a story."""
    enter_stories([article])


def forget(sender, instance, **told):
    """Called when a story has been deleted."""
    leave([instance.pk])


def sheets_of(keys, keys_of=listing_keys_of):
    """Of the stories with those keys, in a fixed number of queries. keys_of: under which keys they stand in lists."""
    stories = list(Article.objects.filter(pk__in=keys).only(*READ))
    keys, names, captions, places = (found(stories) for found in (keys_of, names_of, captions_of, places_of))
    for story in stories:
        pk = story.pk
        lists = [f"{kind}:{key}" for kind, key in keys[pk]]
        yield Sheet(
            key=pk,
            head="\n".join(getattr(story, name) for name in HEADLINES),
            body="\n".join([*words_of(story), *names.get(pk, ()), *captions.get(pk, ())]),
            filters=(*lists, *places.get(pk, ()), *["photo:1"] * (pk in captions)),
            published_at=None if story.is_withdrawn else story.published_at,
        )


def words_of(article):
    for name in WORDS:
        words = getattr(article, name)
        yield plain_text(words) if name == "body" else words


def shown_in(articles):
    """Pictures that readers see, now and for good: what has an end would be found beyond it by words that are gone."""
    return Illustration.objects.open_to_readers().filter(article__in=articles, photo__expires_at=None)


def names_of(articles):
    """{story's key: names and units as printed, also under its pictures}."""
    names = defaultdict(list)
    own = Byline.objects.filter(article__in=articles).values_list("article", "name", "unit")
    shown = shown_in(articles).values_list("article", "photo__bylines__name", "photo__bylines__unit")
    for pk, *printed in [*own, *shown]:
        names[pk] += filter(None, printed)
    return names


def captions_of(articles):
    """{story's key: the words under its pictures}; a story without a picture is not in it."""
    captions = defaultdict(list)
    for pk, caption, of_photo in shown_in(articles).values_list("article", "caption", "photo__caption"):
        captions[pk].append(caption or of_photo)
    return captions


def places_of(articles):
    """{story's key: tokens of its issues and its pages}."""
    places = defaultdict(set)
    rows = Placement.objects.filter(article__in=articles).values_list("article", "page__issue", "page__label")
    for pk, issue, label in rows:
        places[pk] |= {f"issue:{issue}", f"page:{label}"}
    return places
