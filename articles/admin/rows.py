"""
Rows that know what they point at: it comes with them in one query, and no select asks for it again. So a form costs
the same with one row as with twenty.
"""

from functools import cache

from django.contrib.admin.widgets import AutocompleteSelect

from articles.admin.formsets import PlainSpokenRows
from desk.composed_once import Question
from desk.found_once import FoundOnce, KnownChoice
from desk.written_out import written_out
from desk.written_wrapper import WrittenChoices

MADE: dict = {}  # classes of forms, by what they hang from


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


class KnownRows(WrittenChoices):
    """Mixed into inlines. `comes_with` names all that the rows print of other records."""

    form = KnownRowForm
    formset = PlainSpokenRows
    comes_with = []

    def get_queryset(self, request):
        return self.with_all(super().get_queryset(request))

    def with_all(self, rows):
        """With all that they print."""
        return rows.select_related(*self.comes_with)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs |= {"widget": KnownSelect(db_field, self.admin_site), "form_class": KnownChoice}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class SameForAll:
    """
    Mixed into inlines whose rows and fields hang from nothing but their record and the colleague's rights: the classes
    of the forms and the statement that reads the rows are made once.
    """

    def get_formset(self, request, obj=None, **kwargs):
        said = (type(self), rights_of(request.user), *self.rights_here(request, obj), repr(kwargs))
        made = kept(said, super().get_formset, request, obj, **kwargs)
        made.composed = statement_of(type(self), self.parent_model, made.fk.name)
        return made

    def rights_here(self, request, obj):
        asked = (self.has_add_permission, self.has_change_permission, self.has_delete_permission)
        return [may(request, obj) for may in asked]


def kept(said, make, *args, **kwargs):
    """A class of forms. said: all that it hangs from."""
    if said not in MADE:
        MADE[said] = make(*args, **kwargs)
    return MADE[said]


def rights_of(user):
    return user.is_superuser or frozenset(user.get_all_permissions())


@cache
def statement_of(inline, parent, record):
    from django.contrib.admin import site

    kind = inline(parent, site)
    rows = kind.with_all(kind.model._default_manager.all())
    return Question(lambda key: rows.filter(**{record: key}))
