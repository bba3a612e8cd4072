"""A small newspaper in which every kind of page has something to show, and something that stands beside it."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from unittest import mock

from articles import publishing
from articles.corrections import enter
from articles.filing import relist
from articles.history.acts import Why
from articles.models import Article, Correction, FrontBlock, Genre, Issue
from articles.page_files import hang_pdf, hang_picture
from desk.models import Paper
from media.imaging.developing import develop
from regions.models import Region
from tests.factories import (
    compose,
    correspondent,
    illustrate,
    make_article,
    make_channel,
    make_column,
    make_page,
    make_photo,
    make_published,
    make_region,
    make_town,
    photographer,
    place,
    reporter,
)
from tests.pictures import draw, encoded, upload

NOW = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)  # ten in the morning at the paper
BODY = "日前，活动在广场举行。\n\n" + "职工们在现场交流经验。" * 60
POINTS = [[2, 2], [48, 2], [48, 48], [2, 48]]


def at(moment):
    return mock.patch("django.utils.timezone.now", return_value=moment)


def make_world():
    world = SimpleNamespace()
    with at(NOW):
        set_regions(world)
        set_labels(world)
        print_papers(world)
        write_for_the_web(world)
        correct_and_withdraw(world)
        set_front_page(world)
        Paper.objects.update(ranking_since=date(2025, 7, 1))
        for article in Article.objects.order_by("pk"):
            article.keep_version(why=Why.EDITED)
    return world


def set_regions(world):
    world.town = make_town()
    world.county = world.town.parent
    world.other_town = make_region(code="330681105", name="大唐镇", level="town", parent=world.county)
    world.city = make_region(code="330100", name="杭州市", level="city")
    world.former = make_region(code="330682", name="上虞县", parent=world.county.parent)
    Region.objects.filter(pk=world.former.pk).update(ended_on=date(2020, 1, 1))
    world.heir = make_region(code="330604", name="上虞区", parent=world.county.parent)
    world.former.successors.add(world.heir)


def set_labels(world):
    world.column, world.other_column = make_column(), make_column(name="一线短波")
    world.channel, world.other_channel = make_channel(), make_channel(name="要闻")
    world.empty_channel = make_channel(name="副刊")
    world.genre = Genre.objects.create(name="通讯")


def print_papers(world):
    """Two days' papers; of the first the story on page one runs on, and page two has its picture and PDF."""
    world.before = paper(on=date(2026, 3, 2), number=100)
    world.issue = paper(on=date(2026, 3, 4), number=101)
    world.one = make_page(issue=world.issue, label="01", name="要闻", duty_editor="陈静")
    world.two = make_page(issue=world.issue, label="02", name="工会", duty_editor="王林")
    world.old_page = make_page(issue=world.before, label="01", name="要闻")
    issued = NOW - timedelta(days=1)
    world.lead = story("头条稿", issued, world, page=world.one, genre=world.genre, tags=["劳模"])
    world.beside = story("次条稿", issued, world, page=world.one, town=world.other_town)
    world.inside = story(
        "内页稿", issued, world, page=world.two, column=world.other_column, by=[correspondent("周永卫")]
    )
    world.third = story("内页次条", issued, world, page=world.two)
    world.older = story("前日稿", NOW - timedelta(days=3), world, page=world.old_page, town=world.city)
    world.turned = place(article=world.lead, page=world.two, continued_from=world.lead.placements.get())
    for row in world.two.placements.all():
        row.hotspot = POINTS
        row.save()
    hang_picture(world.two, develop(upload(encoded(draw(size=(90, 120))))))
    hang_pdf(world.two, upload(b"%PDF-1.7", name="a.pdf"))
    world.photo = make_photo(by=[photographer("马敏")])
    world.second_photo = make_photo(caption="比赛现场。", by=[photographer("马敏")])
    world.shown = illustrate(article=world.lead, photo=world.photo, order=0)
    illustrate(article=world.lead, photo=world.second_photo, order=1)
    relist(world.lead)


def paper(*, on, number):
    hour = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return Issue.objects.create(date=on, number=number, published_at=hour)


def story(headline, hour, world, *, town=None, by=(), column=None, tags=(), **fields):
    return make_published(
        at=hour,
        headline=headline,
        body=BODY,
        by=by or [reporter("李凡")],
        regions=[town or world.town],
        column=column or world.column,
        channel=world.channel,
        tags=tags,
        **fields,
    )


def write_for_the_web(world):
    """On days without a paper, today among them, beside a paper, and in another year; one shows another in its text."""
    world.web = story("网上稿", NOW - timedelta(days=2), world, tags=["竞赛"])
    address = f"http://testserver/articles/{world.web.pk}/"
    world.quoting = story("转引稿", NOW - timedelta(hours=30), world, town=world.city)
    world.quoting.body = f"{BODY}\n\n{address}\n\n另有报道。"
    world.quoting.save()
    world.today = make_published(at=NOW - timedelta(hours=1), headline="今日快讯", channel=world.other_channel)
    world.ancient = make_published(at=NOW - timedelta(days=800), headline="旧稿", regions=[world.city])
    world.unplaced = make_article(
        headline="备用稿", body=BODY, stage="ready", column=world.column, regions=[world.town]
    )


def correct_and_withdraw(world):
    world.correction = Correction(article=world.web, wrong="甲", right="乙", published_at=NOW - timedelta(hours=5))
    enter(world.correction)
    world.withdrawn = story("撤下稿", NOW - timedelta(days=1), world, page=world.one)
    with at(NOW - timedelta(hours=2)):
        publishing.withdraw(world.withdrawn)


def set_front_page(world):
    kinds = FrontBlock.Kind
    blocks = [
        {"kind": kinds.COLUMN, "column": world.other_column},
        {"kind": kinds.REGION, "region": world.city},
        {"kind": kinds.PAGE, "page_label": "02"},
        {"kind": kinds.PICKED, "title": "推荐", "picks": [world.ancient]},
    ]
    compose(lead=world.older, until=NOW + timedelta(days=30), seconds=[world.web], blocks=blocks)
