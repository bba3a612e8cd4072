"""What is asked for over the wire: the story's page, and for mixed load every page of the readers'."""

import random

from articles.cursors import cursor_after
from articles.models import Article, Listing
from newsroom.benchmark.examples import Examples
from newsroom.benchmark.readers import readers_pages

IN_STORIES = 0.7  # of those that are all over the archive; the others are lists


def story_path():
    return Examples().story.get_absolute_url()


def mixed_paths():
    return list(dict.fromkeys(page.path for page in readers_pages(Examples())))


def all_over():
    """Makes paths of stories, and of places far back in lists, from all over the archive."""
    last = Article.objects.order_by("pk").values_list("pk", flat=True).last() or 1
    examples = Examples()
    province = Listing.objects.of("region", examples.province.code)
    hours = province.order_by("published_at").values_list("published_at", flat=True)
    first, newest, chance = hours.first(), hours.last(), random.Random(1)  # noqa: S311 - nothing secret

    def path():
        pk = chance.randint(1, last)
        if chance.random() < IN_STORIES:
            return f"/articles/{pk}/"
        moment = first + (newest - first) * chance.random()
        return f"{examples.province.get_absolute_url()}?before={cursor_after(moment, pk)}"

    return path
