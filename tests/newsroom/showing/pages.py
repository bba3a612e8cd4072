"""Every kind of reader's page in that world: by the names of the addresses in the URL conf."""

from datetime import datetime
from typing import NamedTuple

from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver
from taggit.models import Tag

from bylines.models import Contributor
from newsroom.sitemaps.addresses import BITS
from pagecache.showing import recording
from tests.newsroom.showing.questions import asking

# Addresses that are never kept, each with its reason.
UNKEPT = {
    "search_page": "whatever anybody asks: as many pages as there are questions, each asked once",
    "search_suggest": "whatever anybody types",
    "open_search": "a dozen lines of the paper's name, which browsers keep for a day",
    "preview_page": "for whoever has the link, and no cache",
    "preview_file": "the same",
    "submit_page": "a form, each with a number of its own",
    "my_page": "for whoever has the link, and no cache",
    "ask_for_link": "a form",
    "public_file": "a file and no page; its address changes with it",
    "paper_sheet": "its address changes with it, and browsers keep it for ever",
    "paper_masthead": "the same",
    "robots": "made of the settings alone, and browsers keep it for an hour",
    "security_txt": "a few lines that hardly anybody asks for",
    **dict.fromkeys(("healthz", "healthz_live", "healthz_ready"), "whether the server is well is asked anew each time"),
    "metrics": "figures of this moment, for whoever watches",
    None: "the former address of a sitemap only leads on",
}


def addresses_in(world):
    """{name in the URL conf: the paths of such pages}"""
    return {**of_issues(world), **of_stories(world), **of_lists(world), **of_feeds(world), **of_sitemaps(world)}


def of_issues(world):
    days = (world.before.date, world.issue.date)
    return {
        "front_page": ["/", "/?large=1"],
        "issue_calendar": ["/issues/", "/issues/2026/", "/issues/2023/"],
        "issue_page": [*(f"/issues/{day}/" for day in days), "/issues/2026-03-03/", "/issues/2026-03-05/"],
        "page_page": [page.get_absolute_url() for page in (world.one, world.two, world.old_page)],
        "page_picture": [page.picture_address for page in (world.one, world.two)],
    }


def of_stories(world):
    stories = (world.lead, world.beside, world.inside, world.third, world.older, world.web, world.quoting)
    stories += (world.today, world.ancient, world.withdrawn)
    told = (world.lead, world.web, world.withdrawn)
    return {
        "article_page": [story.get_absolute_url() for story in stories],
        "article_ninjs": [reverse("article_ninjs", args=[story.pk]) for story in told],
        "corrections_page": ["/corrections/"],
    }


def of_lists(world):
    regions = (world.town, world.other_town, world.county, world.county.parent, world.city)
    regions += (world.county.parent.parent, world.former, world.heir)
    channels = (world.channel, world.other_channel, world.empty_channel)
    return {
        "region_index": ["/regions/"],
        "region_page": [region.get_absolute_url() for region in regions],
        "contributor_index": ["/contributors/"],
        "ranking_page": ["/rankings/", "/rankings/2026/", "/rankings/2025/"],
        "contributor_page": people_in(world),
        "column_index": ["/columns/"],
        "column_page": [column.get_absolute_url() for column in (world.column, world.other_column)],
        "channel_index": ["/channels/"],
        "channel_page": [channel.get_absolute_url() for channel in channels],
        "tag_index": ["/tags/"],
        "tag_page": ["/tags/劳模/", "/tags/竞赛/"],
    }


def of_feeds(world):
    return {
        "feed_index": ["/feeds/"],
        "latest_feed": ["/feeds/latest.atom"],
        "region_feed": [f"/feeds/regions/{region.code}.atom" for region in (world.county, world.city)],
        "contributor_feed": [feed_of(path) for path in people_in(world)],
        "channel_feed": [feed_of(world.channel.get_absolute_url())],
        "column_feed": [feed_of(column.get_absolute_url()) for column in (world.column, world.other_column)],
        "tag_feed": ["/feeds/tags/劳模.atom", "/feeds/tags/竞赛.atom"],
        "corrections_feed": ["/feeds/corrections.atom"],
    }


def feed_of(path):
    return f"/feeds{path[:-1]}.atom"


def of_sitemaps(world):
    listed = {"region": world.town, "column": world.column, "channel": world.channel}
    listed |= {"contributor": Contributor.objects.first(), "tag": Tag.objects.first()}
    return {
        "sitemap_index": ["/sitemap.xml"],
        "news_sitemap": ["/sitemap-news.xml"],
        "fixed_sitemap": ["/sitemaps/paper.xml"],
        "story_sitemap": [f"/sitemaps/stories-{world.lead.pk >> BITS}.xml"],
        "issue_sitemap": ["/sitemaps/issues-2026.xml"],
        "list_sitemap": [f"/sitemaps/{kind}-{record.pk >> BITS}.xml" for kind, record in listed.items()],
    }


def people_in(world):
    return [person.get_absolute_url() for person in Contributor.objects.order_by("pk")]


def views_of_readers():
    """{name in the URL conf: the view}, without the desk's own."""
    return dict(views_in(get_resolver()))


def views_in(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                yield from views_in(pattern)
        else:
            yield pattern.name, pattern.callback


def rendered(paths):
    """{path: its page}, made anew."""
    reader = Client()
    return {path: rendering(reader, path) for path in paths}


class Rendered(NamedTuple):
    answer: tuple  # what a reader gets
    names: frozenset  # of what it shows
    until: datetime | None  # when it knows itself that the clock changes it
    questions: frozenset  # what it asked of the database


def rendering(reader, path):
    with asking() as questions, recording() as names:
        response = reader.get(path)
    return Rendered((response.status_code, response.content), frozenset(names), names.until, frozenset(questions))
