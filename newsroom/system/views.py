"""系统状态: for administrators, and whoever was given the right."""

import logging

import django.db
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from desk import jobs
from desk.models import Job
from desk.numbers import key_of
from desk.trying_again import try_again
from newsroom.system import program, stores
from newsroom.system.findings import findings
from newsroom.system.rows import BAD, Part, Row

logger = logging.getLogger(__name__)

RIGHT = "desk.see_system"
PARTS = [
    (gettext_lazy("Versions"), program.versions),
    (gettext_lazy("Jobs"), stores.jobs),
    (gettext_lazy("Storage"), stores.disks),
    (gettext_lazy("Backups"), stores.backups),
    (gettext_lazy("Worker and its duties"), program.the_worker),
    (gettext_lazy("Kept pages"), stores.kept_pages),
    (gettext_lazy("Search"), stores.search),
    (gettext_lazy("Two-step sign-in"), program.second_factors),
]
SHOWN = 20  # failed jobs


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def system(request):
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied
    if request.method == "POST":
        return tried_again(request)
    context = {
        **admin.site.each_context(request),
        "title": _("State of the system"),
        "parts": [Part(title, sound(rows)) for title, rows in PARTS],
        "findings": findings(),
        "failed": [(job, jobs.label_of(job.kind)) for job in Job.objects.failed().order_by("-failed_at")[:SHOWN]],
        "may_retry": request.user.has_perm("desk.retry_job"),
    }
    return TemplateResponse(request, "admin/system.html", context)


def sound(rows):
    """A part that fails leaves the others standing: the page is looked at when something is wrong."""
    try:
        with transaction.atomic():
            return rows()
    except (django.db.Error, OSError):
        logger.exception("A part of the system page failed.")
        return [Row(_("cannot be asked"), "", BAD)]


def tried_again(request):
    if not request.user.has_perm("desk.retry_job"):
        raise PermissionDenied
    job = get_object_or_404(Job.objects.failed(), pk=key_of(request.POST.get("job")))
    try_again(request, job)
    return redirect("admin:system")
