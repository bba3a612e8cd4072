"""A job that was given up is tried again by hand."""

from django.contrib import messages
from django.utils.translation import gettext as _

from desk import jobs
from desk.models import AuditEntry


def try_again(request, job):
    label = jobs.label_of(job.kind)
    if jobs.try_again(job):
        AuditEntry.note(verb="try_again", record=job, by=request.user, words=str(label))
        messages.success(request, _("%(job)s is tried again.") % {"job": label})
    else:
        messages.warning(request, _("%(job)s waits already.") % {"job": label})
