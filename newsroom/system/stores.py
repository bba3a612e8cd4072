"""What is kept: jobs, files, pages, the index of the search, backups."""

from datetime import timedelta

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.models import LastRun
from newsroom.backups.noted import BACKUP, VERIFIED, Newest, newest_backup
from newsroom.seeing import standing
from newsroom.system.program import ago
from newsroom.system.rows import BAD, DOUBTFUL, PLAIN, Row, judged
from pagecache.front import figures_of_process
from pagecache.tally import figures_of_all

SCARCE, SHORT = 0.05, 0.15  # shares of a disk that are free
LATE = 600  # seconds that a job may wait


def jobs():
    found = standing.jobs() | standing.failed_jobs() | standing.tasks()
    late = found["jobs_oldest_due_seconds"]
    waited = _("%(minutes)d minutes") % {"minutes": late // 60}
    return [
        Row(_("planned so far"), found["jobs_waiting"]),
        Row(_("being done"), found["jobs_running"]),
        Row(_("due by now"), found["jobs_due"], judged(late < LATE, DOUBTFUL), waited if late >= 60 else ""),
        Row(_("failed"), found["jobs_failed"], judged(not found["jobs_failed"], DOUBTFUL)),
        Row(_("photos and other background tasks"), found["tasks_waiting"]),
    ]


def disks():
    return [disk_row(*disk) for disk in standing.of_disks()]


def disk_row(name, free, size):
    share = free / size if size else 0
    state = BAD if share < SCARCE else judged(share > SHORT, DOUBTFUL)
    words = _("of %(size)s free") % {"size": filesizeformat(size)}
    names = {"media": _("uploads"), "database": _("the database"), "var": _("data folder")}
    return Row(names[name], filesizeformat(free), state, words)


def kept_pages():
    """Of the process that answers; the figures of all are at /metrics."""
    if settings.PAGE_CACHE == "off":
        return [Row(_("way of keeping"), _("off"), DOUBTFUL)]
    here, everywhere = figures_of_process(), figures_of_all()
    rate = here.get("hit_rate")
    pages = everywhere["pages_on_the_shelf"]
    waiting = everywhere["changes_waiting"]
    size = filesizeformat(everywhere["bytes_on_the_shelf"])
    return [
        Row(_("way of keeping"), settings.PAGE_CACHE),
        Row(_("hits of this process"), "—" if rate is None else f"{rate:.1%}"),
        Row(_("on the shelf"), "—" if pages is None else pages, words=size),
        Row(_("changes that wait"), waiting, judged(waiting < 1000, DOUBTFUL)),
    ]


def search():
    found = standing.search()
    run = LastRun.objects.filter(name=standing.DRIFT).first()
    drift = found["search_drift_found"]
    state = judged(not drift, DOUBTFUL) if run else PLAIN
    rows = [Row(_("found otherwise and mended"), drift if run else "—", state, ago(run.ended_at) if run else "")]
    if found["search_building"]:
        share = f"{found['search_built_stories']} / {found['search_stories_to_build']}"
        rows.append(Row(_("index being built"), share, DOUBTFUL))
    return rows


def backups():
    newest = newest_backup()
    run = LastRun.objects.filter(name=BACKUP).first()
    verified = LastRun.objects.filter(name=VERIFIED).first()
    if newest is None and run:  # kept elsewhere
        newest = Newest(run.words, run.ended_at, run.number or 0)
    if newest is None:
        return [Row(_("newest"), _("not there"), BAD, _("make backup writes one."))]
    name, at, size = newest
    is_fresh = timezone.now() - at < timedelta(hours=36)
    rows = [Row(_("newest"), ago(at), judged(is_fresh), f"{name} · {filesizeformat(size)}")]
    is_proved = bool(verified and verified.went_well and verified.words == name)
    rows.append(Row(_("proved by restoring"), _("yes") if is_proved else _("no"), judged(is_proved, DOUBTFUL)))
    return rows
