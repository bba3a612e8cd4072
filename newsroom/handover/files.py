"""Originals, and what there is only once: whatever can be made anew from them stays behind."""

import json
from tempfile import TemporaryFile

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext as _

from articles.models import Page
from media.darkroom import public_path, store
from media.keepers import KEEPERS
from media.keeping import keep_on_commit
from newsroom.handover import HandoverError
from newsroom.handover.contents import rows_of
from newsroom.handover.lines import as_json
from newsroom.handover.manifest import FILES, prove
from newsroom.handover.places import blocks_of, leads_out, seal_of

FOLDER = "files"
SHOWN = 5


def names_of(models_handed_over, requested, using):
    """Names in the storage, of every row that remembers one."""
    for model in models_handed_over:
        rows = rows_of(model, requested, using)
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.FileField):
                yield from rows.exclude(**{field.name: ""}).values_list(field.name, flat=True).iterator()
        if model is Page:
            yield from (name for page in rows.iterator() for name in names_of_page(page))


def names_of_page(page):
    """Picture and PDF were hung as they are: there is no original behind them."""
    return [public_path(page.key, name) for name in page.file_names]


def take_files(place, names):
    """Returns what is to be said of them in the manifest, and the first names that are missing."""
    missing, first, count, size = 0, [], 0, 0
    with TemporaryFile() as lines:
        for name in names:
            if place.has(f"{FOLDER}/{name}"):
                continue
            seal = taken(place, name)
            lines.write(as_json({"name": name, **(seal or {"missing": True})}).encode() + b"\n")
            if seal:
                count, size = count + 1, size + seal["size"]
            else:
                missing, first = missing + 1, [*first, name][:SHOWN]
        lines.seek(0)
        with place.writing(FILES) as file:
            for block in blocks_of(lines):
                file.write(block)
    told = {"file": FILES, "count": count, "missing": missing, "bytes": size, "seal": file.seal}
    return told, first


def taken(place, name):
    """None where the storage has no such file."""
    try:
        source = default_storage.open(name)
    except FileNotFoundError:
        return None
    with source, place.writing(f"{FOLDER}/{name}") as target:
        for block in blocks_of(source):
            target.write(block)
    return target.seal


def listed(place):
    """(name, seal) of the files that came along."""
    folders = {keeper.folder for keeper in KEEPERS}
    with place.open(FILES) as lines:
        for number, line in enumerate(lines, 1):
            name, told = read_line(line, number)
            if leads_out(name) or name.partition("/")[0] not in folders:
                words = {"file": FILES, "line": number, "name": name}
                raise HandoverError(_("%(file)s, line %(line)d: the name %(name)s leads elsewhere.") % words)
            if "missing" not in told:
                yield name, told


def read_line(line, number):
    try:
        told = json.loads(line)
        return str(told.pop("name")), told
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        words = {"file": FILES, "line": number, "problem": problem}
        raise HandoverError(_("%(file)s, line %(line)d: %(problem)s. Nothing was imported.") % words) from problem


def prove_files(place):
    for name, seal in listed(place):
        prove(place, f"{FOLDER}/{name}", seal)


def bring_files(place):
    """Into the storage, within the transaction of the rows: they go again if it fails. Returns how many."""
    count, written = 0, []
    keep_on_commit(written)
    for name, seal in listed(place):
        count += 1
        if default_storage.exists(name):
            demand_same(name, seal)
            continue
        written.append(name)
        with place.open(f"{FOLDER}/{name}") as source:
            store(name, source)
    return count


def demand_same(name, seal):
    """An import that was killed may have left it."""
    with default_storage.open(name) as file:
        if seal_of(file) != seal:
            told = _("The storage has another file of the name %(name)s already. Nothing was changed.")
            raise HandoverError(told % {"name": name})
