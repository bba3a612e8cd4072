"""docs/PERMISSIONS.md: the table for people."""

from itertools import groupby
from pathlib import Path

from tests.permissions.table import LETTERS, MODELS, ROWS, SECTIONS, rows
from tests.permissions.table.acts import acts_of
from tests.permissions.table.machines import OFFERS
from tests.permissions.visitors import NOBODY, OUTSIDERS, READING, VISITORS, asked_of

FILE = Path(__file__).resolve().parent.parent.parent / "docs/PERMISSIONS.md"
HEAD = """# Who may do what, at every address

Printed by `make permissions` from `tests/permissions/table/`, where it is stated by hand from [RIGHTS.md](RIGHTS.md).
The tests walk the URL conf, and fail at an address that stands nowhere here; they send each visitor to each line, look
at the answer, send the form that a superuser has there, and look whether anything was written into the database. What
is hidden is looked for on each page that is given to somebody without the sight of all desks.

| in a cell | means |
|---|---|
{letters}

**How to read it.** `{{}}` in an address is the record of the second column; records that are treated alike share a
line. So of `/admin/articles/article/{{}}/change/` “signed off, of the desk” says that reporters and editors look at
such a story, and that chiefs and superusers alone change it. Where `none` stands in an address something is asked for
that is not there. An address that takes several acts (`…/act/`, `…/review/`, `/admin/board/…`) says here that it
answers at all; each act is asked once more of each story, as [the last table](#acts-of-the-lists) and RIGHTS.md say.

**Who.** {visitors}: all of one desk. As {nobody} counts, at every address of the desk, {outsiders}.

Other methods (PUT, PATCH, DELETE, OPTIONS, TRACE …) get 405 everywhere; HEAD is GET without its page. `/metrics` is
asked from this machine and without a proxy here: who else reads it is in [OPERATIONS.md](OPERATIONS.md#figures).

{count} cases of {people} visitors each; where readers' pages are the same for all, {reading}
stand for them. So {cells} cells are asked, each with GET and with POST.
"""
# What stands in a cell for a letter of the table.
CELLS = {".": "", "r": "see", "w": "change", "p": "send", ">": "→", "x": "410"}
ACTS_HEAD = (
    "What lists offer to do with what is ticked; to others it is not offered, and sent all the same it does nothing."
)


def printed():
    whole = [HEAD.format(**numbers(), letters=letters(), **people())]
    for title, section in SECTIONS.items():
        whole += [f"\n## {title}\n", *table(["address", "of"], lines(section))]
    found = [(f"`{model}`", f"`{act}`", cells) for model in MODELS for act, cells in acts_of(model).items()]
    whole += ["\n## Acts of the lists\n", ACTS_HEAD, "", *table(["list", "act"], found)]
    return "\n".join(whole) + "\n"


def letters():
    return "\n".join(f"| {CELLS[letter] or '(empty)'} | {said} |" for letter, said in LETTERS.items())


def people():
    *most, last = OUTSIDERS
    said = {"visitors": VISITORS, "reading": READING}
    said = {name: ", ".join(visitors) for name, visitors in said.items()}
    return {**said, "nobody": NOBODY, "outsiders": f"{', '.join(most)}, and {last}"}


def numbers():
    cells = sum(len(asked_of(row)) for row in ROWS)
    return {"count": f"{len(ROWS):,}", "people": len(VISITORS), "cells": f"{cells:,}"}


def lines(section):
    """Records that are treated alike at an address share a line; the address stands at its first one."""
    for address, same in groupby(rows(section), key=lambda row: row.address):
        alike = {}
        for row in same:
            alike.setdefault(row.cells, []).append(row.thing)
        for place, (cells, things) in enumerate(alike.items()):
            yield short(address) if place == 0 else "", "; ".join(things), cells


def short(address):
    """A field in which one types by its name."""
    for field in OFFERS:
        app, model, name = field.split(".")
        if f"app_label={app}&model_name={model}&field_name={name}&" in address:
            return f"`/admin/autocomplete/` {field}{'?' + address.rpartition('term=')[2] if address[-1] != '=' else ''}"
    return f"`{address}`"


def table(head, found):
    yield f"| {' | '.join([*head, *VISITORS])} |"
    yield f"|{'---|' * len(head)}{':-:|' * len(VISITORS)}"
    for *words, cells in found:
        yield f"| {' | '.join([*words, *map(CELLS.get, cells)])} |"
