"""Acts of the newsroom on the world of these tests, made as the newsroom makes them."""

from datetime import date, timedelta

from taggit.models import Tag

from articles import placing, planning, publishing
from articles.corrections import enter
from articles.filing import relist
from articles.history.acts import Why
from articles.hotspots import Drawing, draw
from articles.merging import merge
from articles.models import Article, Correction, FrontPage, Issue, Placement
from articles.outlines import written
from articles.page_order import stamp_of
from bylines.models import Byline, Contributor
from regions.gazetteer.reading import read_rows
from regions.loading import load_regions
from tests.factories import make_user
from tests.newsroom.showing.forms import saved
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


def made_one(test):
    gone, into = (Contributor.objects.get(name=name) for name in ("周永卫", "李凡"))
    merge(gone, into, by=make_user(is_superuser=True))


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
