"""
What the newsroom cannot do without on this machine (vital), and what it can for a while (told, and no failure). Each is
"ok" or the reason in a word; nothing that says where anything lies, or what its library had to say.
"""

import errno
import os
from functools import cache
from tempfile import TemporaryFile

import django.db
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from desk import worker
from desk.models import Heartbeat
from pagecache.models import Log

OK = "ok"


def database():
    with django.db.connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


@cache
def newest_migrations():
    """Of this program; read off its files once in the life of a process."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def migrations():
    """An older program beside a newer database finds none missing."""
    applied = MigrationRecorder(django.db.connection).applied_migrations()
    return OK if newest_migrations() <= applied.keys() else "missing"


def storage():
    """Where uploads are written by this process itself; a bucket elsewhere is not asked each second."""
    if not isinstance(default_storage, FileSystemStorage):
        return "elsewhere"
    folder = settings.MEDIA_ROOT if os.path.isdir(settings.MEDIA_ROOT) else settings.VAR_DIR
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b"\0")
    except OSError as problem:
        return "full" if problem.errno in (errno.ENOSPC, errno.EDQUOT) else "not writable"
    return OK


def static_files():
    """Without the list of hashed names no page can name its style sheet; the tests' own storage has none."""
    wants = settings.STORAGES["staticfiles"]["BACKEND"].startswith("newsroom.")
    return "not collected" if wants and not (settings.STATIC_ROOT / "staticfiles.json").exists() else OK


def the_worker():
    at = Heartbeat.last_of(worker.NAME)
    if at is None:
        return "never heard of, or stopped"
    return OK if Heartbeat.is_alive(worker.NAME) else f"silent for {int((timezone.now() - at).total_seconds())} seconds"


def kept_pages():
    """The pages are served without their shelf, more slowly."""
    if settings.PAGE_CACHE == "off":
        return "off"
    if settings.PAGE_CACHE != "redis":
        return OK if Log.objects.exists() else "no log yet"
    import redis

    try:
        redis.Redis.from_url(settings.REDIS_URL, socket_timeout=0.3, socket_connect_timeout=0.3).ping()
    except (redis.RedisError, OSError):
        return "redis does not answer"
    return OK


VITAL = {"database": database, "migrations": migrations, "storage": storage, "static_files": static_files}
BESIDE = {"worker": the_worker, "kept_pages": kept_pages}
FINE = {OK, "off", "elsewhere", "no log yet"}


def report():
    """(vital, beside, whether it may be sent readers)."""
    try:
        vital = {name: told(ask) for name, ask in VITAL.items()}
        beside = {name: told(ask) for name, ask in BESIDE.items()}
        return vital, beside, set(vital.values()) <= FINE
    finally:
        if settings.HEALTH_SECONDS:
            django.db.connections.close_all()  # of this thread, which ends


def told(ask):
    try:
        return ask()
    except django.db.Error:
        return "away"
    except Exception:  # whatever one of them has: it keeps nobody from the others
        return "cannot be asked"
