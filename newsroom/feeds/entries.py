"""Stories and corrections as entries of a feed, in a fixed number of queries however many they are."""

from datetime import UTC

from django.contrib.sites.models import Site
from django.db.models import Max, Prefetch
from django.db.models.functions import Left

from articles.corrections import places, sentence
from articles.layout import leading_illustration
from articles.machines.body_html import html_of
from articles.models import Article, ArticleRegion, Correction, Illustration, Listing
from articles.reading import BEGINNING, LONG_TEXTS
from articles.templatetags.printing import FEED_EXCERPT, excerpt
from bylines.models import Byline
from newsroom.feeds.atom import Entry

MOST = 30
NO_DOMAIN = "example.com"  # Django's own, where nobody has entered the paper's


def latest(*, whole):
    return list(stories(whole).order_by("-published_at", "-pk")[:MOST])


def listed(kind, key, *, whole):
    """Newest first; as on the pages, the second look at the story trusts no stale row."""
    keys = list(Listing.objects.of(kind, key).published().values_list("article", flat=True)[:MOST])
    found = stories(whole).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def stories(whole):
    rows = Article.objects.published().select_related("column", "channel").annotate(beginning=Left("body", BEGINNING))
    return rows.defer(*(() if whole else LONG_TEXTS)).prefetch_related(
        Prefetch("bylines", Byline.objects.order_by("order", "pk")),
        Prefetch("places", ArticleRegion.objects.select_related("region")),
        Prefetch("corrections", corrections()),
        Prefetch("illustrations", Illustration.objects.open_to_readers().select_related("photo")),
        "tags",
    )


def corrections():
    return Correction.objects.published().select_related("stood_on__issue", "printed_on__issue")


def last_withdrawal():
    """What left a feed is a change of it too. None where nothing ever was."""
    return Article.objects.withdrawn().aggregate(last=Max("withdrawn_at"))["last"]


def authority(request):
    """In ids: the paper's domain as the sites of the admin name it, whatever name the feed was asked for under."""
    domain = Site.objects.get_current().domain
    return (request.get_host() if domain == NO_DOMAIN else domain).partition(":")[0]


def entry_of(article, request, *, whole):
    mended = sorted(article.corrections.all(), key=lambda correction: (correction.published_at, correction.pk))
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
    names = dict.fromkeys(byline.name for byline in article.bylines.all())
    return list(names) or [name for name in (article.original_author or article.source,) if name]


def categories_of(article):
    labels = [article.column, article.channel, *article.tags.all(), *(place.region for place in article.places.all())]
    return list(dict.fromkeys(label.name for label in labels if label))
