"""The sample's front page, composed: what stands in front.toml becomes rows."""

from taggit.models import Tag

from articles.composing import end_of_pin
from articles.models import Channel, FrontBlock, FrontPage
from articles.models.front_page import SOURCE_OF
from regions.models import Region


def compose(record, *, stories, columns):
    """`stories` and `columns`: the rows by the names that the files call them by."""
    front = FrontPage.current()
    for order, ref in enumerate(record.beside, 1):
        front.seconds.create(article=stories[ref], order=order, until=end_of_pin())
    finders = {
        "column": columns.get,
        "channel": lambda name: Channel.objects.get(name=name),
        "region": lambda code: Region.objects.get(code=code),
        "tag": lambda name: Tag.objects.get(name=name),
        "page": str,
    }
    for order, block in enumerate(record.blocks, 1):
        shown = {SOURCE_OF[block.kind]: finders[block.kind](block.what)} if block.what else {}
        row = FrontBlock(front=front, kind=block.kind, title=block.title, number=block.number, order=order, **shown)
        row.clean()
        row.save()
        for at, ref in enumerate(block.picks, 1):
            row.picks.create(article=stories[ref], order=at)
