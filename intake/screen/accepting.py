"""What the editor accepts on the screen becomes drafts: all of it or, where anything is wrong, nothing."""

import time

from django.db import transaction

from intake.models import Letter
from intake.receiving import nothing_to_draft, receive
from intake.screen.prepared import SECONDS_OF_WORK, enclosed_once


def accept(read_ones, forms, *, places, desk, by):
    """Pictures are developed first, if they are not yet; the rows are made in one go."""
    asked = wanted_of(read_ones, forms)
    if not asked:
        raise nothing_to_draft()
    pages = [places.page_of(one) for one, _stories in asked]
    may_hang = by.has_perm("articles.change_page")
    until = time.monotonic() + SECONDS_OF_WORK
    enclosed = [
        enclosed_once(one.manuscript, one.number, by=by, for_page=may_hang and page is not None, until=until)
        for (one, _stories), page in zip(asked, pages, strict=True)
    ]
    with transaction.atomic():
        received = [
            receive(
                one.manuscript.text,
                one.reading,
                name=one.manuscript.name,
                stories=stories,
                page=page,
                enclosed=own,
                desk=desk,
                by=by,
            )
            for (one, stories), page, own in zip(asked, pages, enclosed, strict=True)
        ]
        for one in received:
            note_in_submission(one)
    return received


def note_in_submission(received):
    """A submission that waited has become this draft: whoever handed it in is told. Of two with one file, the first."""
    if not received.source.file_digest or not received.articles:
        return
    came = Letter.objects.filter(contribution__isnull=False, attachments__digest=received.source.file_digest)
    letter = came.order_by("pk").first()
    if letter and letter.read_at and not letter.article_id and not letter.repeats_id:
        Letter.objects.filter(pk=letter.pk, article=None).update(article=received.articles[0])


def wanted_of(read_ones, forms):
    """Of each manuscript its stories that are wanted, by their numbers; forms: those of all stories in a row."""
    forms, wanted = iter(forms), []
    for one in read_ones:
        own = [next(forms) for _story in one.stories]
        stories = {number: form.story() for number, form in enumerate(own) if form.cleaned_data["include"]}
        wanted += [(one, stories)] if stories else []
    return wanted
