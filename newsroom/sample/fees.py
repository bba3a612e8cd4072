"""Last month in the sample: what came out in it, how that is paid, and its sheet, which waits for its approval."""

import tomllib
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from articles import publishing
from articles.history.acts import Why
from articles.models import Article, Channel, Genre, Illustration
from bylines.models import Role
from fees.approving import approve
from fees.closing import close_month
from fees.deciding import divide, give_grade
from fees.models import Grade, LengthRule, RateCard
from newsroom.groups import FINANCE
from newsroom.sample.content import FOLDER
from newsroom.sample.records import Byline
from newsroom.setting_up import BY_LAW, VERSE

HOUR = time(6)


def load_former():
    return tomllib.loads((FOLDER / "former.toml").read_text(encoding="utf-8"))["former"]


def pay_last_month(loader, accounts):
    """loader: the sample's, with its people and photos entered."""
    maker, checker = accounts[FINANCE]
    first_day = (loader.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    make_card(first_day)
    for record in load_former():
        print_one(loader, record, first_day.replace(day=record["day"]))
    month = close_month(first_day, by=maker)
    approve(month, by=checker, words="已与见报版面核对，无误。")


def make_card(first_day):
    card = RateCard.objects.create(name="山海劳动报稿酬标准", begins_on=first_day, most_a_month=Decimal(3000))
    by_law, verse = (LengthRule.objects.get(name=name) for name in (BY_LAW, VERSE))
    card.rates.create(kind="story", amount=Decimal(100), rule=by_law, most=Decimal(600))
    card.rates.create(kind="story", page="副刊", amount=Decimal(150), rule=by_law)
    card.rates.create(kind="story", genre=Genre.objects.get_or_create(name="诗歌")[0], amount=Decimal(150), rule=verse)
    card.rates.create(kind="story", genre=Genre.objects.get(name="图片新闻"), amount=Decimal(60))
    card.rates.create(kind="story", genre=Genre.objects.get(name="评论"), amount=Decimal(0))
    card.rates.create(kind="photo", amount=Decimal(40))
    for name, factor, on_top in (("甲", "1.5", 50), ("乙", "1.2", 20), ("丙", "1", 20)):
        grade = Grade.objects.get(name=name)
        card.grade_pays.create(grade=grade, factor=Decimal(factor), supplement=Decimal(on_top))
    for role in (Role.CORRESPONDENT, Role.SPECIAL_CORRESPONDENT, Role.AUTHOR):
        card.paid_roles.create(role=role)


def print_one(loader, record, day):
    article = Article.objects.create(
        headline=record["headline"],
        body=record["body"].strip(),
        genre=Genre.objects.get_or_create(name=record["genre"])[0],
        channel=Channel.objects.get_or_create(name=record["channel"])[0],
        desk=loader.desk,
        created_by=loader.author,
    )
    loader.credit([Byline(**byline) for byline in record["bylines"]], article=article)
    if "photo" in record:
        photo = loader.photos[record["photo"]]
        alt = next(one.alt for one in loader.content.photos if one.ref == record["photo"])
        Illustration.objects.create(article=article, photo=photo, alt=alt)
    article.keep_version(by=loader.author, why=Why.ENTERED)
    loader.desk_at_work.sign(article)
    publishing.publish(article, at=timezone.make_aware(datetime.combine(day, HOUR)), by=loader.desk_at_work.chief)
    decide(loader, record, article)


def decide(loader, record, article):
    chief = loader.desk_at_work.chief
    if "grade" in record:
        give_grade(article, Grade.objects.get(name=record["grade"]), by=chief, words="编前会评定")
    if "parts" in record:
        people = [loader.people[byline["who"]].pk for byline in record["bylines"]]
        divide(article, dict(zip(people, record["parts"], strict=True)), by=chief, words=record["why"])
