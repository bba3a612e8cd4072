"""What an old version names and the newsroom no longer has: contributors, regions, photos, columns."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from articles import pictures
from articles.history.wording import picture_sentence
from articles.models import Channel, Column, Genre
from bylines.models import Contributor
from media.models import Photo
from regions.models import Region

LABELS = {"genre": Genre, "channel": Channel, "column": Column}


class LeftOut(NamedTuple):
    """A doubt to be. With `about` an editor settles it in one step (articles.naming)."""

    code: str
    message: str
    about: dict


def still_there(snapshot, article):
    """The snapshot's story without what is gone, and a LeftOut for each of that."""
    story, left_out = dict(snapshot.story), []
    for keep in (labels, people, regions, photos):
        left_out += keep(story, snapshot, article)
    return story, left_out


def labels(story, snapshot, article):
    for name, model in LABELS.items():
        key = story.get(name)
        if key and not model._default_manager.filter(pk=key).exists():
            story[name] = getattr(article, f"{name}_id")
            words = {"kind": model._meta.verbose_name, "name": snapshot.name(name, key)}
            message = _("The version's %(kind)s “%(name)s” is no longer there.") % words
            if name == "column":
                yield LeftOut("column-unknown", message, {"column": snapshot.name(name, key)})
            else:
                yield LeftOut("version-label", message, {})


def people(story, snapshot, article):
    known = Contributor.objects.in_bulk([row["contributor"] for row in story.get("bylines", ())])
    gone = parted(story, "bylines", lambda row: row["contributor"] in known)
    if any(person.merged_into_id for person in known.values()):
        story["bylines"] = as_they_stand(story["bylines"], known)
    for row in gone:
        message = _("The version credits %(name)s, who is no longer in the register.") % {"name": row["name"]}
        about = {name: row[name] for name in ("name", "role", "standing", "unit", "order") if row[name] != ""}
        yield LeftOut("name-unknown", message, about)


def as_they_stand(rows, known):
    """Credits of those who were merged away are of who they are now, each once in a role."""
    own = [{**row, "contributor": known[row["contributor"]].as_it_stands().pk} for row in rows]
    return list({(row["contributor"], row["role"]): row for row in reversed(own)}.values())[::-1]


def regions(story, snapshot, article):
    known = known_of(Region, story.get("regions", ()))
    for key in parted(story, "regions", lambda key: key in known):
        words = {"name": snapshot.name("region", key)}
        yield LeftOut("version-region", _("The version's region %(name)s is no longer there.") % words, {})


def photos(story, snapshot, article):
    """One for one use that another story has taken meanwhile is gone as well."""
    found = known_of(Photo, [row["photo"] for row in story.get("illustrations", ())])
    new = list(Photo.objects.filter(pk__in=found).exclude(articles=article))
    taken = pictures.taken_elsewhere(new, article) if new else set()
    for row in parted(story, "illustrations", lambda row: row["photo"] in found - taken):
        words = {"picture": picture_sentence(row, snapshot)}
        sentence = _("Another story has the version's picture, which may be used once only: %(picture)s")
        gone = _("The version's picture is no longer there: %(picture)s")
        yield LeftOut("version-picture", (sentence if row["photo"] in taken else gone) % words, {})


def known_of(model, keys):
    return set(model.objects.filter(pk__in=list(keys)).values_list("pk", flat=True))


def parted(story, part, stays):
    """Takes the rows that do not stay out of the story, and returns them."""
    rows = story.get(part, [])
    if part in story:
        story[part] = [row for row in rows if stays(row)]
    return [row for row in rows if not stays(row)]
