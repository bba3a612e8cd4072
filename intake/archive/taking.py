"""All files that the command was given, one after the other: an archive of any size goes through little memory."""

from dataclasses import dataclass, field
from time import sleep

from django.db import InterfaceError, OperationalError, connection
from django.utils.translation import gettext as _

from intake.archive.filing import file_in
from intake.archive.folders import files_in
from intake.archive.remarks import Remark
from intake.known import Known

MOST_NAMED = 20
PAUSES = (1, 4, 15)  # seconds


@dataclass
class Tally:
    """What came of it. refused: the first refusals; the report lists all of them."""

    files: int = 0
    drafts: int = 0
    known: int = 0
    refusals: int = 0
    refused: list[Remark] = field(default_factory=list)

    def add(self, filed):
        refusals = [remark for remark in filed.remarks if remark.is_refusal]
        self.files += 1
        self.known += bool(filed.texts) and not any(text.is_new for text in filed.texts)
        self.drafts += sum(len(text.stories) for text in filed.texts if text.is_new)
        self.refusals += len(refusals)
        self.refused += refusals[: MOST_NAMED - len(self.refused)]

    @property
    def unnamed(self):
        return self.refusals - len(self.refused)

    def in_words(self):
        words = {"files": self.files, "stories": self.drafts, "known": self.known, "refusals": self.refusals}
        return (
            _("%(files)d files: %(stories)d stories, %(known)d files received before, %(refusals)d refusals.") % words
        )

    def broken_off(self, reason=""):
        way_on = _("Broken off; the same command goes on from there.")
        return f"{self.in_words()} {way_on} {reason}".strip()


def file_all(order):
    """Filed, of each file as soon as it is done. Broken off at any point, the same order goes on from there."""
    known = Known()
    for file in files_of(order):
        yield file_patiently(file, order, known)


def file_patiently(file, order, known):
    """A database that is locked or restarted is waited for; one that stays away ends the run."""
    for seconds in PAUSES:
        try:
            return file_in(file, order, known)
        except (OperationalError, InterfaceError):
            sleep(seconds)
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
    return file_in(file, order, known)


def files_of(order):
    """Looked for anew each time: nothing is held but the folders on the way."""
    for path in order.files:
        yield from (file for file in files_in(path) if not order.is_report(file))


def count_of(order):
    return sum(1 for _file in files_of(order))
