"""What every paper starts from: groups, genres, channels, a desk and its own record."""

from django.db import transaction

from articles.house_phrases import load_phrases
from articles.models import Channel, Genre
from articles.shown.coming import say_what_comes
from desk.models import Desk, Paper
from newsroom.groups import write_groups

GENRES = ["消息", "通讯", "评论", "图片新闻", "公告", "文学"]
CHANNELS = ["要闻", "工会", "民生", "评论", "副刊"]
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
    load_phrases()
    say_what_comes()
