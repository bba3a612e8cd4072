"""Choices sought by typing, which an address or a form may name by anything: what is no key is not looked up."""

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from desk.numbers import key_of


class KeysOnly:
    """Mixed into a select. The admin's own asks the database for whatever was sent, to show it once more."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if key_of(key) is not None], attrs)  # type: ignore[misc]


class SoundSelect(KeysOnly, AutocompleteSelect):
    pass


class SoundSelectMultiple(KeysOnly, AutocompleteSelectMultiple):
    pass


class SoundChoices:
    """Mixed into admins and inlines with autocomplete_fields."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", SoundSelect(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs.setdefault("widget", SoundSelectMultiple(db_field, self.admin_site))  # type: ignore[attr-defined]
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
