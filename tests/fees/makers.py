"""A month of fees: a card, stories of March 2023 in print, and people who close and approve."""

from datetime import date
from decimal import Decimal

from articles.models import Issue
from articles.models.article import Stage
from articles.publishing import publish
from bylines.models import Role
from fees.closing import close_month
from fees.models import Grade, LengthRule, RateCard
from newsroom.groups import CHIEF, FINANCE
from tests.factories import correspondent, make_article, make_issue, make_page, make_user

MARCH, APRIL = date(2023, 3, 1), date(2023, 4, 1)
PAID = (Role.CORRESPONDENT, Role.SPECIAL_CORRESPONDENT, Role.AUTHOR)


def yuan(text):
    return Decimal(text)


def make_rule(*, name="千字", **fields):
    return LengthRule.objects.get_or_create(
        name=name, defaults={"measure": "characters", "unit": 1000, "part": "half_below", "half_below": 500, **fields}
    )[0]


def make_card(*, begins_on=date(2023, 1, 1), story="100", photo="30", **fields):
    """100 yuan a thousand characters, 30 a photo, 甲 half as much again; correspondents and authors are paid."""
    card = RateCard.objects.create(name="2023年标准", begins_on=begins_on, **fields)
    card.rates.create(kind="story", amount=yuan(story), rule=make_rule())
    card.rates.create(kind="photo", amount=yuan(photo))
    card.grade_pays.create(grade=make_grade(), factor=yuan("1.5"), supplement=yuan("20"))
    for role in PAID:
        card.paid_roles.create(role=role)
    return card


def make_grade(name="甲"):
    return Grade.objects.get_or_create(name=name)[0]


def print_story(*, on=date(2023, 3, 2), by=None, length=800, label="02", **fields):
    """Printed on that day's paper, so long."""
    issue = Issue.objects.filter(date=on).first() or make_issue(on=on)
    page = issue.pages.filter(label=label).first() or make_page(issue=issue, label=label)
    people = [correspondent("周永卫")] if by is None else by
    article = make_article(by=people, page=page, stage=Stage.READY, body="字" * length, **fields)
    publish(article)
    return article


def close(first_day=MARCH, by=None):
    return close_month(first_day, by=by or make_user(group=FINANCE))


def amounts(month):
    """[(kind, name, yuan)] of its lines in their order."""
    return [(line.kind, line.name, line.amount) for line in month.lines.order_by("number")]


def make_people():
    """Who makes it out, who checks it, who approves it."""
    return make_user(group=FINANCE), make_user(group=FINANCE), make_user(group=CHIEF)
