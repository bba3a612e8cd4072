"""
Files on the desk between reading and drafting, so that nobody has to choose them twice: private, each under who laid it
down and its digest. Whatever no draft was made of goes after a day.
"""

import re
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from intake.manuscripts import digest_of_file
from media.imaging.filenames import cleaned
from media.keeping import delete_files

FOLDER = "incoming"
KEPT = timedelta(days=1)
DIGEST = re.compile(r"[0-9a-f]{64}")


def lay_down(*, name, data, by):
    """Returns the digest under which the file is picked up again."""
    digest = digest_of_file(data)
    if not files_under(by, digest):
        default_storage.save(f"{folder_of(by, digest)}/{cleaned(name) or 'file'}", ContentFile(data))
    return digest


def pick_up(*, digest, by):
    """(name, bytes); or None where it has gone."""
    for path in files_under(by, digest):
        with default_storage.open(path) as file:
            return path.rpartition("/")[2], file.read()
    return None


def screen_with(files, *, by):
    """The address of the intake screen with these files (name, bytes) laid down for that colleague: it shows at once
    what was read in them, or says why one could not be read."""
    digests = [lay_down(name=name, data=data, by=by) for name, data in files]
    return f"{reverse('admin:intake')}?{urlencode({'incoming': digests}, doseq=True)}"


def put_away(*, digests, by):
    delete_files([path for digest in digests for path in files_under(by, digest)])


def clear_away():
    """A duty of the clock."""
    before = timezone.now() - KEPT
    for path in list(all_files(FOLDER)):
        if default_storage.get_modified_time(path) < before:
            delete_files([path])


def folder_of(by, digest):
    return f"{FOLDER}/{by.pk}/{digest}"


def files_under(by, digest):
    return sorted(all_files(folder_of(by, digest))) if DIGEST.fullmatch(digest) else []


def all_files(folder):
    """Also those of the folders below; none where there is no such folder."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from all_files(f"{folder}/{name}")
