"""Which program runs, on what, and what is behind it: worker, duties, second factors."""

import platform
import sqlite3
from datetime import timedelta

import django
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import newsroom
from desk import worker
from desk.duties import DUTIES
from desk.models import FactorDemand, Heartbeat, LastRun, User
from newsroom.database_size import size_of_database
from newsroom.system.duty_words import words_for
from newsroom.system.rows import BAD, DOUBTFUL, GOOD, PLAIN, Row, judged
from pagecache.front import release

LATE_AFTER = timedelta(minutes=3)


def versions():
    waiting = waiting_migrations()
    return [
        Row(_("Newsroom"), newsroom.VERSION, words=release() or "—"),
        Row("Python", platform.python_version()),
        Row("Django", django.__version__),
        Row(_("the database"), database_version(), words=filesizeformat(size_of_database())),
        Row(_("migrations waiting"), waiting, judged(not waiting), _("Run make upgrade.") if waiting else ""),
    ]


def waiting_migrations():
    loader = MigrationLoader(connection)
    return len(set(loader.disk_migrations) - set(loader.applied_migrations))


def database_version():
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    major, minor = divmod(connection.pg_version, 10_000)  # type: ignore[attr-defined]
    return f"PostgreSQL {major}.{minor}"


def ago(moment):
    if timezone.now() - moment < timedelta(minutes=1):
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(moment)}


def the_worker():
    at = Heartbeat.last_of(worker.NAME)
    is_alive = Heartbeat.is_alive(worker.NAME)
    beat = Row(_("heartbeat"), ago(at) if at else _("not there"), judged(is_alive))
    if not is_alive:
        beat = beat._replace(words=_("Start it: manage.py work. Readers are served all the same."))
    runs = {row.name: row for row in LastRun.objects.filter(name__startswith="duty: ")}
    return [beat, *(duty_row(duty, runs.get(f"duty: {duty.name}")) for duty in DUTIES)]


def duty_row(duty, run):
    """Three times late is late: a worker may have been at a long job, and does not note every few seconds."""
    if run is None:
        return Row(words_for(duty.name), _("not yet"), PLAIN)
    state = judged(timezone.now() - run.ended_at < max(duty.every * 3, LATE_AFTER), DOUBTFUL) if run.went_well else BAD
    took = _("%(seconds).1f s") % {"seconds": run.seconds} if run.seconds >= 1 else ""
    return Row(words_for(duty.name), ago(run.ended_at), state, took if run.went_well else _("failed: see the log"))


def second_factors():
    staff = User.objects.filter(is_staff=True, is_active=True)
    total, with_factor = staff.count(), staff.filter(second_factor__isnull=False).count()
    administrators = staff.filter(is_superuser=True, second_factor__isnull=True).count()
    groups = list(FactorDemand.objects.values_list("group__name", flat=True))
    without = ngettext("%d administrator without", "%d administrators without", administrators) % administrators
    return [
        Row(_("colleagues who have it"), f"{with_factor} / {total}", judged(with_factor == total, DOUBTFUL)),
        Row(_("administrators"), without if administrators else _("all of them"), judged(not administrators)),
        Row(_("groups that have to have it"), "、".join(groups) or _("not there"), GOOD if groups else DOUBTFUL),
    ]
