"""The jobs as technicians and chiefs see them: what is due, what was done and by which worker, what failed and why."""

import json

from django.contrib import admin
from django.utils.translation import gettext_lazy

from desk import jobs
from desk.models import Job
from desk.trying_again import try_again


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"
    CHOSEN = {
        "open": (gettext_lazy("to be done"), lambda rows: rows.open()),
        "failed": (Job.State.FAILED.label, lambda rows: rows.failed()),
        "done": (Job.State.DONE.label, lambda rows: rows.exclude(done_at=None)),
    }

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _rows) in self.CHOSEN.items()]

    def queryset(self, request, queryset):
        chosen = self.CHOSEN.get(self.value())
        return chosen[1](queryset) if chosen else queryset


class KindFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind of job")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return [(name, kind.label) for name, kind in sorted(jobs.KINDS.items())]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    """Only looked at; what was given up can be tried again."""

    list_display = ["what", "standing", "due_at", "tries", "taken_by", "done_at", "said"]
    list_filter = [StateFilter, KindFilter]
    fields = ["what", "standing", "in_detail", "planned_at", "due_at", "tries", "taken_by", "done_at", "failed_at"]
    fields += ["result", "error"]
    readonly_fields = fields
    ordering = ["-due_at", "-id"]
    show_full_result_count = False
    list_per_page = 50
    actions = ["try_again"]

    @admin.display(description=gettext_lazy("kind of job"), ordering="kind")
    def what(self, job):
        return jobs.label_of(job.kind)

    @admin.display(description=gettext_lazy("state"))
    def standing(self, job):
        return job.state.label

    @admin.display(description=gettext_lazy("result"))
    def said(self, job):
        return job.result or job.error[:100] or "—"

    @admin.display(description=gettext_lazy("details"))
    def in_detail(self, job):
        return json.dumps(job.details, ensure_ascii=False)

    @admin.action(description=gettext_lazy("Try again"), permissions=["retry"])
    def try_again(self, request, queryset):
        for job in queryset.failed():
            try_again(request, job)

    def has_retry_permission(self, request):
        return request.user.has_perm("desk.retry_job")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
