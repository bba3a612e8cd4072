"""What is said of a file that nothing, or not everything, could be made of."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.utils.translation import gettext as _

from intake.documents.refusal import DocumentRefused
from intake.messages import message_of, refusal_of
from intake.reading.doubts import NO_BODY, NO_HEADLINE, UNREAD

UNFINISHED = (UNREAD, NO_BODY, NO_HEADLINE)
REFUSALS = (DocumentRefused, OSError, ValidationError, DataError, IntegrityError)


class Remark(NamedTuple):
    """part: of a file its page or member, or the number of a story. Not is_refusal: drafts were made all the same."""

    reference: str
    part: str
    code: str
    sentence: str
    is_refusal: bool = True


def remark_on(error, reference, name):
    code, sentence = why(error, name)
    return Remark(reference, "", code, sentence)


def why(error, name):
    """Code and sentence of one of REFUSALS."""
    if isinstance(error, DocumentRefused):
        return error.code, refusal_of(error, name)
    if isinstance(error, OSError):
        return "unreadable", of_file(name, error.strerror or str(error))
    if isinstance(error, ValidationError):
        return getattr(error, "code", None) or "page", of_file(name, " ".join(error.messages))
    return "not_stored", of_file(name, _("The database refused what was read: %(reason)s") % {"reason": error})


def remark_failed(error, reference, name):
    """What nobody thought of: the log has the whole of it."""
    reason = _("It could not be taken in, and the log says where the program failed: %(reason)s")
    words = {"reason": f"{type(error).__name__} {error}".strip()}
    return Remark(reference, "", "failed", of_file(name, reason % words))


def of_file(name, reason):
    return _("%(file)s: %(reason)s") % {"file": name, "reason": reason}


def remarks_on_parts(parts, reference):
    return [Remark(reference, part.name, part.code, refusal_of(part, part.name)) for part in parts]


def remarks_on_stories(copy):
    """Drafts that will lack something essential, or words that no draft will hold."""
    for number, story in enumerate(copy.reading.stories, start=1):
        for doubt in story.doubts:
            if doubt.code in UNFINISHED:
                yield Remark(copy.place_in_report, str(number), doubt.code, message_of(doubt), is_refusal=False)


def remarks_on_drafts(rows, reference):
    """As remarks_on_stories, of drafts that are there. rows: as returning.rows_to_mention gives them."""
    return [
        Remark(reference, str(row["number"]), row["code"], row["message"], is_refusal=False)
        for row in rows
        if row["code"]
    ]


def remark_changed(copy):
    reason = _("It has changed since it was received. --update makes drafts of the stories whose words are new.")
    return Remark(copy.place_in_report, "", "changed", of_file(copy.file.words, reason))


def remark_elsewhere(copy, number, place):
    reason = _("A story that came before does not stand on page %(label)s of %(date)s. Place it there by hand.")
    return Remark(copy.place_in_report, str(number), "elsewhere", of_file(copy.file.words, reason % place))
