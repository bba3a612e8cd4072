"""Every kind of change that readers see, each made as the newsroom makes it. A new one is one line in CHANGES."""

from datetime import date, timedelta

from django.contrib.sites.models import Site
from taggit.models import Tag

from articles import placing, planning, publishing
from articles.corrections import enter
from articles.filing import relist, relist_by_key
from articles.history.acts import Why
from articles.hotspots import Drawing, draw
from articles.models import Article, Correction, FrontPage, Issue, Placement
from articles.outlines import written
from articles.page_files import take_down
from articles.page_order import stamp_of
from bylines.models import Byline, Contributor
from regions.gazetteer.reading import read_rows
from regions.loading import load_regions
from tests.factories import make_column, make_published
from tests.newsroom.showing.forms import deleted, saved
from tests.newsroom.showing.world import NOW

TOMORROW = NOW + timedelta(days=1)


def story_form(test, story="lead", **fields):
    saved(test.client, Article.objects.get(pk=getattr(test.world, story).pk), **fields)


def edited(test, story, **fields):
    record = Article.objects.get(pk=getattr(test.world, story).pk)
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()
    record.keep_version(why=Why.EDITED)
    relist(record)


def mended(text, place):
    return f"{text[:place]}改{text[place + 1 :]}"


def tagged(test, *tags):
    record = Article.objects.get(pk=test.world.lead.pk)
    record.tags.set(tags)
    record.keep_version(why=Why.EDITED)
    relist(record)


def moved_to_other_town(test):
    story = Article.objects.get(pk=test.world.lead.pk)
    story.places.update(region=test.world.other_town)
    story.keep_version(why=Why.EDITED)
    relist(story)


def credited(test):
    saved(test.client, test.world.lead, **{"bylines-0-name": "李小凡"})


def seen(*pages):
    return {page.pk: stamp_of(page.placements.order_by("order", "pk").values_list("pk", "article")) for page in pages}


def moved(test):
    world = test.world
    placing.move(Placement.objects.get(article=world.third), world.one, seen=seen(world.one, world.two))


def reordered(test):
    world = test.world
    rows = list(world.one.placements.order_by("order", "pk"))
    placing.move(rows[1], world.one, before=rows[0].pk, seen=seen(world.one))


def placed(test):
    placing.place(test.world.quoting, test.world.old_page, seen=seen(test.world.old_page))


def taken_off(test, story="beside"):
    row = Placement.objects.get(article=getattr(test.world, story))
    placing.take_off(row, seen=seen(test.world.one))


def drawn(test):
    row = Placement.objects.get(article=test.world.third)
    draw(test.world.two, {row.pk: Drawing(written(row.hotspot), [[1, 1], [60, 1], [60, 60]])})


def new_correction(test, at=NOW, story="lead"):
    enter(Correction(article=getattr(test.world, story), wrong="丙", right="丁", published_at=at))


def new_issue(test, at=NOW, on=date(2026, 3, 5)):
    issue = Issue.objects.create(date=on, number=102)
    page = planning.add_page(issue, label="01", name="要闻")
    for story in (test.world.unplaced, test.world.today):
        Placement.objects.create(article=story, page=page, order=story.pk)
    publishing.publish_issue(issue, at=at)


def published(test, at=None, story="unplaced"):
    publishing.publish(getattr(test.world, story), at=at)


def unscheduled(test):
    publishing.publish(test.world.unplaced, at=TOMORROW)
    publishing.unschedule(test.world.unplaced)


def other_column(test):
    edited(test, "older", column=test.world.other_column)


def photo(test, **fields):
    for name, value in fields.items():
        setattr(test.world.photo, name, value)
    test.world.photo.save()


def photo_credit(test):
    saved(test.client, test.world.photo, **{"bylines-0-name": "马敏敏"})


def credit_of_other(test):
    other = Contributor.objects.create(name="周敏")
    row = Byline.objects.get(photo=test.world.photo)
    row.contributor = other
    row.save()


def regions_loaded(test):
    """The official list: names that the desk had changed come back."""
    codes = {test.world.town.code, test.world.county.code, "330600", "330000"}
    load_regions([row for row in read_rows() if row.code in codes])


def successor(test):
    test.world.former.successors.set([test.world.city])


def front(test, **fields):
    FrontPage.objects.filter(pk=1).first()
    saved(test.client, FrontPage.current(), **fields)


def block(test, number, **fields):
    saved(test.client, FrontPage.current().blocks.order_by("order")[number], **fields)


def tag(name):
    return Tag.objects.get(name=name)


# What is said to change though a page reads the same: by the kind of page and of key, each with its reason.
OVER = {
    **dict.fromkeys(
        [("article_ninjs", key) for key in ("headline", "stand", "pages", "page", "issue", "length", "drawn")],
        "it is made of the parts of the story's page, its neighbours in print among them, and prints fewer",
    ),
    ("article_ninjs", "article"): "where the names under its pictures lead to is printed on the page alone",
    **dict.fromkeys(
        [(page, key) for page in ("article_page", "article_ninjs") for key in ("column", "channel")],
        "of a withdrawn story its column and channel are read before that is known",
    ),
    **dict.fromkeys(
        [("page_picture", key) for key in ("page", "pages", "column", "issue")],
        "it is made of the parts of the page itself, which names the issue, the other pages and columns",
    ),
    ("article_page", "issue"): "where a withdrawn story stood is read with the number of the issue",
    ("article_page", "pages"): "a page that comes or moves may be the next one or not",
    ("article_page", "related"): "which older stories a story leads to is not made anew to see whether they changed",
    ("front_page", "line"): "the places of its stories are named once, all together",
    ("sitemap_index", "sitemap"): "the newest moment of a file is not looked up, nor whether a list is its first",
    **dict.fromkeys(
        [(f"{kind}_feed", "column") for kind in ("channel", "contributor", "latest", "region", "tag")],
        "a feed prints a column's name and not its address",
    ),
}


CHANGES = {
    "nothing": lambda test: saved(test.client, test.world.column),
    "a story's headline": lambda test: edited(test, "lead", headline="新头条"),
    "its headline, in the admin": lambda test: story_form(test, headline="新头条"),
    "its further text": lambda test: edited(test, "lead", body=test.world.lead.body + "完。"),
    "its text after the beginning": lambda test: edited(test, "lead", body=mended(test.world.lead.body, 100)),
    "its text after the lead": lambda test: edited(test, "older", body=mended(test.world.older.body, 160)),
    "much more text": lambda test: edited(test, "lead", body=test.world.lead.body + "职工们在现场交流经验。" * 40),
    "its beginning": lambda test: edited(test, "lead", body="昨日，" + test.world.lead.body),
    "its kicker": lambda test: edited(test, "lead", kicker="引题"),
    "its summary": lambda test: edited(test, "older", summary="提要。"),
    "its dateline": lambda test: edited(test, "lead", dateline="本报讯"),
    "its channel": lambda test: edited(test, "lead", channel=test.world.other_channel),
    "its column": other_column,
    "its place": moved_to_other_town,
    "its tags": lambda test: tagged(test, "竞赛"),
    "its byline": credited,
    "a caption of its own": lambda test: saved(test.client, test.world.lead, **{"illustrations-0-caption": "新说明"}),
    "a photo's caption": lambda test: photo(test, caption="新说明"),
    "a photo's credit": photo_credit,
    "whom a photo's credit leads to": credit_of_other,
    "a photo's address": lambda test: test.world.photo.change_address(),
    "the second photo's address": lambda test: test.world.second_photo.change_address(),
    "a photo closed": lambda test: photo(test, embargo_until=TOMORROW),
    "a photo that AI made": lambda test: photo(test, digital_source_type="trainedAlgorithmicMedia"),
    "a story out": published,
    "a story out, dated back": lambda test: published(test, at=NOW - timedelta(days=5)),
    "a story unscheduled": unscheduled,
    "a story withdrawn": lambda test: publishing.withdraw(test.world.beside),
    "an old story withdrawn": lambda test: publishing.withdraw(test.world.ancient),
    "a story of the web withdrawn": lambda test: publishing.withdraw(test.world.web),
    "a withdrawn story restored": lambda test: publishing.restore(test.world.withdrawn),
    "a story moved": moved,
    "stories in another order": reordered,
    "a withdrawn story taken off": lambda test: taken_off(test, "withdrawn"),
    "a story of the web placed": placed,
    "a story taken off": taken_off,
    "a hotspot": drawn,
    "a correction": new_correction,
    "a correction changed": lambda test: saved(test.client, test.world.correction, right="戊"),
    "a correction deleted": lambda test: deleted(test.client, test.world.correction),
    "an issue out": new_issue,
    "an old issue out": lambda test: new_issue(test, at=NOW - timedelta(days=10), on=date(2026, 2, 23)),
    "an issue's number": lambda test: saved(test.client, test.world.issue, number=111),
    "an issue's date": lambda test: saved(test.client, test.world.before, date="2026-03-01"),
    "a page's name": lambda test: saved(test.client, test.world.two, name="副刊"),
    "a page's label": lambda test: saved(test.client, test.world.two, label="03"),
    "a page's editor": lambda test: saved(test.client, test.world.two, duty_editor="赵敏"),
    "the order of pages": lambda test: planning.shift_page(
        test.world.two, -1, seen=planning.order_of([test.world.one.pk, test.world.two.pk])
    ),
    "a page added": lambda test: planning.add_page(test.world.issue, label="04", name="专版"),
    "a page's picture taken down": lambda test: take_down(test.world.two),
    "a column's name": lambda test: saved(test.client, test.world.column, name="基层故事"),
    "a column's address": lambda test: saved(test.client, test.world.other_column, slug="short"),
    "a column's description": lambda test: saved(test.client, test.world.column, description="写基层。"),
    "a column's place": lambda test: saved(test.client, test.world.other_column, order=9),
    "a new column": lambda test: make_column(name="无稿"),
    "a channel's name": lambda test: saved(test.client, test.world.channel, name="工会新闻"),
    "a genre's name": lambda test: saved(test.client, test.world.genre, name="特写"),
    "a tag's name": lambda test: saved(test.client, tag("劳模"), name="劳动模范"),
    "a tag deleted": lambda test: deleted(test.client, tag("竞赛")),
    "a contributor's name": lambda test: saved(test.client, Contributor.objects.get(name="李凡"), name="李一凡"),
    "a contributor's unit": lambda test: saved(test.client, Contributor.objects.get(name="周永卫"), unit="县总工会"),
    "a contributor's place": lambda test: saved(
        test.client, Contributor.objects.get(name="周永卫"), region=test.world.town.pk
    ),
    "a region's name": lambda test: saved(test.client, test.world.county, name="诸暨"),
    "a region under another": lambda test: saved(test.client, test.world.other_town, parent=test.world.heir.pk),
    "a region's end": lambda test: saved(test.client, test.world.other_town, ended_on="2026-01-01"),
    "a region's successors": successor,
    "the list of regions": regions_loaded,
    "the front page's lead": lambda test: front(test, lead=test.world.lead.pk),
    "a block of the front page": lambda test: block(test, 0, title="短波"),
    "everything listed anew": lambda test: relist_by_key(list(Article.objects.values_list("pk", flat=True))),
    "the paper's domain": lambda test: saved(test.client, Site.objects.get_current(), domain="paper.cn"),
    "a first story in a new list": lambda test: make_published(
        at=NOW, headline="新地稿", regions=[test.world.heir], column=make_column(name="新栏"), tags=["新词"]
    ),
}
