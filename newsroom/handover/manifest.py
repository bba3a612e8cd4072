"""What lies in a handover, and for which version of the tables it was written."""

import json
from typing import NamedTuple

from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from newsroom.handover import HandoverError
from newsroom.handover.contents import ACCOUNTS, LETTERS, PRIVATE, fields_of, models_for
from newsroom.handover.places import seal_of

MANIFEST, FILES = "manifest.json", "files.jsonl"
KIND, FORMAT = "newsroom export", 1


class Records(NamedTuple):
    """One model's file."""

    model: str
    file: str
    fields: list
    rows: int
    last_key: int | None
    seal: dict


def file_of(model):
    return f"records/{model._meta.label_lower}.jsonl"


def schema_of(models, using):
    """{app: its newest migration}. The tables have to be as the program has them."""
    loader = MigrationLoader(connections[using])
    apps = {model._meta.app_label for model in models}
    newest = {app: name for app, name in sorted(loader.graph.leaf_nodes()) if app in apps}
    if behind := [app for app, name in newest.items() if (app, name) not in loader.applied_migrations]:
        told = _("The database is of an older version of the program (%(apps)s): run manage.py migrate first.")
        raise HandoverError(told % {"apps": ", ".join(behind)})
    return newest


def write_manifest(place, *, requested, schema, records, files):
    manifest = {"kind": KIND, "format": FORMAT, "with": sorted(requested), "schema": schema}
    manifest |= {"records": [one._asdict() for one in records], "files": files}
    with place.writing(MANIFEST) as file:
        file.write(json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")


def read_manifest(place, using):
    """It is whole, and of the version of this program."""
    try:
        with place.open(MANIFEST) as file:
            manifest = json.loads(file.read())
        if manifest["kind"] != KIND:
            raise ValueError(manifest["kind"])
        is_newer = manifest["format"] > FORMAT
        manifest["records"] = [Records(**one) for one in manifest["records"]] if not is_newer else []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        told = _("%(file)s is missing or damaged (%(problem)s): this is no whole export of a newsroom.")
        raise HandoverError(told % {"file": MANIFEST, "problem": problem}) from problem
    if is_newer:
        raise HandoverError(_("This export was written by a newer newsroom: bring the program up to date first."))
    compare_schema(manifest, using)
    return manifest


def compare_schema(manifest, using):
    if not set(manifest["with"]) <= {ACCOUNTS, LETTERS, PRIVATE}:
        raise HandoverError(_("This export was written by a newer newsroom: bring the program up to date first."))
    models = models_for(manifest["with"])
    here = schema_of(models, using)
    for app, name in manifest["schema"].items():
        if here.get(app) != name:
            raise HandoverError(said_of_version(app, name, here.get(app)))
    fields = {model._meta.label: [field.name for field in fields_of(model, manifest["with"])] for model in models}
    if fields != {one.model: one.fields for one in manifest["records"]}:
        raise HandoverError(_("%(file)s is damaged: it names other records or fields.") % {"file": MANIFEST})


def said_of_version(app, there, here):
    is_known = (app, there) in MigrationLoader(None).disk_migrations
    words = {"app": app, "there": there, "here": here}
    if is_known:
        told = _(
            "This export was written by an older newsroom (%(app)s %(there)s, here %(here)s): "
            "import it with that version of the program, and upgrade afterwards."
        )
    else:
        told = _(
            "This export was written by a newer newsroom (%(app)s %(there)s, here %(here)s): "
            "bring the program up to date first."
        )
    return told % words


def prove(place, name, seal):
    """The file is what was written."""
    try:
        with place.open(name) as file:
            found = seal_of(file)
    except FileNotFoundError as problem:
        raise HandoverError(_("%(file)s is missing. Nothing was changed.") % {"file": name}) from problem
    except Exception as problem:  # a zip has errors of several kinds
        told = _("%(file)s cannot be read (%(problem)s). Nothing was changed.")
        raise HandoverError(told % {"file": name, "problem": problem}) from problem
    if found != {key: seal.get(key) for key in found}:
        raise HandoverError(
            _("%(file)s is not what was written: its checksum differs. Nothing was changed.") % {"file": name}
        )
