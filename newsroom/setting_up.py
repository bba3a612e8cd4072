"""What every paper starts from: groups, genres, channels, a desk and its own record."""

from django.db import transaction

from articles.house_phrases import load_phrases
from articles.models import Channel, Genre
from articles.shown.coming import say_what_comes
from desk.models import Desk, Paper
from fees.models import Grade, LengthRule
from newsroom.groups import write_groups

GENRES = ["消息", "通讯", "评论", "图片新闻", "公告", "文学"]
CHANNELS = ["要闻", "工会", "民生", "评论", "副刊"]
BY_LAW, VERSE, EXACT = "千字（不足五百字按半千字）", "诗歌（十行作千字）", "千字（按实际字数）"
RULES = {
    BY_LAW: {"unit": 1000, "part": "half_below", "half_below": 500},
    VERSE: {"measure": "lines", "unit": 10, "part": "whole"},
    EXACT: {"unit": 1000, "part": "exact"},
}
GRADES = ["甲", "乙", "丙"]
DESKS = ["要闻部", "工会新闻部", "摄影部", "副刊部"]


@transaction.atomic
def set_up():
    """Safe to run again: adds what is missing and touches nothing that an editor has changed."""
    write_groups()
    Paper.current()
    for model, names in ((Genre, GENRES), (Channel, CHANNELS), (Desk, DESKS)):
        if not model.objects.exists():
            for order, name in enumerate(names):
                model.objects.create(name=name, order=order)
    lay_down_fees()
    load_phrases()
    say_what_comes()


def lay_down_fees():
    """What rate cards are made of: how the law counts, and the grades that most papers have. What is paid they say."""
    if not LengthRule.objects.exists():
        for name, counted in RULES.items():
            LengthRule.objects.create(name=name, **counted)
    if not Grade.objects.exists():
        for order, name in enumerate(GRADES):
            Grade.objects.create(name=name, order=order)
