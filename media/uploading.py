"""Pictures on their way in, many at a time. Each is taken in by itself: one that is refused takes no other with it."""

from django.db import transaction

from desk.models import User
from media.creators import credited_in
from media.crediting import credit_photographer
from media.imaging.developing import content_hash, develop
from media.imaging.refusal import PictureRefused
from media.models import Photo
from media.reasons import reason


def take_in_many(*, files, by, **words):
    """Returns the photos, new or known already, and for each file that is none the sentence that says why."""
    photos, refusals = [], []
    for file in files:
        try:
            photos.append(take_in_one(file=file, by=by, **words))
        except PictureRefused as refused:
            refusals.append(reason(refused, file.name))
    return photos, refusals


def take_in_one(*, file, by, caption="", contributor=None, standing=""):
    """The photo, and whether it is new. Raises PictureRefused. The words are for what the file itself is silent about.

    A file that this colleague has uploaded before is that photo: whoever lost the answer, or does not know how far a
    folder came before the line broke, sends all of it again and nothing is there twice.
    """
    digest = content_hash(file)
    if known := uploaded_before(digest, by):
        return known, False
    # Developed before the transaction begins: a second's work must not keep the database waiting.
    prints = develop(file, file.name).cropped()
    with transaction.atomic():
        # Of one file sent twice at the same time the second waits here, and finds what the first has made.
        User.objects.select_for_update(no_key=True).get(pk=by.pk)
        if known := uploaded_before(digest, by):
            return known, False
        photo = with_words(Photo(uploaded_by=by, embedded=prints.embedded), caption, contributor, standing)
        photo.take_in(file, prints)
    return photo, True


def uploaded_before(digest, by):
    return Photo.objects.filter(content_hash=digest, uploaded_by=by).order_by("pk").first()


def with_words(photo, caption, contributor, standing):
    """Before its picture is taken in: so its public files are written once, with the credit in them."""
    in_file = credited_in(photo)
    photo.caption = "" if in_file.caption else caption
    photo.save()
    if not in_file.credits and not photo.said("credit_line"):
        credit_photographer(photo=photo, contributor=contributor, standing=standing)
    return photo


def give_to_silent(photos, *, caption="", contributor=None, standing=""):
    """What all have in common, to those that have nothing there. Returns (photo, names of the fields) of these."""
    changed = []
    for photo in photos:
        with transaction.atomic():
            fields = [*give_caption(photo, caption), *give_credit(photo, contributor, standing)]
        if fields:
            changed.append((photo, fields))
    return changed


def give_caption(photo, caption):
    # Looked for in the database: somebody may have written one in the meantime.
    if not caption or not Photo.objects.select_for_update().filter(pk=photo.pk, caption="").first():
        return []
    photo.caption = caption
    photo.save(update_fields=["caption"])
    return ["caption"]


def give_credit(photo, contributor, standing):
    is_silent = not photo.embedded.get("people") and not photo.credit_line
    if not contributor or not is_silent or photo.bylines.exists():
        return []
    credit_photographer(photo=photo, contributor=contributor, standing=standing)
    photo.renew_label()
    return ["contributor"]
