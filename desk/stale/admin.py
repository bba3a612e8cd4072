from django.contrib import messages
from django.db import transaction
from django.utils.translation import gettext as _

from desk.numbers import key_of
from desk.stale.page import WhatWasMet
from desk.stale.rows import seeing
from desk.written_rows import written
from desk.written_wrapper import WrittenChoices


class StaleGuard(WrittenChoices):
    """Mixed into the admin of records that two may have open at once; its form is a SeenForm."""

    def get_object(self, request, object_id, from_field=None):
        """A save first takes the record's row: of two pressed at once the second meets the first one's version."""
        # Pages that only look the record up, before any transaction, hold nothing.
        is_save = request.method == "POST" and transaction.get_connection().in_atomic_block
        if is_save and key_of(object_id) is not None:
            # No more than a save needs: rows that point at the record may still be added.
            self.model._default_manager.select_for_update(no_key=True).filter(pk=object_id).first()
        return super().get_object(request, object_id, from_field)

    def get_formsets_with_inlines(self, request, obj=None):
        """Rows that are only looked at post nothing, and so have nothing to compare."""
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            yield (seeing(formset) if inline.has_change_permission(request, obj) else formset), inline

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """
        The posted form as it came: Django copies the whole of it for each kind of rows. Only rows that meet newer ones
        alter theirs, and they take a copy (desk.stale.rows).
        """
        said = {"instance": obj, "prefix": prefix, "queryset": inline.get_queryset(request)}
        if request.method == "POST":
            said |= {"data": request.POST, "files": request.FILES, "save_as_new": "_saveasnew" in request.POST}
        return said

    def get_inline_formsets(self, *args, **kwargs):
        return [written(rows) for rows in super().get_inline_formsets(*args, **kwargs)]

    def render_change_form(self, request, context, *args, **kwargs):
        parts = [context["adminform"].form, *[rows.formset for rows in context["inline_admin_formsets"]]]
        for rows in [part for part in parts[1:] if getattr(part, "is_stale", False)][1:]:
            rows.leave_unsaid()
        if any(getattr(part, "is_stale", False) for part in parts):
            context["met"] = WhatWasMet(parts[0], parts[1:])
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        for label in getattr(form, "overruled", []):
            said = _("%(field)s: you edited the text itself, so it was saved as it stood; the answers were not used.")
            messages.warning(request, said % {"field": label})
