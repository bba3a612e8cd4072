"""
A save that meets a newer version: it is refused, both texts are shown, and nothing typed is lost.

The form carries the version it was opened with. The story's row is locked before it is read for a save, so that of two
editors pressing at once the second one meets the first one's version.
"""

from dataclasses import dataclass

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.writing_area import WritingArea


@dataclass(frozen=True)
class Clash:
    """One field that reads differently: as stored by the other editor, and as typed here."""

    label: str
    stored: str
    typed: str


class ArticleForm(forms.ModelForm):
    base_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # Declared for its scheme: Django 5.2 warns of the change of that default wherever it is not said.
    original_url = forms.URLField(label=_("original address"), required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = Article
        fields = [
            *("kicker", "headline", "subheadline", "dateline", "body", "editors_note"),
            *("genre", "channel", "column", "tags", "desk", "summary"),
            *("source", "original_author", "original_title", "original_url"),
        ]
        widgets = {"body": WritingArea}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.clashes = []
        self.saved_by = None
        if "base_version" in self.fields:
            self.fields["base_version"].initial = self.instance.version

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self._opened_with() != self.instance.version:
            self._refuse()
        return cleaned

    def _opened_with(self):
        return self.cleaned_data.get("base_version")

    def _refuse(self):
        """The next save of this form knows the newer version: the editor has now seen both."""
        self.clashes = [clash for clash in map(self._clash, self.changed_data) if clash]
        self.saved_by = last_saved(self.instance)
        self.data = self.data.copy()
        self.data[self.add_prefix("base_version")] = self.instance.version
        self.add_error(
            None,
            _("Someone has saved this story since you opened it. Nothing is lost: both texts stand below."),
        )

    def _clash(self, name):
        if name == "base_version":
            return None
        bound = self[name]
        return Clash(str(bound.label), _words(bound.initial), _words(self.cleaned_data.get(name, bound.data)))


def last_saved(article):
    """The admin's log entry of the latest save: who, and when."""
    kind = ContentType.objects.get_for_model(article)
    return (
        LogEntry.objects.filter(content_type=kind, object_id=str(article.pk))
        .select_related("user")
        .order_by("-action_time")
        .first()
    )


def _words(value):
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "、".join(map(str, value))
    return str(value)
