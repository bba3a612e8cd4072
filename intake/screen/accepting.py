"""What the editor accepts on the screen becomes drafts: all of it or, where anything is wrong, nothing."""

import time

from django.db import transaction

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
        return [
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


def wanted_of(read_ones, forms):
    """Of each manuscript its stories that are wanted, by their numbers; forms: those of all stories in a row."""
    forms, wanted = iter(forms), []
    for one in read_ones:
        own = [next(forms) for _story in one.stories]
        stories = {number: form.story() for number, form in enumerate(own) if form.cleaned_data["include"]}
        wanted += [(one, stories)] if stories else []
    return wanted
