"""
The admin's frame around a choice (change, add, view what is chosen), written out as its template has it: a story's form
has twenty of them, and each asks three times for an address that differs by nothing.
"""

from functools import cache

from django.contrib.admin.options import IS_POPUP_VAR, TO_FIELD_VAR
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from desk.written_out import written_out

FRAME = """<div class="related-widget-wrapper" {}>
    {}
    {}
</div>"""
CHANGE = """<a class="related-widget-wrapper-link change-related" id="change_id_{}" data-href-template="{}?{}"\
 data-popup="yes" title="{}"><img src="{}" alt="" width="24" height="24"></a>"""
ADD = """<a class="related-widget-wrapper-link add-related" id="add_id_{}" data-popup="yes" href="{}?{}" title="{}">\
<img src="{}" alt="" width="24" height="24"></a>"""
DELETE = """<a class="related-widget-wrapper-link delete-related" id="delete_id_{}" data-href-template="{}?{}"\
 data-popup="yes" title="{}"><img src="{}" alt="" width="24" height="24"></a>"""
VIEW = """<a class="related-widget-wrapper-link view-related" id="view_id_{}" data-href-template="{}?{}" title="{}">\
<img src="{}" alt="" width="24" height="24"></a>"""


class WrittenChoices:
    """Mixed into admins and inlines."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and type(field.widget) is RelatedFieldWidgetWrapper:
            known = WrittenWrapper.__new__(WrittenWrapper)
            vars(known).update(vars(field.widget))
            field.widget = known
        return field


class WrittenWrapper(RelatedFieldWidgetWrapper):
    def render(self, name, value, attrs=None, renderer=None):
        model = self.rel.model._meta
        named = "" if self.rel.limit_choices_to else format_html('data-model-ref="{}"', model.model_name)
        chosen = self.widget.render(name, value, attrs, renderer or written_out)
        return format_html(FRAME, mark_safe(named), chosen, "" if self.is_hidden else self.ways(name, model))  # noqa: S308

    def ways(self, name, model):
        """Each leads into a window of its own, but for the last."""
        to_field = f"{TO_FIELD_VAR}={self.rel.get_related_field().name}"
        popup = f"{to_field}&{IS_POPUP_VAR}=1"
        offered = [
            (self.can_change_related, CHANGE, "change", popup, _("Change selected %(model)s"), "changelink"),
            (self.can_add_related, ADD, "add", popup, _("Add another %(model)s"), "addlink"),
            (self.can_delete_related, DELETE, "delete", popup, _("Delete selected %(model)s"), "deletelink"),
            (self.can_view_related, VIEW, "change", to_field, _("View selected %(model)s"), "viewlink"),
        ]
        ways = (
            (way, [name, self.address(model, act), asked, words % {"model": model.verbose_name}, picture(icon)])
            for may, way, act, asked, words, icon in offered
            if may
        )
        return mark_safe("".join(format_html(way, *said) for way, said in ways))  # noqa: S308 - each is escaped

    def address(self, model, act):
        keys = () if act == "add" else ("__fk__",)
        return address_of(get_script_prefix(), self.admin_site.name, model.app_label, model.model_name, act, keys)


@cache
def address_of(prefix, site, app, model, act, keys):
    return reverse(f"admin:{app}_{model}_{act}", current_app=site, args=keys)


def picture(name):
    return static(f"admin/img/icon-{name}.svg")
