"""One file of those that the command was given: recognised, or read and drafted. Whole, or not at all."""

from dataclasses import replace
from typing import Any, NamedTuple

from django.db import transaction

from intake.archive.copies import Copy
from intake.archive.folders import content_of
from intake.archive.remarks import REFUSALS, Remark, remark_changed, remark_on, remarks_on_parts, remarks_on_stories
from intake.archive.returning import is_all_drafted, receive_from, replaced_by, texts_of_file
from intake.documents.kinds import last_part
from intake.drafting.enclosures import enclose
from intake.drafting.entering import EVERYTHING
from intake.manuscripts import digest_of_file, unpack
from intake.reading.result import Reading
from intake.receiving import drafts_of, read_text


class Text(NamedTuple):
    """One text of a file. stories: as they were read, or the drafts that they are now. reading: None where the file
    came before and was not read again."""

    name: str
    reading: Reading | None
    stories: Any
    is_new: bool = True


class Filed(NamedTuple):
    texts: list[Text]
    remarks: list[Remark]


def file_in(file, order, known):
    """Filed; what is wrong with a file is a remark, and keeps no other waiting. known: of many texts in a row."""
    try:
        return filed(file, order, known)
    except REFUSALS as error:
        return Filed([], [remark_on(error, order.place_in_report(file), file.words)])


def filed(file, order, known):
    data = content_of(file.path)
    if order.may_save and (sources := texts_of_file(digest_of_file(data), file, order.archive_of(file))):
        return Filed([Text(source.name, None, drafts_of(source), is_new=False) for source in sources], [])
    unpacked = unpack(last_part(file.words), data)
    copies = [
        Copy(file, order, manuscript, number, read_text(manuscript.text, manuscript.looks, known))
        for number, manuscript in enumerate(known_by_bytes(unpacked))
    ]
    found = drafted(copies) if order.may_save else list(map(read_only, copies))
    remarks = remarks_on_parts(unpacked.not_read, order.place_in_report(file))
    return Filed([text for text, _said in found if text], [*remarks, *(one for _text, said in found for one in said)])


def known_by_bytes(unpacked):
    """A file of which something could not be read is not done: it is read again next time, and that is said again."""
    if not unpacked.not_read:
        return unpacked.manuscripts
    return [replace(manuscript, digest="") for manuscript in unpacked.manuscripts]


def read_only(copy):
    try:
        copy.place()
        remarks = []
    except REFUSALS as error:
        remarks = [remark_on(error, copy.place_in_report, copy.file.words)]
    return Text(copy.manuscript.name, copy.reading, copy.reading.stories), [*remarks, *remarks_on_stories(copy)]


def drafted(copies):
    """Pictures are developed first; then all drafts are made, or none."""
    enclosed = list(map(enclosed_with, copies))
    with transaction.atomic():
        return [draft(copy, own) for copy, own in zip(copies, enclosed, strict=True)]


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
    received = receive_from(copy, old, **said)
    remarks = list(remarks_on_stories(copy)) if received.is_new else []
    return Text(copy.manuscript.name, copy.reading, received.articles, received.is_new), remarks
