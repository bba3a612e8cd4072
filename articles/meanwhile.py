"""Who was there meanwhile, and when: what someone is told whose act has come too late."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from articles.history.acts import Why
from articles.models import Revision
from desk.models import AuditEntry

HOURS_BACK = 12  # a board that was open for longer is told without a name
MOVES = ("place", "move", "reorder", "take_off")


def on_page(page, told):
    """A story's acts name its pages in words; a move by the form of a page stands in the story's history."""
    acts = Q(kind="article", verb__in=MOVES, words__contains=str(page)) | Q(kind="page", key=str(page.pk))
    moved = Revision.objects.filter(article__placements__page=page, why=Why.MOVED, words=str(page), at__gte=_since())
    return _with_name(told, _last_entry(acts), moved.defer("packed").select_related("by").order_by("-at").first())


def on_story(key, told):
    return _with_name(told, _last_entry(Q(kind="article", key=str(key), verb__in=MOVES)))


def on_pages(keys, told):
    """Their names, duty editors and order."""
    return _with_name(told, _last_entry(Q(kind="page", key__in=[str(key) for key in keys])))


def _since():
    return timezone.now() - timedelta(hours=HOURS_BACK)


def _last_entry(which):
    return AuditEntry.objects.filter(which, at__gte=_since()).select_related("by").order_by("-at", "-pk").first()


def _with_name(told, *acts):
    last = max((act for act in acts if act), key=lambda act: act.at, default=None)
    if not last or not last.by:
        return told
    at = time_format(timezone.localtime(last.at), "H:i")
    return told + _("Last changed by %(name)s at %(time)s.") % {"name": last.by, "time": at}
