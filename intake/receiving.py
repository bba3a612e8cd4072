"""A text comes in: it is read; its stories that came before are recognised, the others become drafts on their page."""

from collections import defaultdict
from datetime import date as day
from datetime import timedelta
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Issue, Page
from intake.drafting.enclosures import hang_page, pictures_of
from intake.drafting.making import make_drafts
from intake.known import Known
from intake.models import Source, SourceStory, digest_of
from intake.reading.page import read_page
from intake.reading.result import Reading
from regions.places import gazetteer

LONGEST_NAME = Source._meta.get_field("name").max_length
FIRST_DAY = day(1850, 1, 1)
AHEAD = timedelta(days=366)


class Received(NamedTuple):
    source: Source
    articles: list[Article]
    is_new: bool


class Stretch(NamedTuple):
    """Where a story stands in its source, and what its words are known by."""

    start: int
    end: int
    digest: str


def read_text(text, looks=(), known=None):
    """A page of text, read with what the newsroom knows: its places, its contributors, its columns.

    looks: how it is laid out, where that is known (Manuscript.looks); known: for many texts in a row.
    """
    known = known or Known()
    return read_page(text, gazetteer(), known.names(), known.columns.now(), looks)


@transaction.atomic
def receive(
    text, reading: Reading, *, name, stories=None, page=None, by=None, enclosed=None, reference="", before=None, **said
):
    """
    Drafts of the stories (by their numbers in the reading; None: all of it) that have not come before; where all have,
    the drafts that they became then. The page may be a function that makes it: called only when something is drafted.

    enclosed: what came with the text in its file (drafting.enclosures.enclose, called outside of a transaction).
    reference: where a new text stands in its archive, if no other stands there (intake.archive.references).
    before: articles by the digests of their stories, made of earlier forms of this text; they are not made again.
    said: the desk, and what may be entered (intake.drafting.entering; else what `by` may).
    """
    wanted = dict(enumerate(reading.stories)) if stories is None else stories
    if not wanted:
        raise nothing_to_draft()
    source = source_of(text, name, by, enclosed, reference)
    stretches, before = stretches_of(text, reading), before or {}
    note_origins(source, stretches, {number: before.get(one.digest) for number, one in enumerate(stretches)})
    drafted = drafted_of(source)
    new = {number: story for number, story in wanted.items() if stretches[number].digest not in drafted}
    if not new:
        return Received(source, list(drafts_of(source)), is_new=False)
    page = page() if callable(page) else page
    pictures = pictures_of(reading, wanted, enclosed)
    shown = {number: pictures[number] for number in new}
    articles = make_drafts(new.values(), page=page, by=by, enclosed=enclosed, shown=list(shown.values()), **said)
    note_origins(source, stretches, dict(zip(new, articles, strict=True)))
    if page and enclosed and enclosed.manuscript.sheet:
        hang_page(page, enclosed, reading, articles_by_number(source, stretches), shown)
    return Received(source, articles, is_new=True)


def nothing_to_draft():
    return ValidationError(_("There is no story to make a draft of."), code="no_text")


def source_of(text, name, by, enclosed, reference):
    """The row of these words, locked: who hands them in at the same time waits, and finds the drafts made."""
    name = "".join(filter(str.isprintable, name))[:LONGEST_NAME]  # of a file: anything
    fields: dict[str, Any] = {"name": name, "text": text, "received_by": by, "reference": reference}
    fields["file_digest"] = enclosed.manuscript.digest if enclosed else ""
    source, is_made = Source.objects.get_or_create(digest=digest_of(text), defaults=fields)
    return source if is_made else Source.objects.select_for_update().get(pk=source.pk)


def note_origins(source, stretches, articles):
    """articles: by the numbers of their stories. A story whose draft was deleted has its row already."""
    rows = [
        SourceStory(source=source, article=article, number=number + 1, **stretches[number]._asdict())
        for number, article in articles.items()
        if article
    ]
    SourceStory.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["source", "digest"],
        update_fields=["article", "number", "start", "end"],
    )


def articles_by_number(source, stretches):
    drafts = {row.digest: row.article for row in source.stories.exclude(article=None).select_related("article")}
    return {number: drafts[one.digest] for number, one in enumerate(stretches) if one.digest in drafts}


def drafted_of(source):
    return set(source.stories.exclude(article=None).values_list("digest", flat=True))


def stretches_of(text, reading):
    """One for each story of the reading. Two of the same words in one text are told apart by their order."""
    spans, found, said = spans_by_story(reading), [], defaultdict(int)
    for number in range(len(reading.stories)):
        own = spans[number]
        words = "".join(text[span.start : span.end] for span in own)
        said[words] += 1
        start, end = (own[0].start, own[-1].end) if own else (0, 0)
        found.append(Stretch(start, end, digest_of(words + (str(said[words]) if said[words] > 1 else ""))))
    return found


def spans_by_story(reading):
    """The spans of each story, in one pass."""
    spans = defaultdict(list)
    for span in reading.spans:
        spans[span.story].append(span)
    return spans


def drafts_of(source):
    return Article.objects.filter(source_stories__source=source).order_by("source_stories__number")


def check_day(date):
    """A slip of the pen makes no issue of the year 1 or 9999."""
    if not FIRST_DAY <= date <= timezone.localdate() + AHEAD:
        raise ValidationError(_("An issue is dated between 1850 and a year from now."), code="date")


def check_place(*, date, label, name="", edition=""):
    """Says what is wrong with a page that is still to be made, before anything is made."""
    check_day(date)
    Issue(date=date, edition=edition).clean_fields()
    Page(label=label, name=name).clean_fields(exclude=["issue"])


@transaction.atomic
def page_for(*, date, label, name="", edition=""):
    """That page of that issue, each made as an unpublished draft where it is missing."""
    check_place(date=date, label=label, name=name, edition=edition)
    issue, _made = Issue.objects.get_or_create(date=date, edition=edition)
    fields = {"name": name, "position": position_of(label)}
    return Page.objects.get_or_create(issue=issue, label=label, defaults=fields)[0]


def position_of(label):
    """Behind the pages of the sections before it: B01 behind A16."""
    section = ord(label[0].upper()) - ord("A") + 1 if label[:1].isalpha() else 0
    return section * 100 + int("".join(filter(str.isdecimal, label)) or 0)
