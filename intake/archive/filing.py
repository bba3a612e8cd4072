"""One file of those that the command was given: recognised, or read and drafted. Whole, or not at all."""

import logging
from dataclasses import replace
from typing import Any, NamedTuple

from django.db import InterfaceError, OperationalError, transaction

from intake.archive.copies import Copy
from intake.archive.folders import content_of
from intake.archive.remarks import (
    REFUSALS,
    Remark,
    remark_changed,
    remark_elsewhere,
    remark_failed,
    remark_on,
    remarks_on_drafts,
    remarks_on_parts,
    remarks_on_stories,
)
from intake.archive.returning import (
    is_all_drafted,
    numbers_elsewhere,
    receive_from,
    replaced_by,
    rows_to_mention,
    texts_of_file,
)
from intake.documents.kinds import last_part
from intake.drafting.enclosures import enclose
from intake.drafting.entering import EVERYTHING
from intake.manuscripts import digest_of_file, unpack
from intake.models import FiledText, Source
from intake.reading.result import Reading
from intake.receiving import drafts_of, read_text

log = logging.getLogger(__name__)


class Text(NamedTuple):
    """One text of a file. stories: as they were read, or the drafts that they are now. reading: None where the file
    came before and was not read again. source: where there is nothing left to be made of the text."""

    name: str
    reading: Reading | None
    stories: Any
    is_new: bool = True
    source: Source | None = None


class Filed(NamedTuple):
    texts: list[Text]
    remarks: list[Remark]


def file_in(file, order, known):
    """Filed; what is wrong with a file is a remark, and keeps no other waiting. known: of many texts in a row."""
    place = order.place_in_report(file)
    try:
        return filed(file, order, known)
    except REFUSALS as error:
        return Filed([], [remark_on(error, place, file.words)])
    except (OperationalError, InterfaceError):
        raise  # the database is away, and would be for the next file too (intake.archive.taking)
    except Exception as error:
        log.exception("The file %s could not be taken in", place)
        return Filed([], [remark_failed(error, place, file.words)])


def filed(file, order, known):
    data = content_of(file.path)
    key = order.key_of(file, digest_of_file(data))
    sources, open_doubts = texts_of_file(key, file, order) if order.may_save else ([], [])
    if sources:
        texts = [Text(source.name, None, drafts_of(source), is_new=False) for source in sources]
        return Filed(texts, list(remarks_on_known(sources, open_doubts, order, file)))
    unpacked = unpack(last_part(file.words), data)
    copies = [
        Copy(file, order, manuscript, number, read_text(manuscript.text, manuscript.looks, known))
        for number, manuscript in enumerate(unpacked.manuscripts)
    ]
    found = drafted(copies, "" if unpacked.not_read else key) if order.may_save else list(map(read_only, copies))
    remarks = remarks_on_parts(unpacked.not_read, order.place_in_report(file))
    return Filed([text for text, _said in found if text], [*remarks, *(one for _text, said in found for one in said)])


def remarks_on_known(sources, rows, order, file):
    """Each text by its reference, where that is of this very file."""
    own = order.reference_of(file)
    for source in sources:
        place = source.reference if own and source.file_reference == own else order.place_in_report(file)
        yield from remarks_on_drafts([row for row in rows if row["source"] == source.pk], place)


def read_only(copy):
    try:
        copy.place()
        remarks = []
    except REFUSALS as error:
        remarks = [remark_on(error, copy.place_in_report, copy.file.words)]
    return Text(copy.manuscript.name, copy.reading, copy.reading.stories), [*remarks, *remarks_on_stories(copy)]


def drafted(copies, key):
    """Pictures are developed first; then all drafts are made, or none. key: of the file, where all of it was read."""
    enclosed = list(map(enclosed_with, copies))
    with transaction.atomic():
        found = [draft(copy, own) for copy, own in zip(copies, enclosed, strict=True)]
        sources = {text.source for text, _said in found if text}
        if key and all(text and text.source for text, _said in found):
            FiledText.finish(key, sources)
    return found


def enclosed_with(copy):
    manuscript = copy.manuscript
    is_slow = manuscript.pictures or manuscript.file
    if is_slow and is_all_drafted(manuscript.text, copy.reading):
        return enclose(replace(manuscript, pictures=(), file=b""), for_page=False)
    return enclose(manuscript, for_page=copy.is_dated())


def draft(copy, enclosed):
    """A Text, or None, and remarks."""
    old = replaced_by(copy.manuscript.text, copy.reference)
    if old and not copy.order.update:
        return None, [remark_changed(copy)]
    said = {"name": copy.manuscript.name, "page": copy.page, "enclosed": enclosed, "entering": EVERYTHING}
    source, articles, is_new = receive_from(copy, old, **said)
    doubts = remarks_on_drafts(rows_to_mention([source]), copy.place_in_report) if any(remarks_on_stories(copy)) else []
    elsewhere = [] if is_new and len(articles) == len(copy.reading.stories) else list(remarks_elsewhere(copy, source))
    text = Text(copy.manuscript.name, copy.reading, articles, is_new, None if elsewhere else source)
    return text, [*doubts, *elsewhere]


def remarks_elsewhere(copy, source):
    """Of stories that came before and stand on other pages, or on none. Their drafts are left as they are."""
    place = copy.place_if_clear()
    for number in numbers_elsewhere(source, place) if place else ():
        yield remark_elsewhere(copy, number, place)
