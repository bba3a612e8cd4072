"""The rows that hang from a record: they carry digests of their own, and meet a newer version by themselves."""

import json
from functools import cached_property
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.found_once import KnownChoice
from desk.stale.posted import as_posted, digests, read
from desk.stale.rows_meeting import SEEN, RowsMeeting
from desk.written_out import written_out

OVERTAKEN = "overtaken"
TOO_MANY = gettext_lazy("These are more rows than one save takes. Save some first, then add the others.")
MOST_NEW = 100  # rows that one save may add: each takes milliseconds, be anything typed in it or not


def seeing(formset):
    """A kind of rows that remembers what it showed, with all the rules of its own. Made once where the rows are."""
    seen = vars(formset).get("seeing") or type(formset.__name__, (SeenRows, formset), {})
    if "composed" in vars(formset):
        formset.seeing = seen
    return seen


class SeenRows(forms.BaseInlineFormSet):
    sheets: forms.Media  # of a kind whose rows are composed
    default_error_messages: ClassVar[dict] = {"too_many_forms": TOO_MANY}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.clashes = []
        self.is_stale = False
        if self.is_bound and self.management_form.is_valid():
            self._look_for_another()

    @cached_property
    def management_form(self):
        form = super().management_form
        form.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False)
        if not self.is_bound:
            form.initial[SEEN] = json.dumps(self.seen_now())
        form.renderer = written_out
        return form

    @cached_property
    def empty_form(self):
        """Whoever prints the rows asks for it four times."""
        return super().empty_form

    @property
    def media(self):
        """That of any row of its kind."""
        kind = type(self)
        if not hasattr(kind, "composed"):
            return super().media
        if "sheets" not in vars(kind):
            kind.sheets = self.empty_form.media
        return kind.sheets

    @property
    def absolute_max(self):  # type: ignore[override] # a number of the class, which the admin gives to each kind of rows
        """Beyond the rows that are stored, which are in hand, a form may say that it has any number."""
        return len(self.get_queryset()) + MOST_NEW

    def get_queryset(self):
        """Where the inline composes them once (articles.admin.rows), they are read so."""
        composed = getattr(self, "composed", None)
        if composed and self.instance.pk and not hasattr(self, "_queryset"):
            self._queryset = composed.ask(key=self.instance.pk)
        return super().get_queryset()

    def add_fields(self, form, index):
        """A stored row is in hand: its key asks for it no second time."""
        super().add_fields(form, index)
        name = self.model._meta.pk.name
        if form.instance.pk and isinstance(form.fields.get(name), forms.ModelChoiceField):
            own = form.fields[name]
            key = KnownChoice(own.queryset, initial=own.initial, required=own.required, widget=own.widget)
            form.fields[name], key.known = key, form.instance

    def clean(self):
        super().clean()
        if self.is_stale:
            raise ValidationError(
                _("Someone has changed these rows since you opened the form. What stands here the next save keeps."),
                code=OVERTAKEN,
            )

    def leave_unsaid(self):
        """Other rows of the same form say it already."""
        errors = self.non_form_errors()
        errors.data[:] = [error for error in errors.data if error.code != OVERTAKEN]

    def stored(self):
        """{key of the row: what it would post, untouched}"""
        return {str(form.instance.pk): self.values(form) for form in self.initial_forms}

    def seen_now(self):
        return {key: digests(values) for key, values in self.stored().items()}

    def values(self, form):
        return as_posted(form, leave_out=[self.model._meta.pk.name, self.fk.name, DELETION_FIELD_NAME])

    def _look_for_another(self):
        seen = read(self.management_form[SEEN].value())
        if self._has_the_stored_rows() and seen in (None, self.seen_now()):
            return
        fresh = type(self)(instance=self.instance, prefix=self.prefix, queryset=self.queryset)
        now = fresh.seen_now()
        gone = {key for key in self._posted_rows() if key not in now}
        if gone or (seen is not None and seen != now):
            meeting = RowsMeeting(self, fresh, now if seen is None else seen)
            self.data, self.clashes = meeting.data(), meeting.clashes
            self.is_stale = bool(meeting.clashes)
            del self.management_form  # it counted the rows as they came
            self.__dict__.pop("forms", None)

    def _has_the_stored_rows(self):
        """Then the forms that came are those of the rows as they are stored, and no others need be made beside them."""
        return self._posted_rows().keys() == {str(row.pk) for row in self.get_queryset()}

    def _posted_rows(self):
        """{key of the row: its prefix}, of the rows that were stored when the form was opened."""
        # The form says how many these were, and Django holds it to no bound of its own: it may say any number.
        count = min(self.initial_form_count(), self.total_form_count())
        prefixes = [self.add_prefix(number) for number in range(count)]
        return {self.data.get(f"{prefix}-{self.model._meta.pk.name}", ""): prefix for prefix in prefixes}
