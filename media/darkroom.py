"""Taking a picture in: its original is stored in private, its renditions in public, and its row remembers them."""

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction

from media.crediting import credit_as_filed
from media.embedded.writing import packet
from media.filling import fill
from media.imaging.cropping import MIDDLE
from media.imaging.developing import develop
from media.imaging.filenames import cleaned
from media.keeping import keep_on_commit
from media.labels import label_of
from media.likeness import remember_likeness

# Pixels by which a picture's height may differ and still be of the same shape.
SAME = 2
# What a former original takes along from its photo.
OF_ORIGINAL = ("format", "filename", "content_hash")
SUFFIXES = {"jpeg": "jpg", "png": "png", "webp": "webp", "heic": "heic"}


def take_in(*, photo, file, prints=None, by=None):
    """Stores the file under a new key and saves the photo, all or nothing. Raises PictureRefused.

    `prints` are given by whoever has developed the file already, to refuse it in time. `by` replaces a picture.
    """
    prints = prints or develop(file, file.name or "")
    keep_focus(photo, prints)
    prints = prints.cropped(photo.focus)
    with transaction.atomic():
        outdated = files_replaced(photo, prints, by)
        photo.describe(prints, filename=cleaned(file.name))
        # Saved before the files are stored: a byline hangs from a row, and the files carry the credit.
        credits = fill(photo, prints.embedded)
        photo.save()
        credit_as_filed(photo, credits)
        remember_likeness(photo, prints)
        keep_on_commit([photo.original.name])
        store(photo.original.name, file)
        lay_down(photo, prints, outdated)
        photo.finish_later()


def lay_down(photo, prints, outdated):
    """The public files, with the credit in them, under the photo's key, which is a new one."""
    photo.label = label_of(photo)
    prints = prints.labelled(packet(photo.label))
    photo.renditions = [rendition.record for rendition in prints.renditions]
    # Announced before the first byte is written: a disk that is full half-way leaves nothing behind.
    keep_on_commit(photo.public_files, outdated)
    for name, rendition in zip(photo.public_files, prints.renditions, strict=True):
        store(name, ContentFile(rendition.content))
    photo.save(update_fields=["label", "renditions"])


def keep_focus(photo, prints):
    """The same picture retouched has the same shape; of another one nobody has said where its focal point lies."""
    if photo.original and abs(photo.width * prints.height - photo.height * prints.width) > SAME * photo.width:
        photo.focus = MIDDLE


def files_replaced(photo, prints, by):
    """The row is locked: of two replacements at once the second one clears up after the first. No original is lost:
    it goes only where the same bytes are laid down anew."""
    if not photo.pk:
        return []
    rows = type(photo).objects.select_for_update()
    photo.refresh_from_db(fields=["key", "original", "renditions", *OF_ORIGINAL], from_queryset=rows)
    if not photo.original or photo.content_hash == prints.content_hash:
        return photo.stored_files
    kept = {name: getattr(photo, name) for name in OF_ORIGINAL}
    photo.former_originals.create(file=photo.original.name, by=by, **kept)
    return photo.public_files


def public_path(key, name):
    """Where the storage keeps what /files/<key>/<name> serves."""
    return f"files/{key}/{name}"


def store(name, file):
    """The key in the name is new, so nothing is in the way: a storage that would choose another name is wrong."""
    file.seek(0)
    stored = default_storage.save(name, File(file, name=name))
    if stored != name:
        default_storage.delete(stored)
        raise FileExistsError(name)
