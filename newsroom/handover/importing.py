"""Takes a handover into an empty site: all of it, or nothing."""

from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.contrib.sites.models import Site
from django.db import connection, transaction
from django.utils.translation import gettext as _

from newsroom.handover import HandoverError
from newsroom.handover.contents import HANDED_OVER, LAID_DOWN, models_for, rows_of
from newsroom.handover.files import bring_files, prove_files
from newsroom.handover.keys import go_on_behind
from newsroom.handover.loading import Loader
from newsroom.handover.made_anew import make_anew
from newsroom.handover.manifest import FILES, prove, read_manifest
from newsroom.handover.places import place_at
from newsroom.handover.triggers import triggers_at_rest


class Imported(NamedTuple):
    rows: int
    files: int
    missing: int


def import_site(path: Path):
    with place_at(path) as place:
        manifest = read_manifest(place, connection.alias)
        demand_empty()
        prove_all(place, manifest)
        with transaction.atomic():
            rows = take_rows(place, manifest)
            files = bring_files(place)
            make_anew()
    Site.objects.clear_cache()
    return Imported(rows, files, manifest["files"]["missing"])


def demand_empty():
    laid = [apps.get_model(label) for label in HANDED_OVER if label not in LAID_DOWN]
    full = [model._meta.verbose_name for model in laid if model._base_manager.exists()]
    if full:
        told = _(
            "This site is not empty (%(records)s). An export is imported into a new database, "
            "behind manage.py migrate and before anything else."
        )
        raise HandoverError(told % {"records": "、".join(map(str, full[:6]))})


def prove_all(place, manifest):
    """Before the first row is written."""
    for records in manifest["records"]:
        prove(place, records.file, records.seal)
    prove(place, FILES, manifest["files"]["seal"])
    prove_files(place)


def take_rows(place, manifest):
    count, requested = 0, manifest["with"]
    with triggers_at_rest():
        for model, records in zip(models_for(requested), manifest["records"], strict=True):
            if model._meta.label in LAID_DOWN:
                rows = rows_of(model, requested, connection.alias)
                rows._raw_delete(connection.alias)
            count += Loader(place, model, records, requested).load()
            go_on_behind(model, records.last_key, connection.alias)
    return count
