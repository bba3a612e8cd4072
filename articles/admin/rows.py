"""
Rows that know what they point at: it comes with them in one query, and no select asks for it again. So a form costs
the same with one row as with twenty.
"""

from django.contrib.admin.widgets import AutocompleteSelect

from articles.admin.formsets import PlainSpokenRows
from desk.found_once import FoundOnce, KnownChoice
from desk.written_out import written_out


class KnownSelect(AutocompleteSelect):
    """Prints the record that its row has loaded; the admin's own asks the database for each row's choice."""

    known = None

    def _render(self, template_name, context, renderer=None):
        """The admin's frame around it hands on no renderer."""
        return super()._render(template_name, context, renderer or written_out)

    def optgroups(self, name, value, attrs=None):
        if self.known is None or list(map(str, value)) != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        chosen = self.create_option(name, self.known.pk, self.choices.field.label_from_instance(self.known), True, 0)
        return [(None, [*self._none(name), chosen], 0)]

    def _none(self, name):
        return [] if self.is_required else [self.create_option(name, "", "", False, 0)]


class KnownRowForm(FoundOnce):
    default_renderer = written_out

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            select = getattr(field.widget, "widget", field.widget)  # the admin wraps its selects
            if isinstance(select, KnownSelect) and self.instance.pk:
                select.known = field.known = getattr(self.instance, name)


class KnownRows:
    """Mixed into inlines. `comes_with` names all that the rows print of other records."""

    form = KnownRowForm
    formset = PlainSpokenRows
    comes_with = []

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.comes_with)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": KnownSelect(db_field, self.admin_site), "form_class": KnownChoice}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
