"""A text comes in: it is recognised if it came before, read, and made into drafts with its page, all or nothing."""

from typing import NamedTuple

from django.db import transaction

from articles.models import Article, Column, Issue, Page
from bylines.models import Contributor
from intake.drafting import make_drafts
from intake.models import Source
from intake.reading.page import read_page
from intake.reading.result import Reading
from regions.places import gazetteer


class Received(NamedTuple):
    source: Source
    articles: list[Article]
    is_new: bool


def read_text(text):
    """A page of text, read with what the newsroom knows: its places, its contributors, its columns."""
    names = Contributor.objects.values_list("name", flat=True)
    return read_page(text, gazetteer(), names, Column.objects.values_list("name", flat=True))


@transaction.atomic
def receive(text, reading: Reading, *, name, page=None, desk=None, by=None, enclosed=None):
    """Drafts for a text that has not come before; for one that has, the drafts that it became then.

    enclosed: what came with the text in its file (intake.enclosures.enclose, which is called outside of a transaction).
    """
    if known := Source.objects.with_text(text).first():
        return Received(known, list(drafts_of(known)), is_new=False)
    digest = enclosed.manuscript.digest if enclosed else ""
    source = Source.objects.create(name=name[:200], text=text, received_by=by, file_digest=digest)
    articles = make_drafts(reading, page=page, desk=desk, by=by, source=source, enclosed=enclosed)
    return Received(source, articles, is_new=True)


def drafts_of(source):
    return Article.objects.filter(source_stories__source=source).order_by("source_stories__number")


def page_for(*, date, label, name="", edition=""):
    """That page of that issue, each made as an unpublished draft where it is missing."""
    issue, _made = Issue.objects.get_or_create(date=date, edition=edition)
    page = Page.objects.filter(issue=issue, label=label).first()
    if page is None:
        page = Page(issue=issue, label=label, name=name, position=position_of(label))
        page.full_clean()
        page.save()
    return page


def position_of(label):
    """Behind the pages of the sections before it: B01 behind A16."""
    section = ord(label[0].upper()) - ord("A") + 1 if label[:1].isalpha() else 0
    return section * 100 + int("".join(filter(str.isdecimal, label)) or 0)
