"""Settings of what need not be on this machine: databases that are read only, and a bucket for the uploads."""

from contextlib import suppress
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from newsroom.environment import LASTING, checked_address, demand_beside, listed, setting, shaped

# A replica that is away is noticed within seconds; and nobody writes to one, not even by mistake.
IMPATIENT = {"connect_timeout": 2, "tcp_user_timeout": 3000, "options": "-c default_transaction_read_only=on"}
# Of a file that is read so much lies in memory, and the rest in a temporary file.
IN_MEMORY = 2 * 1024 * 1024


def replicas(name):
    """{"replica_1": …} for the addresses in the variable, separated by spaces or commas."""
    addresses = " ".join(listed(name)).split()
    return {f"replica_{number}": replica(name, address) for number, address in enumerate(addresses, 1)}


def replica(name, address):
    found: dict[str, Any] = {}
    with suppress(ValueError):
        found |= dj_database_url.parse(address)
    if found.get("ENGINE") != "django.db.backends.postgresql":
        # Not even a part of the address, which may hold a password.
        raise ImproperlyConfigured(f"{name} must be addresses such as postgres://user:password@host:5432/name.")
    return found | LASTING | {"OPTIONS": {**IMPATIENT, **found.get("OPTIONS", {})}, "TEST": {"MIRROR": "default"}}


def uploads():
    """Where photos, PDFs and letters are kept: a folder, or a bucket where STORAGE_BUCKET names one."""
    if not shaped("STORAGE_BUCKET", r"[\w.-]{3,63}", "the name of a bucket"):
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    demand_beside("STORAGE_KEY", "STORAGE_SECRET")
    demand_beside("STORAGE_SECRET", "STORAGE_KEY")
    return {"BACKEND": "newsroom.bucket.Bucket", "OPTIONS": options()}


def options():
    """Without key and secret the machine's own role is asked, as clouds give it."""
    return {
        "bucket_name": setting("STORAGE_BUCKET"),
        "endpoint_url": checked_address("STORAGE_ENDPOINT", setting("STORAGE_ENDPOINT")) or None,
        "region_name": shaped("STORAGE_REGION", r"[\w-]+", "a region such as us-east-1") or None,
        "access_key": setting("STORAGE_KEY") or None,
        "secret_key": setting("STORAGE_SECRET") or None,
        "location": setting("STORAGE_FOLDER"),
        # Names are new ones always: what would be written over is a mistake.
        "file_overwrite": False,
        # Readers get files from the newsroom, which looks at embargo and expiry; the bucket is closed to all others.
        "default_acl": None,
        "querystring_auth": True,
        "max_memory_size": IN_MEMORY,
    }
