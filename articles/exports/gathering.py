"""Stories to export with all that hangs from them, in a fixed number of queries however many they are."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from articles.models import Article, Correction, Illustration, Placement
from articles.story import Figure
from bylines.models import Byline


@dataclass
class Story:
    article: Article
    credits: list = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)

    @property
    def page(self):
        return self.placements[0].page if self.placements else None

    @property
    def photos(self):
        return [figure.illustration.photo for figure in self.figures]

    def placement_on(self, page):
        return next((placement for placement in self.placements if page and placement.page_id == page.pk), None)


def gathered(articles, *, for_readers=False):
    """In the order of `articles`. For readers without the photos that they may not see now."""
    stories = {article.pk: Story(article) for article in articles.select_related("column", "channel")}
    figures = {shown: Figure(shown, []) for shown in illustrations_of(stories, for_readers)}
    credits = credits_of(stories, {shown.photo_id for shown in figures})
    for shown, figure in figures.items():
        figure.credits.extend(credits["photo", shown.photo_id])
        stories[shown.article_id].figures.append(figure)
    for placement in placements_of(stories):
        stories[placement.article_id].placements.append(placement)
    for correction in corrections_of(stories):
        stories[correction.article_id].corrections.append(correction)
    for pk, story in stories.items():
        story.credits = credits["article", pk]
    return list(stories.values())


def illustrations_of(stories, for_readers):
    every = Illustration.objects.open_to_readers() if for_readers else Illustration.objects.all()
    return every.filter(article__in=stories).select_related("photo")


def credits_of(stories, photos):
    found = defaultdict(list)
    for byline in Byline.objects.filter(Q(article__in=stories) | Q(photo__in=photos)):
        found["article" if byline.article_id else "photo", byline.article_id or byline.photo_id].append(byline)
    return found


def corrections_of(stories):
    found = Correction.objects.filter(article__in=stories).published().order_by("published_at", "pk")
    return found.select_related("stood_on__issue", "printed_on__issue")


def placements_of(stories):
    return (
        Placement.objects.filter(article__in=stories)
        .select_related("page__issue", "continued_from__page", "continued_to__page")
        .order_by("page__issue__date", "page__issue__edition", "page__position", "page__label", "order", "pk")
    )


def on_pages(pages, user):
    """
    {page's key: (its stories in the order of their placements, how many more are not in this colleague's reach)}.
    What was withdrawn is on no list for layout.
    """
    placed = Placement.objects.filter(page__in=pages, article__withdrawn_at=None).order_by("order", "pk")
    rows = list(placed.values_list("page_id", "article_id"))
    reached = Article.objects.in_reach_of(user).filter(pk__in={article for _page, article in rows})
    stories = {story.article.pk: story for story in gathered(reached)}
    found = {}
    for page in pages:
        keys = [article for page_id, article in rows if page_id == page.pk]
        there = [stories[key] for key in keys if key in stories]
        found[page.pk] = (there, len(keys) - len(there))
    return found
