"""
An older version as a new one. What stands there now stays in the history; what of the old version exists no more is
left out aloud and becomes a doubt, so that an editor decides. Desk, pages and corrections are not a matter of wording,
and stay as they are; the words of a photo belong to the photo.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from articles import pictures
from articles.acting import held, require
from articles.filing import relist
from articles.history.acts import Why
from articles.history.left_out import still_there
from articles.history.snapshot import WORDS, capture
from articles.models import Doubt
from desk.models import AuditEntry

LABELS = ("genre", "channel", "column")
ROWS = {"bylines": "bylines", "regions": "places", "illustrations": "illustrations"}
KEYS = {
    "bylines": ("contributor_id", "role"),
    "regions": ("region_id",),
    "illustrations": ("photo_id", "number"),
}
LONGEST_MESSAGE = Doubt._meta.get_field("message").max_length


@transaction.atomic
def bring_back(article, revision, *, by, seen):
    """seen: the story's version that the editor had before him. Returns the new version and what was left out."""
    stored = held(article)
    require(stored.may_be_edited_by(by), _("You may not change this story now."))
    require(stored.version == seen, _("Someone has saved this story since you opened this page. Look at it again."))
    stored.keep_version(why=Why.FOUND)  # where something was changed and nobody has kept it
    faults = faults_of(stored)
    kept, left_out = still_there(revision.snapshot, stored)
    write(stored, kept)
    require_no_new(faults, stored)
    for one in left_out:
        Doubt.objects.create(article=stored, code=one.code, message=one.message[:LONGEST_MESSAGE], about=one.about)
    relist(stored)
    AuditEntry.note(verb="bring_back", record=stored, by=by, words=str(revision))
    return stored.keep_version(by=by, why=Why.RESTORED, words=str(revision)), left_out


def write(article, story):
    """story: as a snapshot has it; a part that it lacks, being older than that part, stays as it is."""
    now = capture(article).story
    for name in WORDS:
        setattr(article, name, story.get(name, now[name]))
    article.ai_use = story.get("ai_use") or article.ai_use  # a label that stands there is not taken off unseen
    for name in LABELS:
        setattr(article, f"{name}_id", story.get(name, now[name]))
    article.save()
    if story.get("tags", now["tags"]) != now["tags"]:
        article.tags.set(story["tags"])
    for part, rows in ROWS.items():
        if story.get(part, now[part]) != now[part]:
            put(
                getattr(article, rows),
                [fields_of(part, row, order) for order, row in enumerate(story[part])],
                KEYS[part],
            )


def fields_of(part, row, order):
    if part == "regions":
        return {"region_id": row, "order": order}
    if part == "bylines":
        return {"contributor_id": row["contributor"], **{name: row[name] for name in row if name != "contributor"}}
    return {"photo_id": row["photo"], **{name: row[name] for name in ("number", "order", "caption", "alt")}}


def put(rows, wanted, key):
    """Rows that are there already keep their ids; those that go make room first: a place is taken once only."""
    there = {tuple(getattr(row, name) for name in key): row.pk for row in rows.all()}
    wanted = {tuple(fields[name] for name in key): fields for fields in wanted}
    rows.filter(pk__in=[pk for place, pk in there.items() if place not in wanted]).delete()
    for place in there.keys() & wanted.keys():
        rows.filter(pk=there[place]).update(**wanted[place])
    # Not by save(), which would give a picture a new number, and words where it had none.
    new = [fields for place, fields in wanted.items() if place not in there]
    rows.bulk_create([rows.model(article=rows.instance, **fields) for fields in new])


def faults_of(article):
    """Of a story that readers see, or will: what its pictures lack."""
    if not article.published_at or article.is_withdrawn:
        return []
    pictures.hold_pictures_of([article])
    return pictures.faults([article]).get(article.pk, [])


def require_no_new(faults, article):
    new = [fault for fault in faults_of(article) if fault not in faults]
    require(not new, _("This version cannot stand before readers: %(faults)s") % {"faults": "".join(new)})
