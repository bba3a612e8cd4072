"""
A file on the desk, prepared: taken apart once, its pictures developed once, its pages drawn once. Each takes seconds;
what was made is kept beside the file, and made again where it is not there.
"""

from intake import incoming
from intake.documents.kinds import LARGEST
from intake.documents.refusal import DocumentRefused
from intake.drafting.enclosures import Enclosed, enclose
from intake.manuscripts import digest_of_file, unpack
from intake.screen.keeping import Developed, NotKept, packed, unpacked_from, version


def content_of_upload(file):
    """Its bytes, unless they are too many: nothing that large needs to come into memory to be refused."""
    if file.size > LARGEST:
        raise DocumentRefused("too_large", megabytes=file.size >> 20, limit=LARGEST >> 20)
    return file.read()


def take_apart(name, data, *, by):
    """(digest, Unpacked) of a file, which is laid down now; or DocumentRefused."""
    place = {"digest": digest_of_file(data), "by": by}
    unpacked = once("unpacked", lambda: unpack(name, data), file=data, **place)
    incoming.lay_down(name=name, data=data, by=by)
    return place["digest"], unpacked


def enclosed_once(manuscript, number, *, by, for_page):
    """As intake.drafting.enclosures.enclose. number: of the manuscript in its file."""
    developed = developed_once(manuscript, number, by=by)
    prints = {id(picture): made for picture, made in zip(manuscript.pictures, developed.prints, strict=True) if made}
    doubts = [(code, said) for code, said in developed.doubts if for_page or code != "page_not_drawn"]
    return Enclosed(manuscript, prints, doubts, developed.page if for_page else None, for_page)


def developed_once(manuscript, number, *, by):
    if not manuscript.digest:
        return developed(manuscript)
    place = {"digest": manuscript.digest, "by": by}
    return once(f"prints-{number}", lambda: developed(manuscript), file=manuscript.file, **place)


def developed(manuscript):
    """The page of a PDF is drawn for whoever looks at it, also for those who may not hang it."""
    made = enclose(manuscript, for_page=True)
    prints = tuple(made.prints.get(id(picture)) for picture in manuscript.pictures)
    return Developed(prints, made.page_prints, tuple(made.doubts))


def developed_of(*, digest, number, by):
    """What was developed before; None where that is still to be done or is not this colleague's."""
    return kept(named(f"prints-{number}"), b"", digest=digest, by=by)


def is_developed(manuscript, number, *, by):
    return incoming.is_kept_beside(named(f"prints-{number}"), digest=manuscript.digest, by=by)


def once(part, make, *, file, **place):
    found = kept(named(part), file, **place)
    if found is None:
        found = make()
        incoming.keep_beside(named(part), packed(found, file), **place)
    return found


def kept(name, file, **place):
    data = incoming.kept_beside(name, **place)
    try:
        return None if data is None else unpacked_from(data, file)
    except NotKept:
        return None


def named(part):
    return f"{version()}-{part}.zip"
