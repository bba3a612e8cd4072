"""Another focal point, other crops: cut anew from the largest rendition while the form is saved."""

from dataclasses import replace

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from media.darkroom import public_path, store
from media.embedded.writing import packet
from media.imaging.avif import stem_of
from media.imaging.cropping import ON_PAGES, crops
from media.imaging.labelling import labelled
from media.keeping import keep_on_commit


def renew_crops(photo):
    """Where other crops stand than its focal point asks for. The whole picture keeps its files and addresses."""
    if photo.renditions and not has_its_crops(photo):
        cut_anew(photo)


@transaction.atomic
def cut_anew(photo):
    fields = ["key", "label", "renditions"]
    photo.refresh_from_db(fields=fields, from_queryset=type(photo).objects.select_for_update())
    outdated = [size for size in photo.renditions if size.get("crop")]
    made = crops_of(photo)
    keep_on_commit(paths(photo, [one.name for one in made]), paths(photo, [size["name"] for size in outdated]))
    for one in made:
        store(public_path(photo.key, one.name), ContentFile(one.content))
    photo.renditions = [size for size in photo.renditions if not size.get("crop")] + [one.record for one in made]
    photo.save(update_fields=["renditions"])
    photo.finish_later()


def has_its_crops(photo, shapes=ON_PAGES):
    return photo.crop_stems(shapes) == {stem_of(size) for size in photo.renditions if size.get("crop") in shapes}


def crops_of(photo, shapes=ON_PAGES):
    """With the words that the photo's other files carry. Raises OSError where the largest one is lost."""
    with default_storage.open(public_path(photo.key, photo.largest["name"])) as file:
        made, words = crops(file.read(), photo.focus, shapes), packet(photo.label)
    return [replace(one, content=labelled(one.content, one.format, words)) for one in made]


def paths(photo, names):
    return [public_path(photo.key, name) for name in names]
