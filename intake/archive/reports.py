"""A list for spreadsheets of what could not be read, written as work goes on, since work may be broken off."""

import csv
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from desk.sheets.cells import guarded
from wording.printable import printable

COLUMNS = ("reference", "part", "code", "sentence")
HEAD = ",".join(COLUMNS).encode("utf-8-sig")


@contextmanager
def report(path):
    """A function that notes a Remark; or ValidationError."""
    if not path:
        yield lambda remark: None
        return
    with opened(path) as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        file.flush()

        def note(remark):
            rows.writerow([cell(getattr(remark, column)) for column in COLUMNS])
            file.flush()

        yield note


def opened(path):
    """Anew by each run, which says all of it again; but nothing else is written over."""
    try:
        if path.is_file() and not is_ours(path):
            raise ValidationError(_("%(file)s is no report, and nothing was written over it."), params={"file": path})
        return path.open("w", newline="", encoding="utf-8-sig")  # without the mark Excel takes it for GBK
    except OSError as error:
        sentence = _("The report cannot be written to %(file)s: %(reason)s")
        raise ValidationError(sentence, params={"file": path, "reason": error.strerror or error}) from error


def is_ours(path):
    """Or empty, as it is left where a run ended at once."""
    with path.open("rb") as file:
        start = file.read(len(HEAD))
    return not start or start == HEAD


def cell(words):
    """In one line, and no formula: a spreadsheet would run one, and files may be called anything."""
    return guarded(printable(words))
