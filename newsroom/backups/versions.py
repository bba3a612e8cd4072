"""Whether this program can read a backup: of this kind of database, and not of a newer version."""

from functools import cache

from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from newsroom.backups import BackupError

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def demand_ours(head, here):
    if head["database"] != here.name:
        told = _(
            "This backup is of %(there)s, and this newsroom lives in %(here)s. From one to the other: "
            "manage.py export_site and import_site."
        )
        raise BackupError(told % {"there": NAMES.get(head["database"], head["database"]), "here": NAMES[here.name]})
    demand_known((app, name) for app, name in head["migrations"])


def is_current(head):
    applied = {(app, name) for app, name in head["migrations"]}
    return set(MigrationLoader(None).graph.leaf_nodes()) <= applied


def demand_known(applied):
    if unknown := sorted(f"{app}.{name}" for app, name in applied if is_unknown(app, name)):
        raise BackupError(
            _(
                "This backup was made by a newer newsroom (it knows %(migrations)s): "
                "bring the program up to date first. Nothing was changed."
            )
            % {"migrations": ", ".join(unknown[:3])}
        )


@cache
def migrations():
    return MigrationLoader(None).disk_migrations.keys()


def is_unknown(app, name):
    """An app that is gone altogether was dropped by this version: its tables do no harm."""
    return (app, name) not in migrations() and app in {known for known, _name in migrations()}
