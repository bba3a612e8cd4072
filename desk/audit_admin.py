"""The audit log as it is read: the newest first, by person, act, kind, record and time. Nobody writes in it here."""

from collections import defaultdict

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from desk.audit_words import ActFilter, KindFilter, PersonFilter, act_name, kind_name
from desk.models import AuditEntry
from desk.numbers import key_of
from desk.steady import SteadyList, SteadyLists


class LogList(SteadyList):
    """Asks once for each kind of record on the page which of them are there for this colleague."""

    def get_ordering(self, request, queryset):
        """Of certain days by their time: what is asked for then lies together in an index."""
        of_days = any(name.startswith("at__") for name in request.GET)
        return ["-at", "-pk"] if of_days else super().get_ordering(request, queryset)

    def get_results(self, request):
        super().get_results(request)
        seen = records_seen(request, self.result_list)
        for entry in self.result_list:
            entry.address = seen.get((entry.kind, entry.key), "")


def records_seen(request, entries):
    """{(kind, key): address of its form}, of those that the colleague may open."""
    keys = defaultdict(set)
    for entry in entries:
        keys[entry.kind].add(key_of(entry.key))
    return {
        (kind, str(pk)): reverse(f"admin:{own.opts.app_label}_{own.opts.model_name}_change", args=[pk])
        for kind, own in admins_of(keys)
        if own.has_view_or_change_permission(request)
        for pk in own.get_queryset(request).filter(pk__in=keys[kind] - {None}).values_list("pk", flat=True)
    }


def admins_of(kinds):
    """[(kind, the admin of its records)]"""
    known = {model._meta.model_name: own for model, own in admin.site._registry.items()}
    return [(kind, known[kind]) for kind in kinds if kind in known]


@admin.register(AuditEntry)
class AuditEntryAdmin(SteadyLists, admin.ModelAdmin):
    fields = ["at", "by", "act", "kind_of_record", "record", "words"]
    list_display = ["at", "by", "act", "kind_of_record", "record", "words"]
    list_display_links = ["at"]
    list_filter = [ActFilter, PersonFilter, KindFilter, "at"]
    list_select_related = ["by"]
    search_fields = ["key"]
    search_help_text = _("The number of a record, as it stands in its address.")

    @admin.display(description=_("act"))
    def act(self, entry):
        return act_name(entry.verb)

    @admin.display(description=_("kind of record"))
    def kind_of_record(self, entry):
        return kind_name(entry.kind)

    @admin.display(description=_("record"))
    def record(self, entry):
        """A link where the colleague may open it."""
        address = getattr(entry, "address", "")
        return format_html('<a href="{}">{}</a>', address, entry.key) if address else entry.key or "—"

    def get_changelist(self, request, **kwargs):
        return LogList

    def get_object(self, request, object_id, from_field=None):
        entry = super().get_object(request, object_id, from_field)
        if entry:
            entry.address = records_seen(request, [entry]).get((entry.kind, entry.key), "")
        return entry

    def get_search_results(self, request, queryset, search_term):
        """By the whole number: an index finds it, and no number is part of another."""
        return (queryset.filter(key=search_term.strip()) if search_term.strip() else queryset), False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
