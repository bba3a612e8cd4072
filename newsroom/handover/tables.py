"""
Stories as a table that Excel and WPS open: UTF-8 with a BOM, a row a story. A cell that a program would take for a
formula begins with an apostrophe: what somebody typed into a headline must not run on whoever opens the table.
"""

import csv

from django.db.models import Prefetch
from django.utils import timezone

from articles.models import ArticleRegion, Placement
from articles.state import state_of
from bylines.printing import print_byline
from desk.batches import in_batches
from desk.sheets.cells import guarded
from newsroom.handover.stories import AT_ONCE, address_on
from wording.markup import plain_text

BOM = "\ufeff"
HEADS = (
    *("编号", "状态", "发布时间", "报纸日期", "版", "引题", "主题", "副题", "电头", "署名", "体裁", "频道", "专栏"),
    *("地区", "标签", "来源", "字数", "网址", "摘要", "正文"),
)


def write_table(stories, file, site):
    """Returns how many."""
    file.write(BOM)
    table = csv.writer(file)
    table.writerow(HEADS)
    count, rows = 0, with_rows(stories).iterator(chunk_size=AT_ONCE)
    for batch in in_batches(rows, AT_ONCE):
        table.writerows([written(cell) for cell in cells(story, site)] for story in batch)
        count += len(batch)
    return count


def with_rows(stories):
    placements = Placement.objects.select_related("page__issue").order_by("page__issue__date", "order")
    places = ArticleRegion.objects.select_related("region")
    return stories.prefetch_related(
        "bylines", "tags", Prefetch("placements", placements), Prefetch("places", places, to_attr="loaded_places")
    )


def cells(story, site):
    page = next((placed.page for placed in story.placements.all()), None)
    hour = story.published_at
    return (
        *(story.pk, state_of(story).label, f"{timezone.localtime(hour):%Y-%m-%d %H:%M}" if hour else ""),
        *((page.issue.date.isoformat(), page.label) if page else ("", "")),
        *(story.kicker, story.headline, story.subheadline, story.dateline, print_byline(story.bylines.all())),
        *(label.name if label else "" for label in (story.genre, story.channel, story.column)),
        "、".join(place.region.name for place in story.loaded_places),
        "、".join(sorted(tag.name for tag in story.tags.all())),
        *(story.source, story.length, address_on(site, story.get_absolute_url())),
        *(story.summary, plain_text(story.body)),
    )


def written(cell):
    """Numbers are ours, and stay numbers."""
    return guarded(cell) if isinstance(cell, str) else cell
