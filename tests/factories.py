"""Rows for tests: keyword-only functions with dull defaults. What a test does not say does not matter to it."""

from datetime import date, timedelta
from itertools import count

from django.contrib.auth.models import Group
from django.utils import timezone

from articles.models import (
    Article,
    ArticleRegion,
    Channel,
    Column,
    FrontPage,
    Illustration,
    Issue,
    Page,
    Placement,
    Review,
)
from articles.models.article import Stage
from articles.publishing import publish
from articles.reviewing import review, submit
from bylines.models import Byline, Contributor, Role
from desk.models import Desk, Paper, User
from media.models import Photo
from newsroom.groups import CHIEF, EDITOR, REPORTER
from regions.models import Region
from tests.pictures import draw, encoded, upload

numbers = count(1)


def make_user(*, group=None, desk=None, **fields):
    """A colleague; with a group's name, one who has that group's rights."""
    user = User.objects.create_user(
        **{"username": f"user-{next(numbers)}", "password": "secret-word", "is_staff": True, **fields}
    )
    if group:
        user.groups.add(group_of(group))
    if desk:
        user.desks.add(desk)
    return user


def group_of(name):
    """There from the beginning, and also where a test has emptied the tables (tests/emptying.py)."""
    return Group.objects.get(name=name)


def make_desk(*, name=None):
    return Desk.objects.create(name=name or f"部门{next(numbers)}")


def make_region(*, code="330681", name="诸暨市", level="county", parent=None):
    if parent is None and level != "province":
        parent = make_region(code=f"{code[:2]}0000", name="浙江省", level="province")
    return Region.objects.get_or_create(code=code, defaults={"name": name, "level": level, "parent": parent})[0]


def make_town():
    """店口镇, with the county, city and province above it."""
    province = make_region(code="330000", name="浙江省", level="province")
    city = make_region(code="330600", name="绍兴市", level="city", parent=province)
    county = make_region(code="330681", name="诸暨市", level="county", parent=city)
    return make_region(code="330681104", name="店口镇", level="town", parent=county)


def make_contributor(*, name="李凡", **fields):
    return Contributor.objects.create(name=name, **fields)


def reporter(name):
    return Role.REPORTER, name


def correspondent(name):
    return Role.CORRESPONDENT, name


def photographer(name):
    return Role.PHOTOGRAPHER, name


def credit(*, by, article=None, photo=None):
    """Bylines in the order given; a name that the register knows is the same contributor."""
    for order, (role, name) in enumerate(by):
        contributor = Contributor.objects.filter(name=name).first() or make_contributor(name=name)
        Byline.objects.create(contributor=contributor, role=role, order=order, article=article, photo=photo)


def make_column(*, name="基层见闻"):
    return Column.objects.get_or_create(name=name)[0]


def make_channel(*, name="工会"):
    return Channel.objects.get_or_create(name=name)[0]


def make_article(*, headline="工会送清凉", by=(), regions=(), tags=(), page=None, **fields):
    article = Article.objects.create(headline=headline, **{"body": "日前，活动在广场举行。", **fields})
    credit(by=by, article=article)
    for order, region in enumerate(regions):
        ArticleRegion.objects.create(article=article, region=region, order=order)
    article.tags.add(*tags)
    if page:
        place(article=article, page=page)
    return article


def make_published(*, at=None, **fields):
    """A story that readers can read since yesterday, or since (or only from) the time given."""
    article = make_article(stage=Stage.READY, **fields)
    publish(article, at=at or timezone.now() - timedelta(days=1))
    return article


def in_review(*, passed=0, readers=None, author=None, **fields):
    """A story that was handed in, and has so many of its reviews behind it: each by a colleague of its own."""
    author = author or make_user(group=REPORTER)
    article = make_article(created_by=author, **fields)
    submit(article, by=author)
    pass_reviews(article=article, times=passed, readers=readers)
    return article


def pass_reviews(*, article, times, readers=None):
    readers = iter(readers or [])
    for _time in range(times):
        at_last = article.submissions.open().get().is_at_last_step
        reader = next(readers, None) or make_user(group=CHIEF if at_last else EDITOR)
        review(article, by=reader, verdict=Review.Verdict.PASS, opinion="同意。")


def signed(**fields):
    """Through a whole round with real people."""
    return in_review(passed=Paper.current().number_of_reviews, **fields)


def make_issue(*, on=date(2023, 3, 2), published=True, **fields):
    hour = timezone.now() - timedelta(days=1) if published else None
    return Issue.objects.create(date=on, published_at=hour, **fields)


def make_page(*, issue=None, label="02", name="工会", **fields):
    return Page.objects.create(
        issue=issue or make_issue(), label=label, name=name, **{"position": int(label[-2:]), **fields}
    )


def place(*, article, page, order=None, **fields):
    order = page.placements.count() if order is None else order
    return Placement.objects.create(article=article, page=page, order=order, **fields)


def story_form(article):
    """The admin's form of a story without rows hanging from it."""
    sets = ("bylines", "places", "illustrations", "placements", "doubts", "corrections")
    management = {f"{name}-{count}_FORMS": 0 for name in sets for count in ("TOTAL", "INITIAL")}
    return {
        "headline": article.headline,
        "body": article.body,
        "desk": article.desk_id or "",
        "base_version": article.version,
        **management,
    }


def make_photo(*, caption="职工在车间里比赛。", by=(), file=None, size=(64, 48), **fields):
    """A photo with a real picture and its renditions."""
    photo = Photo(caption=caption, **fields)
    photo.take_in(file or upload(encoded(draw(size=size))))
    credit(by=by, photo=photo)
    return photo


def illustrate(*, article, photo=None, **fields):
    return Illustration.objects.create(article=article, photo=photo or make_photo(), **fields)


def compose(*, lead=None, until=None, seconds=(), blocks=()):
    """The front page as editors set it; `blocks`: fields of each, its `picks` among them."""
    front = FrontPage.current()
    front.lead, front.lead_until = lead, until
    front.save()
    for order, article in enumerate(seconds, 1):
        front.seconds.create(article=article, order=order)
    for order, fields in enumerate(blocks, 1):
        picks = fields.pop("picks", ())
        block = front.blocks.create(**{"order": order, **fields})
        for at, article in enumerate(picks, 1):
            block.picks.create(article=article, order=at)
    return front
