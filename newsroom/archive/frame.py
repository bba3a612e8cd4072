"""What stands before the first story: what stories are filed under, and whose hands they went through."""

from typing import NamedTuple

from django.db.models import Max
from taggit.models import Tag

from articles.kind import kind_of_stories
from articles.models import Channel, Column, Genre
from desk.models import Desk, Paper, User
from newsroom.archive.words import read_words

TAGS, COLUMNS = 1200, 40
GENRES = ("消息", "消息", "消息", "消息", "通讯", "通讯", "图片新闻", "评论", "公告", "文学")
COLUMN_ENDS = ("进行时", "故事", "观察", "在一线", "周记")
ARCHIVIST = "archive"


class Frame(NamedTuple):
    """Keys, but of tags, which are made with the archive: (key, name, address)."""

    genres: list[int]
    channels: list[int]
    desks: list[int]
    columns: list[int]
    tags: list[tuple[int, str, str]]
    archivist: int
    content_type: int
    paper: Paper


def frame():
    """Makes what is missing of it."""
    genres = dict(Genre.objects.values_list("name", "pk"))
    return Frame(
        genres=[genres.get(name, next(iter(genres.values()))) for name in GENRES],
        channels=list(Channel.objects.order_by("order", "pk").values_list("pk", flat=True)),
        desks=list(Desk.objects.order_by("order", "pk").values_list("pk", flat=True)),
        columns=[Column.objects.get_or_create(name=name)[0].pk for name in column_names()],
        tags=new_tags(),
        archivist=archivist().pk,
        content_type=kind_of_stories(),
        paper=Paper.current(),
    )


def archivist():
    """Entered it all. Nobody can log in as one who has no password."""
    user, made = User.objects.get_or_create(username=ARCHIVIST, defaults={"name": "资料室", "is_staff": True})
    if made:
        user.set_unusable_password()
        user.save()
    return user


def column_names():
    things = read_words().slots["thing"]
    return [f"{things[at % len(things)]}{COLUMN_ENDS[at % len(COLUMN_ENDS)]}" for at in range(COLUMNS)]


def new_tags():
    """The topics first: every story has its own."""
    words = read_words()
    taken = {word.casefold() for row in Tag.objects.values_list("name", "slug") for word in row}
    nouns = [noun for topic in words.topics for noun in topic.nouns]
    pairs = [f"{unit}{act}" for act in words.slots["act"] for unit in words.slots["unit"]]
    topics = [f"{topic.name}报道" if topic.name.casefold() in taken else topic.name for topic in words.topics]
    names = [*topics, *words.union["things"], *words.slots["thing"], *nouns, *pairs]
    free = [name for name in dict.fromkeys(names) if name.casefold() not in taken]
    return [(pk, name, name) for pk, name in enumerate(free[:TAGS], following(Tag))]


def following(model):
    return (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1
