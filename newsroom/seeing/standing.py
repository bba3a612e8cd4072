"""How things stand, asked of the database when somebody looks: figures that all processes and machines share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import django.db
from django.conf import settings
from django.db.models import Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from desk import worker
from desk.models import Heartbeat, Job, LastRun
from intake.models import Letter
from pagecache.models import Change
from search.models import Building

DRIFT = "duty: stories that the search has otherwise"
MOST = 10_000  # whatever waits beyond that is "as many as that": no figure may grow dear with what has piled up


def up_to(rows):
    return rows.order_by()[:MOST].count()


def jobs():
    now = timezone.now()
    oldest = Job.objects.due(now).values_list("due_at", flat=True).first()
    return {
        "jobs_waiting": up_to(Job.objects.open().filter(taken_until=None)),
        "jobs_due": up_to(Job.objects.due(now)),
        "jobs_running": up_to(Job.objects.open().filter(taken_until__gte=now)),
        "jobs_oldest_due_seconds": max(0.0, (now - oldest).total_seconds()) if oldest else 0.0,
    }


def failed_jobs():
    """An index of their own finds them among all that was done."""
    return {"jobs_failed": up_to(Job.objects.failed())}


def tasks():
    """Renditions of photos and other background tasks."""
    oldest = DBTaskResult.objects.ready().order_by().aggregate(at=Min("enqueued_at"))["at"]
    return {
        "tasks_waiting": up_to(DBTaskResult.objects.ready()),
        "tasks_oldest_seconds": max(0.0, (timezone.now() - oldest).total_seconds()) if oldest else 0.0,
    }


def heartbeat():
    """-1 where no worker was ever heard of, or the last one took its leave."""
    at = Heartbeat.last_of(worker.NAME)
    return {"worker_heartbeat_age_seconds": (timezone.now() - at).total_seconds() if at else -1.0}


def search():
    building = Building.objects.order_by("pk").first()
    return {
        "search_building": int(building is not None),
        "search_built_stories": building.done if building else 0,
        "search_stories_to_build": building.of if building else 0,
        "search_drift_found": (LastRun.objects.filter(name=DRIFT).values_list("number", flat=True).first()) or 0,
    }


def letters():
    return {"letters_waiting": up_to(Letter.objects.filter(read_at=None))}


def changes():
    return {"kept_pages_changes_waiting": up_to(Change.objects.filter(number=None))}


ASKED = [jobs, failed_jobs, tasks, heartbeat, search, letters, changes]


def of_database():
    """All figures there are, and whether the database gave them."""
    found: dict[str, float] = {}
    try:
        for ask in ASKED:
            found |= ask()
    except django.db.Error:
        return found | {"database_up": 0}
    return found | {"database_up": 1}


def disks() -> Iterator[tuple[str, Path]]:
    """Where this machine writes; a database elsewhere keeps its own."""
    yield "media", Path(settings.MEDIA_ROOT)
    if django.db.connection.vendor == "sqlite":
        yield "database", Path(str(settings.DATABASES["default"]["NAME"])).parent
    yield "var", Path(settings.VAR_DIR)


def of_disks():
    """(name, free bytes, all bytes)."""
    for name, path in disks():
        at_hand = next((one for one in (path, *path.parents) if one.exists()), Path("/"))
        room = shutil.disk_usage(at_hand)
        yield name, room.free, room.total
