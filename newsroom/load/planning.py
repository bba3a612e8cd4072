"""What readers ask for, as a plan that their program reads: addresses of the archive that is there, with shares."""

import random
import re
from typing import Any

from django.urls import reverse
from django.utils.html import escape
from taggit.models import Tag

from articles.cursors import cursor_after
from articles.models import Article, Channel, Column, Issue
from articles.models.listing import Kind
from bylines.models import Contributor
from newsroom.benchmark.examples import lists
from newsroom.load.asked import JUST_OUT
from newsroom.sitemaps.addresses import BITS
from regions.models import Region

NEW = 400  # stories that are new: of six days
PLACES = 20_000  # places far back in lists, hardly one asked for twice
OF_A_LIST = {"region": 300, "contributor": 500, "column": 40, "channel": 20, "tag": 300}
STATIC = re.compile(r'(?:href|src)="((?:/static|/paper)/[^"#?]+)"')
CANONICAL = '<link rel="canonical" href="'
RECORDS: dict[Kind, Any] = {
    Kind.CONTRIBUTOR: Contributor.objects,
    Kind.COLUMN: Column.objects,
    Kind.CHANNEL: Channel.objects,
}
CHANCE = random.Random(1)  # noqa: S311 - nothing secret


def kinds():
    stories = all_stories()
    new, old = stories[:NEW], stories[NEW:]
    CHANCE.shuffle(old)
    found = {kind: list(of_kind(kind)) for kind in OF_A_LIST}
    return [
        kind("front page", 12, [("/", CANONICAL)]),
        kind("issue", 4, issues(), newest_first=True),
        kind("page of the paper", 5, pages(), newest_first=True),
        kind("story, new", 27, new, newest_first=True),
        kind(JUST_OUT, 3, new[:1], newest_first=True),
        kind("story, old", 3, old, once=True),
        kind("region", 3, found["region"], newest_first=True),
        kind("contributor", 1.5, found["contributor"], newest_first=True),
        kind("column, channel, tag", 5, found["channel"] + found["column"] + found["tag"], newest_first=True),
        kind("far back in a list", 1.5, places(found, stories), once=True),
        kind("indexes, calendar", 0.5, indexes()),
        kind("search", 1, searches(), newest_first=True),
        kind("feed", 2, feeds(found)),
        kind("sitemap", 1, sitemaps(stories)),
        kind("ninjs", 0.5, [(path.rstrip("/") + ".ninjs.json", '"uri"') for path, _words in new], newest_first=True),
        kind("had already (304)", 5, [("/", CANONICAL), *new[:60]], newest_first=True, if_changed=True),
        kind("not there (404)", 1.5, [(f"/articles/{9_000_000 + n}/", "") for n in range(200)], statuses=[404]),
    ]


def kind(name, share, asked, **more):
    return {"name": name, "share": share, "asked": list(asked), **more}


def all_stories():
    """(path, headline as a page has it), newest first."""
    rows = Article.objects.published().order_by("-published_at", "-pk").values_list("pk", "headline")
    return [(f"/articles/{pk}/", escape(headline)) for pk, headline in rows]


def issues():
    return [(issue.get_absolute_url(), issue.get_absolute_url()) for issue in newest_issues(30)]


def newest_issues(count):
    return Issue.objects.published().order_by("-date", "edition")[:count]


def pages():
    for issue in newest_issues(3):
        for page in issue.pages.all():
            yield page.get_absolute_url(), page.get_absolute_url()


def of_kind(name):
    """The longest first."""
    kind = Kind(name)
    keys = list(lists(kind).order_by("-number", "key").values_list("key", flat=True)[: OF_A_LIST[name]])
    for path, label in filter(None, map(records(kind, keys).get, keys)):
        yield path, escape(label)


def records(kind, keys):
    """{key as lists have it: (path, name)}"""
    if kind is Kind.REGION:
        return {row.code: (row.get_absolute_url(), row.name) for row in Region.objects.filter(code__in=keys)}
    if kind is Kind.TAG:
        tags = Tag.objects.filter(pk__in=keys)
        return {str(tag.pk): (reverse("tag_page", args=[tag.slug]), tag.name) for tag in tags}
    rows = RECORDS[kind].filter(pk__in=keys)
    return {str(row.pk): (row.get_absolute_url(), row.name) for row in rows}


def places(found, stories):
    """In the middle of the longest lists."""
    paths = [path for kind in ("region", "channel", "contributor", "tag") for path, _name in found[kind][:20]]
    newest = Article.objects.published().order_by("-published_at").values_list("published_at", flat=True)
    hours = list(newest)
    for _place in range(PLACES if paths and hours else 0):
        cursor = cursor_after(CHANCE.choice(hours), CHANCE.randint(1, len(stories)))
        yield f"{CHANCE.choice(paths)}?before={cursor}", CANONICAL


def indexes():
    names = ["region_index", "contributor_index", "column_index", "tag_index", "issue_calendar", "corrections_page"]
    return [(reverse(name), CANONICAL) for name in names]


def searches():
    """Words that stand in many stories and in few, and what nobody has written of."""
    names = Tag.objects.order_by("pk").values_list("name", flat=True)[:200]
    return [(f"{reverse('search_page')}?q={quoted(word)}", 'name="q"') for word in [*names, "没有人写过的词"]]


def quoted(word):
    return "".join(f"%{byte:02X}" for byte in word.encode())


def feeds(found):
    regions = [f"/feeds/regions/{path.strip('/').rpartition('/')[2]}.atom" for path, _name in found["region"][:10]]
    return [(path, "<feed") for path in [*[reverse("latest_feed")] * 5, *regions]]


def sitemaps(stories):
    bundles = range((len(stories) >> BITS) + 1)
    rows = [(reverse("story_sitemap", args=[bundle]), "<urlset") for bundle in bundles]
    return [(reverse("sitemap_index"), "<sitemapindex"), (reverse("news_sitemap"), "<urlset"), *rows]


def what_pages_bring(html, files):
    """Style sheets and scripts as the page names them, and pictures."""
    static = list(dict.fromkeys(STATIC.findall(html)))
    return [
        kind("picture", 14, [(path, "") for path in files], newest_first=True),
        kind("static file", 9, [(path, "") for path in static]),
    ]
