"""Many stories for other people's programs: one at a time, in the order in which they came out."""

import json
from datetime import timedelta
from functools import partial
from urllib.parse import urljoin

from django.utils.encoding import iri_to_uri

from articles.machines import ninjs
from articles.models import Article
from articles.story import story_parts
from desk.days import midnight
from desk.models import Paper

AT_ONCE = 200
FILED = ("genre", "channel", "column", "desk")


def stories_for(*, first=None, last=None, channel="", column="", with_drafts=False):
    """
    What readers can read now; with_drafts: all there is. first, last: days on the newsroom's clock, of the hour a story
    came out or, of a draft, was entered.
    """
    stories = Article.objects.all() if with_drafts else Article.objects.published()
    hour = "created_at" if with_drafts else "published_at"
    if first:
        stories = stories.filter(**{f"{hour}__gte": midnight(first)})
    if last:
        stories = stories.filter(**{f"{hour}__lt": midnight(last + timedelta(days=1))})
    if channel:
        stories = stories.filter(channel__slug=channel)
    if column:
        stories = stories.filter(column__slug=column)
    return stories.select_related(*FILED).order_by(hour, "pk")


def address_on(site, path):
    return iri_to_uri(urljoin(site, path))


def write_ninjs(stories, file, site):
    """Each on a line of its own. Returns how many."""
    paper, count = Paper.current(), 0
    for story in stories.knowing_of_corrections().iterator(chunk_size=AT_ONCE):
        record = ninjs.ninjs(story_parts(story), paper, partial(address_on, site))
        file.write(json.dumps(record, ensure_ascii=False) + "\n")
        count += 1
    return count
