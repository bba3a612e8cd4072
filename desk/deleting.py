"""
The page that asks before something is deleted names what hangs from it: of each kind so many, and not the hundred
thousand stories of a column with all their texts.
"""

from django.contrib.admin.utils import NestedObjects, quote
from django.db import router
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

NAMED = 20


class FirstOfEach(NestedObjects):
    """One more than are named, so that it is known where there are others."""

    def related_objects(self, related_model, related_fields, objs):
        return super().related_objects(related_model, related_fields, objs).order_by("pk")[: NAMED + 1]


class NamesWhatHangs:
    """Mixed into an admin."""

    def get_deleted_objects(self, objs, request):
        """As Django's own: (nested lines, numbers, missing rights, lines of what is in the way)."""
        found = FirstOfEach(using=router.db_for_write(self.model), origin=objs)
        found.collect(objs)
        missing = {
            model._meta.verbose_name
            for model, rows in found.model_objs.items()
            if self.admin_site.is_registered(model)
            and not all(self.admin_site.get_model_admin(model).has_delete_permission(request, row) for row in rows)
        }
        own = [model for model in found.model_objs if model is not self.model]
        is_cut = any(len(found.model_objs[model]) > NAMED for model in own)
        lines = found.nested(self.line_about)
        in_the_way = sorted(found.protected, key=lambda row: (row._meta.label, row.pk))
        protected = [self.line_about(row) for row in in_the_way[:NAMED]]
        numbers = {
            model._meta.verbose_name_plural: f"{NAMED}+" if model in own and len(rows) > NAMED else len(rows)
            for model, rows in found.model_objs.items()
        }
        return (
            [*lines, *more(is_cut)],
            numbers,
            missing,
            [*protected, *more(len(in_the_way) > NAMED)],
        )

    def line_about(self, row):
        opts = row._meta
        if self.admin_site.is_registered(type(row)):
            name = f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_change"
            try:
                address = reverse(name, args=[quote(row.pk)])
            except NoReverseMatch:
                return f"{capfirst(opts.verbose_name)}: {row}"
            return format_html('{}: <a href="{}">{}</a>', capfirst(opts.verbose_name), address, row)
        return f"{capfirst(opts.verbose_name)}: {row}"


def more(is_cut):
    return [_("… and others: of each kind %(number)d are named") % {"number": NAMED}] if is_cut else []
