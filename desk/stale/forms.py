import json

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from desk.stale.meeting import Meeting
from desk.stale.page import WhatWasMet
from desk.stale.posted import as_posted, digests, read
from desk.stale.travelling import Questions
from desk.written_out import written_out


class SeenField(forms.CharField):
    """The digests of what the form showed. Nobody changes it, whatever comes back."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.HiddenInput, required=False, **kwargs)

    def has_changed(self, initial, data):
        return False


class SeenForm(forms.ModelForm):
    default_renderer = written_out

    seen = SeenField()
    refusal = _("Someone has saved this record since you opened it. Nothing is lost: both texts stand here.")
    still_asked = _("Two of you rewrote the same words, and not all of it is settled. Choose, then save.")
    beside_the_record = ["seen"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.clashes = []
        self.is_stale = False
        self.is_overtaken = False
        self.saved_by, self.newer = None, []
        self.overruled = []

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
            self.add_error(None, self.refusal if self.is_overtaken else self.still_asked)
        return cleaned

    @property
    def met(self):
        """Of a refused form: what its page says."""
        return WhatWasMet(self)

    def stored(self):
        return as_posted(self, leave_out=self.beside_the_record)

    def was_overtaken(self, seen, now):
        return seen is not None and seen != now

    def base_texts(self):
        """{field: its text in the version that the form was opened on}, where that is kept; else nothing is merged."""
        return {}

    def stored_since(self):
        """The newer versions, where they are kept: what the page says of who stored them, and when."""
        return []

    def saved_last(self):
        """Who stored what is met, and when: (user, time), or None where that is not known."""
        entry = last_saved(self.instance)
        return entry and (entry.user, entry.action_time)

    def _look_for_another(self):
        """Before any field is read: the record is still as stored."""
        stored = self.stored()
        seen, now = read(self.data.get(self.add_prefix("seen"))), digests(stored)
        questions = Questions(self, stored)
        is_overtaken = self.was_overtaken(seen, now)
        if not (is_overtaken or questions.are_open):
            return
        meeting = Meeting(self, stored, seen if is_overtaken else now, questions, self.base_texts)
        # Without a difference there is nothing to decide: the second click on a button.
        if meeting.clashes or (is_overtaken and seen is None):
            self.is_overtaken = is_overtaken
            self._meet(meeting, now)

    def _meet(self, meeting, now):
        """The next save of this form knows the newer version: the editor has now seen both."""
        self.is_stale = True
        self.clashes = meeting.clashes
        self.saved_by = self.saved_last()
        self.newer = self.stored_since()
        self.data = self.data.copy()
        for key, texts in meeting.filled.items():
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
