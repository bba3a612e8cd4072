"""The invented archive into an empty newsroom."""

from datetime import date
from time import monotonic
from typing import NamedTuple

from articles.indexing import begin_anew
from articles.models import Article
from newsroom.archive.ahead import made_ahead
from newsroom.archive.frame import frame
from newsroom.archive.loading import loader
from newsroom.archive.press import Press
from newsroom.database_size import size_of_database
from newsroom.setting_up import set_up
from pagecache.sweeping import start_anew

LAST_DAY = date(2026, 6, 30)


class NotEmptyError(Exception):
    """Somebody's stories stand there."""


class Seeded(NamedTuple):
    """written: {model: rows}. before, after: the database in bytes."""

    written: dict
    seconds: float
    before: int
    after: int


def seed(stories, *, seed=1, until=LAST_DAY, tell=lambda done: None):
    """All or nothing. tell(done): called with the number of stories written, again and again."""
    if Article.objects.exists():
        raise NotEmptyError
    began, before = monotonic(), size_of_database()
    with loader().loading() as load:
        set_up()
        press = Press(frame(), seed=seed, stories=stories, until=until)
        with made_ahead(press.batches()) as batches:
            for batch in batches:
                load.write(batch)
                tell(load.written[Article])
        begin_anew()
        start_anew()
    return Seeded(load.written, monotonic() - began, before, size_of_database())
