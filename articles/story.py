"""
One story as its page prints it: every part, in a fixed number of queries. The desk's preview and the reader's page are
both made here, so that a draft looks exactly as it will.
"""

from dataclasses import dataclass

from django.utils import timezone
from taggit.models import Tag

from articles.cards import Card, cards, without_own_host
from articles.kind import kind_of_stories
from articles.layout import laid_out
from articles.models import ArticleRegion, Correction, Illustration
from articles.on_pages.printing import description
from articles.reading import credits_of
from articles.shown.words import ARTICLE
from articles.story_in_print import printed
from desk.composed_once import Question
from pagecache.showing import shows
from wording.markup import Block

ILLUSTRATIONS = Question(
    lambda now, story: Illustration.objects.open_to_readers(now).filter(article=story).with_files()
)
PLACES = Question(
    lambda story: ArticleRegion.objects.filter(article=story).select_related("region__parent__parent__parent")
)
TAGS = Question(
    lambda kind, story: Tag.objects.filter(
        taggit_taggeditem_items__content_type=kind, taggit_taggeditem_items__object_id=story
    ).order_by("taggit_taggeditem_items__pk")  # in the order in which they were given
)


@dataclass(frozen=True)
class Figure:
    """An illustration with the credits of its photo, which were loaded together with the story's."""

    illustration: Illustration
    credits: list


@dataclass(frozen=True)
class Piece:
    """A block of the body; a figure block brings its figure, the first paragraph is where the dateline runs in."""

    block: Block
    figure: Figure | None = None
    card: Card | None = None
    is_opening: bool = False


def story_parts(article, *, viewer=None, link=None):
    """
    All that articles/article_page.html prints, by name. With a viewer it is a preview for that colleague, perhaps of a
    story that was never saved. With a preview link it is what readers will see, with pictures that the link serves.
    """
    shows(ARTICLE, article.pk)
    illustrations = _illustrations(article, viewer, link)
    credits = credits_of(article, [shown.photo_id for shown in illustrations])
    figures = {shown.number: Figure(shown, credits.get(shown.photo_id, [])) for shown in illustrations}
    pieces = list(_pieces(article, figures))
    corrections = list(corrections_of(article)) if getattr(article, "has_corrections", True) else []
    tags = tags_of(article)
    shows("tag", *(tag.pk for tag in tags))
    return {
        "article": article,
        "credits": credits.get(None, []),
        "leading": next((shown for shown in illustrations if shown.photo.renditions), None),
        "description": description(article),
        "pieces": pieces,
        "has_opening": any(piece.is_opening for piece in pieces),
        "printed": printed(article, viewer=viewer, link=link),
        "places": PLACES.ask(story=article.pk or 0),
        "tags": tags,
        "corrections": corrections,
        "renewed_at": renewed_at(article, corrections),
        "preview": viewer is not None or link is not None,
        "link": link,
    }


def _illustrations(article, viewer, link):
    """The desk's preview shows every picture, and says of some that readers do not see them."""
    if link:
        return list(pictures_for(link))
    if viewer:
        return list(Illustration.objects.filter(article_id=article.pk).with_files())
    return ILLUSTRATIONS.ask(now=timezone.now(), story=article.pk or 0)


def pictures_for(link):
    """Of a story that somebody reads by a link: also under embargo, since the link is for before. None has a public
    address on that page: it would outlive the link."""
    for shown in Illustration.objects.licensed().filter(article_id=link.article_id).with_files():
        shown.photo.served_under = link.files_of(shown.photo)
        yield shown


def corrections_of(article):
    return (
        Correction.objects.filter(article_id=article.pk)
        .published()
        .select_related("stood_on__issue", "printed_on__issue")
    )


def renewed_at(article, corrections):
    """When readers last got to read something else: its hour, or its last correction; None of a draft."""
    moments = [article.published_at, *(correction.published_at for correction in corrections)]
    return max(filter(None, moments), default=None)


def tags_of(article):
    return TAGS.ask(kind=kind_of_stories(), story=article.pk) if article.pk else []


def _pieces(article, figures):
    opened, found = False, laid_out(without_own_host(article.body), list(figures))
    numbers = dict.fromkeys(block.number for block in found if block.kind == "story" and block.number != article.pk)
    shown = cards(list(numbers))
    for block in found:
        is_opening = block.kind == "paragraph" and not opened
        opened = opened or is_opening
        figure = figures.get(block.number) if block.kind == "figure" else None
        card = shown.get(block.number) if block.kind == "story" else None
        yield Piece(block, figure, card, is_opening)
