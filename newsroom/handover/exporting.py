"""Writes the handover, while the paper is being worked on: all records are of one moment, and nobody waits for it."""

from pathlib import Path
from typing import NamedTuple

from newsroom.handover.contents import fields_of, models_for, rows_of
from newsroom.handover.files import names_of, take_files
from newsroom.handover.keys import last_key
from newsroom.handover.lines import Writer
from newsroom.handover.manifest import Records, file_of, schema_of, write_manifest
from newsroom.handover.places import new_place

AT_ONCE = 500


class Exported(NamedTuple):
    rows: int
    files: int
    missing: int
    first_missing: list


def export_site(path: Path, *, requested=(), using="default"):
    """requested: ACCOUNTS, LETTERS, PRIVATE. using: a snapshot, where others write meanwhile."""
    models = models_for(requested)
    schema = schema_of(models, using)
    with new_place(path) as place:
        records = [write_records(place, model, requested, using) for model in models]
        files, first = take_files(place, names_of(models, requested, using))
        write_manifest(place, requested=requested, schema=schema, records=records, files=files)
    return Exported(sum(one.rows for one in records), files["count"], files["missing"], first)


def write_records(place, model, requested, using):
    fields = fields_of(model, requested)
    writer, count = Writer(fields, using), 0
    rows = rows_of(model, requested, using).values_list(*(field.attname for field in fields))
    with place.writing(file_of(model)) as file:
        for row in rows.iterator(chunk_size=AT_ONCE):
            file.write(writer.line(row))
            count += 1
    names = [field.name for field in fields]
    return Records(model._meta.label, file_of(model), names, count, last_key(model, using), file.seal)
