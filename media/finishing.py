"""
What nobody waits for: AVIF, the crops for search engines, and all crops of photos that came in before there were any.
The worker makes it after the upload; until then pages show what there is.
"""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from media.darkroom import lay_down, public_path, store
from media.embedded.writing import packet
from media.focusing import crops_of, has_its_crops
from media.from_original import developed
from media.imaging.avif import avifs, is_worth, stem_of
from media.imaging.cropping import FOR_MACHINES, ON_PAGES
from media.keeping import delete_on_commit, keep_on_commit
from media.models.unfinished import Unfinished

# A minute's ration. Each takes a second or two, and new photos wait behind them.
AT_ONCE = 20


def finish_later(photo):
    """Within the transaction that changes the picture: both are remembered, or neither."""
    if shapes_due(photo) or avifs_due(photo.renditions):
        Unfinished.objects.ask_for(photo)
        finish.enqueue(photo.pk)


def lay_down_later(photo, *, under):
    """Some of its public files are lost: it has none until the worker has made all anew from the original. under: a key
    with nothing below it, since a storage that is away may bring back what was to be deleted."""
    delete_on_commit(photo.public_files)
    photo.key, photo.renditions = under, []
    photo.save(update_fields=["key", "renditions"])
    Unfinished.objects.ask_for(photo)
    finish.enqueue(photo.pk)


def shapes_due(photo):
    groups = (ON_PAGES, FOR_MACHINES)
    return {name: shape for group in groups if not has_its_crops(photo, group) for name, shape in group.items()}


def avifs_due(records):
    """Those of WebP that might have a smaller brother."""
    made = {stem_of(record) for record in records if record["format"] == "avif"}
    rows = [record for record in records if record["format"] == "webp" and stem_of(record) not in made]
    return [record for record in rows if is_worth(record["width"], record["height"])]


@task
def finish(photo):
    """photo: its primary key. Twice, late, or of a photo that is gone, the job finds nothing to do."""
    row = Unfinished.objects.select_related("photo").filter(pk=photo).first()
    if row and row.begin():
        photo = row.photo if row.photo.renditions else developed_first(row.photo)
        if photo:
            add(photo, finished(photo))


def developed_first(photo):
    """Of a photo that came in with its original alone, under the key it came with. None where it has gone."""
    with developed(photo) as (now, prints):
        if now and not now.renditions:
            lay_down(now, prints.cropped(now.focus), [])
    return now


def finished(photo):
    """All that is due, as renditions."""
    shapes = shapes_due(photo)
    cut = crops_of(photo, shapes) if shapes else []
    due = avifs_due([*photo.renditions, *(one.record for one in cut)])
    with default_storage.open(public_path(photo.key, photo.largest["name"])) as file:
        return [*cut, *avifs(file.read(), due, photo.focus, packet(photo.label))]


@transaction.atomic
def add(seen, made):
    """To the photo as it is now. Of a picture under another key the next job, or the sweep, makes these anew."""
    photo = type(seen).objects.select_for_update().filter(pk=seen.pk, key=seen.key).first()
    if not photo:
        return
    is_refocused = photo.focus != seen.focus
    names = {record["name"] for record in photo.renditions}
    made = [one for one in made if one.name not in names and not (one.crop and is_refocused)]
    keep_on_commit([public_path(photo.key, one.name) for one in made])
    for one in made:
        store(public_path(photo.key, one.name), ContentFile(one.content))
    photo.renditions = photo.renditions + [one.record for one in made]
    photo.save(update_fields=["renditions"])
    if not is_refocused:
        Unfinished.objects.filter(photo=photo).delete()


def sweep():
    """A duty of the worker: jobs that were lost or broke off, and photos that nobody has asked for yet."""
    for row in Unfinished.objects.forgotten()[:AT_ONCE]:
        with transaction.atomic():
            Unfinished.objects.filter(pk=row.pk).update(asked_at=timezone.now())
            finish.enqueue(row.pk)
