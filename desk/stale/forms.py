import json

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from desk.stale.posted import Clash, as_posted, came_back, digest, digests, in_words, label_of, read


class SeenField(forms.CharField):
    """The digests of what the form showed. Nobody changes it, whatever comes back."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.HiddenInput, required=False, **kwargs)

    def has_changed(self, initial, data):
        return False


class SeenForm(forms.ModelForm):
    seen = SeenField()
    refusal = _("Someone has saved this record since you opened it. Nothing is lost: both texts stand here.")
    beside_the_record = ["seen"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.clashes = []
        self.is_stale = False
        self.saved_by = None

    def get_initial_for_field(self, field, field_name):
        if field_name == "seen":
            return json.dumps(digests(self.stored())) if self.instance.pk else ""
        return super().get_initial_for_field(field, field_name)

    def full_clean(self):
        if self.is_bound and self.instance.pk and not self.is_stale:
            self._look_for_another()
        super().full_clean()

    def clean(self):
        cleaned = super().clean()
        if self.is_stale:
            self.add_error(None, self.refusal)
        return cleaned

    def stored(self):
        return as_posted(self, leave_out=self.beside_the_record)

    def was_overtaken(self, seen, now):
        return seen is not None and seen != now

    def _look_for_another(self):
        """Before any field is read: the record is still as stored."""
        stored = self.stored()
        seen, now = read(self.data.get(self.add_prefix("seen"))), digests(stored)
        if self.was_overtaken(seen, now):
            typed = came_back(self.data, self.prefix, stored)
            self.clashes = [self._clash(name, stored, typed) for name in stored if digest(typed[name]) != now[name]]
            # Without a difference there is nothing to decide: the second click on a button.
            if self.clashes or seen is None:
                self._meet(stored, {name for name in stored if digest(typed[name]) == (seen or {}).get(name)}, now)

    def _clash(self, name, stored, typed):
        return Clash(label_of(self, name), in_words(self, name, stored[name]), in_words(self, name, typed[name]))

    def _meet(self, stored, untouched, now):
        """The next save of this form knows the newer version: the editor has now seen both."""
        self.is_stale = True
        self.saved_by = last_saved(self.instance)
        self.data = self.data.copy()
        for name in untouched:
            for key, texts in stored[name].items():
                self.data.setlist(self.add_prefix(key), texts)
        self.data[self.add_prefix("seen")] = json.dumps(now)


def last_saved(record):
    """The admin's log entry of the latest save: who, and when."""
    kind = ContentType.objects.get_for_model(record)
    return (
        LogEntry.objects.filter(content_type=kind, object_id=str(record.pk))
        .select_related("user")
        .order_by("-action_time")
        .first()
    )
