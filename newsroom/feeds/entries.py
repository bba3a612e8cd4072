"""Stories and corrections as entries of a feed, in a fixed number of queries however many they are."""

from datetime import UTC
from functools import partial

from django.db.models import Max
from django.db.models.functions import Left
from django.utils import timezone

from articles.corrections import places, sentence
from articles.kind import kind_of_stories
from articles.layout import leading_illustration
from articles.loaded import BYLINES, ILLUSTRATIONS, PLACES, TAGS, load_beside
from articles.machines.body_html import html_of
from articles.models import Article, Correction, Listing
from articles.on_pages.printing import FEED_EXCERPT, excerpt
from articles.reading import BEGINNING, LONG_TEXTS
from desk.composed_once import Question
from newsroom.domain import domain
from newsroom.feeds.atom import Entry

MOST = 30
NO_DOMAIN = "example.com"  # Django's own, where nobody has entered the paper's


def latest(*, whole):
    return with_parts(LATEST[whole].ask(now=timezone.now()))


def listed(kind, key, *, whole):
    """Newest first; as on the pages, the second look at the story trusts no stale row."""
    keys = [pk for (pk,) in LISTED.ask(now=timezone.now(), kind=kind.value, key=str(key))]
    found = {story.pk: story for story in OF_KEYS[whole].ask(now=timezone.now(), stories=keys)} if keys else {}
    return with_parts([found[key] for key in keys if key in found])


def with_parts(stories):
    """Each with plain lists beside it of what an entry tells: five queries, and none for no story."""
    load_beside(stories, PARTS, now=timezone.now(), kind=kind_of_stories())
    return stories


def stories_told(whole, now):
    rows = Article.objects.published(now).select_related("column", "channel")
    return rows.annotate(beginning=Left("body", BEGINNING)).defer(*(() if whole else LONG_TEXTS))


def corrections(now=None):
    return Correction.objects.published(now).select_related("stood_on__issue", "printed_on__issue")


def both_ways(rows):
    """By whether a feed carries the whole text."""
    return {whole: Question(partial(rows, whole)) for whole in (True, False)}


LATEST = both_ways(lambda whole, now: stories_told(whole, now).order_by("-published_at", "-pk")[:MOST])
OF_KEYS = both_ways(lambda whole, now, stories: stories_told(whole, now).filter(pk__in=stories).order_by())
LISTED = Question(
    lambda now, kind, key: Listing.objects.filter(kind=kind, key=key).published(now).values_list("article")[:MOST]
)
PARTS = {
    "loaded_bylines": BYLINES,
    "loaded_places": PLACES,
    "loaded_corrections": Question(lambda now, stories: corrections(now).filter(article__pk__in=stories)),
    "loaded_illustrations": ILLUSTRATIONS,
    "loaded_tags": TAGS,
}


def last_withdrawal():
    """What left a feed is a change of it too. None where nothing ever was."""
    return Article.objects.withdrawn().aggregate(last=Max("withdrawn_at"))["last"]


def authority(request):
    """In ids: the paper's domain as the sites of the admin name it, whatever name the feed was asked for under."""
    if not hasattr(request, "authority"):  # asked for once, for all entries of a feed
        own = domain()
        request.authority = (request.get_host() if own == NO_DOMAIN else own).partition(":")[0]
    return request.authority


def entry_of(article, request, *, whole):
    mended = sorted(article.loaded_corrections, key=lambda correction: (correction.published_at, correction.pk))
    said = [f"更正：{sentence_of(correction, article)}" for correction in mended]
    return Entry(
        id=tag(request, article, f"articles/{article.pk}"),
        title=article.headline,
        address=request.build_absolute_uri(article.get_absolute_url()),
        published=article.published_at,
        updated=max([article.published_at, *(correction.published_at for correction in mended)]),
        summary="\n".join(filter(None, [article.ai_mark, excerpt(article, FEED_EXCERPT), *said])),
        picture=picture_of(article, request),
        html=html_of(article, said) if whole else "",
        authors=authors_of(article),
        categories=categories_of(article),
    )


def picture_of(article, request):
    """The address of the first, which ends when the picture's time does; the picture itself is in no feed."""
    shown = leading_illustration(article)
    return request.build_absolute_uri(shown.photo.largest["url"]) if shown and shown.photo.largest else ""


def entry_of_correction(correction, request):
    article = correction.article
    return Entry(
        id=tag(request, article, f"corrections/{correction.pk}"),
        title=f"更正：{article.headline}",
        address=f"{request.build_absolute_uri(article.get_absolute_url())}#corrections",
        published=correction.published_at,
        updated=correction.published_at,
        summary="\n".join([sentence(correction), *places(correction)]),
    )


def sentence_of(correction, article):
    correction.article = article
    return sentence(correction)


def tag(request, article, name):
    """RFC 4151. The day on which the story was entered: no later hour, headline or address changes it."""
    return f"tag:{authority(request)},{article.created_at.astimezone(UTC):%Y-%m-%d}:{name}"


def authors_of(article):
    """Each once; of a reprint whoever wrote it there. Without any the feed's own author, the paper, stands for it."""
    names = dict.fromkeys(byline.name for byline in article.loaded_bylines)
    return list(names) or [name for name in (article.original_author or article.source,) if name]


def categories_of(article):
    tags, places = (row.tag for row in article.loaded_tags), (row.region for row in article.loaded_places)
    labels = [article.column, article.channel, *tags, *places]
    return list(dict.fromkeys(label.name for label in labels if label))
