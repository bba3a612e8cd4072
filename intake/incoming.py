"""
Files on the desk between reading and drafting, so that nobody has to choose them twice: private, each under who laid it
down and its digest. What was made of a file lies beside it. Whatever no draft was made of goes after a day.
"""

import os
import re
from contextlib import suppress
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from intake.documents.refusal import DocumentRefused
from intake.manuscripts import digest_of_file
from media.imaging.filenames import cleaned
from media.keeping import delete_files, files_below, free_space

FOLDER = "incoming"
KEPT = timedelta(days=1)
DIGEST = re.compile(r"[0-9a-f]{64}")
MADE_KEPT = timedelta(hours=6)  # since it was last used: it can be made again
MOST_OF_ONE = 2 * 2**30  # bytes that wait for their drafts, of one colleague
LEAST_FREE = 500 * 2**20
MADE = "~"  # begins the name of whatever was made of the file


def lay_down(*, name, data, by):
    """Returns the digest under which the file is picked up again; or DocumentRefused where there is no room for it."""
    digest = digest_of_file(data)
    if not path_of(digest, by):
        demand_room(digest, data, by)
        name = cleaned(cleaned(name).lstrip(MADE)) or "file"
        default_storage.save(f"{folder_of(by, digest)}/{name}", ContentFile(data))
    return digest


def demand_room(digest, data, by):
    """For a file that does not lie here yet. What is made of it takes about as much again."""
    if path_of(digest, by):
        return
    taken = sum(map(size_of, files_below(f"{FOLDER}/{by.pk}")))
    if taken + len(data) > MOST_OF_ONE:
        raise DocumentRefused("desk_full", limit=MOST_OF_ONE >> 20)
    if free_space() < LEAST_FREE + 2 * len(data):
        raise DocumentRefused("disk_full")


def size_of(path):
    try:
        return default_storage.size(path)
    except FileNotFoundError:
        return 0  # cleared away this moment


def pick_up(*, digest, by):
    """(name, bytes); or None where it has gone."""
    path = path_of(digest, by)
    data = content_of(path) if path else None
    renew(digest, by)
    return (path.rpartition("/")[2], data) if data is not None else None


def renew(digest, by):
    """Whoever works on a file, for days even, keeps it. A storage without paths has rules of its own for old files."""
    for path in files_under(by, digest):
        with suppress(NotImplementedError, FileNotFoundError):
            os.utime(default_storage.path(path))


def keep_beside(part, data, *, digest, by):
    path = f"{folder_of(by, digest)}/{MADE}{part}"
    if default_storage.exists(path):
        default_storage.delete(path)
    default_storage.save(path, ContentFile(data))


def kept_beside(part, *, digest, by):
    """None where nothing of that name was made yet, or not for this colleague."""
    return content_of(f"{folder_of(by, digest)}/{MADE}{part}") if DIGEST.fullmatch(digest) else None


def is_kept_beside(part, *, digest, by):
    return bool(DIGEST.fullmatch(digest)) and default_storage.exists(f"{folder_of(by, digest)}/{MADE}{part}")


def screen_with(files, *, by):
    """The address of the intake screen with these files (name, bytes) laid down for that colleague: it shows at once
    what was read in them, or says why one could not be read."""
    return address_with([lay_down(name=name, data=data, by=by) for name, data in files])


def address_with(digests):
    """The address of the intake screen with files that lie on the desk."""
    return f"{reverse('admin:intake')}?{urlencode({'incoming': list(digests)}, doseq=True)}"


def put_away(*, digests, by):
    delete_files([path for digest in digests for path in files_under(by, digest)])


def clear_away():
    """A duty of the clock."""
    before, made_before = timezone.now() - KEPT, timezone.now() - MADE_KEPT
    for path in list(files_below(FOLDER)):
        if default_storage.get_modified_time(path) < (made_before if is_made(path) else before):
            delete_files([path])


def folder_of(by, digest):
    return f"{FOLDER}/{by.pk}/{digest}"


def path_of(digest, by):
    return next((path for path in files_under(by, digest) if not is_made(path)), None)


def is_made(path):
    return path.rpartition("/")[2].startswith(MADE)


def content_of(path):
    try:
        with default_storage.open(path) as file:
            return file.read()
    except FileNotFoundError:
        return None


def files_under(by, digest):
    return sorted(files_below(folder_of(by, digest))) if DIGEST.fullmatch(digest) else []
