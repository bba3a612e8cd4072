"""The two shelves, and the index of this database."""

from typing import NamedTuple

from django.db import connection

from search import fts5, fts5_building, gin, gin_building
from search.models import DeskEntry, DeskText, Entry, OutEntry, OutText, Text


class Shelf(NamedTuple):
    """table: of the tokens, where those have one of their own. only_out: what has not come out is not found there."""

    entries: type[Entry]
    texts: type[Text]
    table: str
    only_out: bool

    @property
    def entry_table(self):
        return self.entries._meta.db_table

    @property
    def text_table(self):
        return self.texts._meta.db_table


OUT = Shelf(OutEntry, OutText, "search_out", only_out=True)
DESK = Shelf(DeskEntry, DeskText, "search_desk", only_out=False)
BOTH = (OUT, DESK)


def index():
    return fts5 if connection.vendor == "sqlite" else gin


def builder():
    """How the index of this database is built from nothing."""
    return fts5_building if connection.vendor == "sqlite" else gin_building
