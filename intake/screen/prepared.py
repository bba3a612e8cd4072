"""
A file on the desk, prepared: taken apart once, its pictures developed once, its pages drawn once. Each takes seconds;
what was made is kept beside the file piece by piece, so that whatever breaks off goes on where it was.
"""

import time
from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake import incoming
from intake.documents.kinds import LARGEST
from intake.documents.refusal import DocumentRefused
from intake.drafting.enclosures import enclose, works_on
from intake.manuscripts import digest_of_file, unpack
from intake.messages import refusal_of
from intake.screen.keeping import NotKept, packed, unpacked_from, version
from intake.screen.workbench import place

SECONDS_FOR_A_PLACE = 30
SECONDS_OF_WORK = 60  # of one request; a proxy breaks off at some time
NOTHING = object()


def content_of_upload(file):
    """Its bytes, unless they are too many: nothing that large needs to come into memory to be refused."""
    if file.size > LARGEST:
        raise DocumentRefused("too_large", megabytes=file.size >> 20, limit=LARGEST >> 20)
    return file.read()


def take_apart(name, data, *, by, longest=None):
    """(digest, Unpacked) of a file, which is laid down now; or DocumentRefused. longest: characters in all of it."""
    where = {"digest": digest_of_file(data), "by": by}
    incoming.demand_room(where["digest"], data, by)
    unpacked = once("unpacked", partial(unpack, name, data), file=data, **where)
    if longest and sum(len(one.text) for one in unpacked.manuscripts) > longest:
        raise DocumentRefused("too_long", limit=longest)
    incoming.lay_down(name=name, data=data, by=by)
    return where["digest"], unpacked


def prepare(manuscripts, *, by, until):
    """All manuscripts of a file, what can be done until then (time.monotonic): how much is done, of how much."""
    works = [(one, number, part) for number, one in enumerate(manuscripts) for part in works_on(one)]
    for done, (one, number, part) in enumerate(works):
        if is_done(one, number, part, by=by):
            continue
        if time.monotonic() >= until:
            return done, len(works)
        done_once(one, number, part, by=by)
    return len(works), len(works)


def enclosed_once(manuscript, number, *, by, for_page, until=None):
    """As intake.drafting.enclosures.enclose; or ValidationError where time runs out. number: of the manuscript in its
    file."""

    def do(part, _work):
        if until and time.monotonic() >= until and not is_done(manuscript, number, part, by=by):
            raise ValidationError(_("There are many pictures, and some are still to be made ready. Press it again."))
        return done_once(manuscript, number, part, by=by)

    try:
        return enclose(manuscript, for_page=for_page, do=do)
    except DocumentRefused as refused:
        raise ValidationError(refusal_of(refused, manuscript.name)) from refused


def done_once(manuscript, number, part, *, by):
    """(prints, doubts) of a picture by its number, or of the page, drawn for whoever looks at it, also for those who
    may not hang it."""
    work = works_on(manuscript)[part]
    return once(name_of(number, part), work, digest=manuscript.digest, by=by) if manuscript.digest else work()


def is_done(manuscript, number, part, *, by):
    return incoming.is_kept_beside(named(name_of(number, part)), digest=manuscript.digest, by=by)


def prints_of(*, digest, number, part, by):
    """What was made before; NOTHING where that is still to be done or is not this colleague's."""
    found = kept(named(name_of(number, part)), b"", digest=digest, by=by)
    return NOTHING if found is None else found[0]


def name_of(number, part):
    return f"print-{number}-{part}"


def once(part, make, *, file=b"", **where):
    found = kept(named(part), file, **where)
    if found is None:
        with place(seconds=SECONDS_FOR_A_PLACE):
            found = make()
        incoming.keep_beside(named(part), packed(found, file), **where)
    return found


def kept(name, file, **where):
    data = incoming.kept_beside(name, **where)
    try:
        return None if data is None else unpacked_from(data, file)
    except NotKept:
        return None


def named(part):
    return f"{version()}-{part}.zip"
