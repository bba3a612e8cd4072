"""
Hotspots drawn by an editor: of each story on a page where it stands there.

What an editor saw of a story is the stamp of its own outline alone. So two who draw on one page at the same time do not
hinder each other as long as they draw different stories; of two who draw the same one, the second is told.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from articles.acting import Refusal
from articles.holding import hold, hold_stories_on
from articles.models import Page
from articles.outlines import written
from articles.page_order import in_order
from articles.placing import keep_versions, require_right
from desk.models import AuditEntry


@dataclass(frozen=True)
class Drawing:
    """seen: the outline as it was shown, written; points: as it is to be."""

    seen: str
    points: list

    @property
    def is_new(self):
        return written(self.points) != self.seen


class DrawnByAnother(Refusal):
    """now: by their placements, the outlines that somebody else has drawn meanwhile; None where the story is gone."""

    def __init__(self, now):
        super().__init__(_("Someone has drawn some of these meanwhile. Nothing is lost: both outlines stand here."))
        self.now = now


@transaction.atomic
def draw(page, drawings, *, by=None):
    """drawings: by the keys of placements; all are stored or none. Gives the stories that have another hotspot."""
    new = {key: drawing for key, drawing in drawings.items() if drawing.is_new}
    hold_stories_on(page.pk)
    list(hold(Page.objects.filter(pk=page.pk)).values_list("pk"))
    rows = {row.pk: row for row in in_order([page.pk])}
    overtaken = {key: drawing for key, drawing in new.items() if _is_overtaken(rows.get(key), drawing)}
    if overtaken:
        raise DrawnByAnother({key: written(rows[key].hotspot) if key in rows else None for key in overtaken})
    changed = [row for key, row in rows.items() if key in new and written(row.hotspot) != written(new[key].points)]
    for row in changed:
        _store(row, new[row.pk].points, page, by)
    return keep_versions([row.article_id for row in changed], page=page, by=by)


def _is_overtaken(row, drawing):
    """Who has drawn the very same is in nobody's way."""
    return row is None or written(row.hotspot) not in (drawing.seen, written(drawing.points))


def _store(row, points, page, by):
    require_right(by, "change", row.article_id)
    row.article.keep_as_found()
    row.hotspot = points
    row.save(update_fields=["hotspot"])
    AuditEntry.note(verb="hotspot", record=row.article, by=by, words=str(page))
