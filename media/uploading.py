"""Many pictures at once. Each is taken in by itself: one that is refused takes no other with it."""

from django.db import transaction

from media.crediting import credit_photographer
from media.imaging.developing import develop
from media.imaging.refusal import PictureRefused
from media.models import Photo
from media.reasons import reason


def take_in_many(*, files, by, caption="", contributor=None, standing=""):
    """Returns the photos that were made and, for each file that was not, the sentence that says why."""
    photos, refusals = [], []
    for file in files:
        try:
            # Developed before the transaction begins: a second's work must not keep the database waiting.
            prints = develop(file, file.name)
        except PictureRefused as refused:
            refusals.append(reason(refused, file.name))
            continue
        with transaction.atomic():
            photo = Photo.objects.create(caption=caption, uploaded_by=by)
            # Before the picture: whom the file names is credited only where nobody is.
            credit_photographer(photo=photo, contributor=contributor, standing=standing)
            photo.take_in(file, prints)
        photos.append(photo)
    return photos, refusals
