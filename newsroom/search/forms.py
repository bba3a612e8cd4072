"""What a reader asks for in the address of the search page."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.models import Tag

from articles.counting import having_stories
from articles.models import Channel, Column, Issue
from articles.models.listing import Kind
from bylines.models import Contributor
from desk.numbers import key_of
from newsroom.search.places import as_typed, regions_meant

LONGEST = 100  # characters of a question
READ = 200  # characters of any answer that are looked at, and shown again
# Errors that are no fault of the address: it names what is not there, or what several places are called.
NOTHING_WRONG = {"invalid_choice", "unknown", "several"}
ISSUE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([-\w]+))?", re.ASCII)
NAMES = {"since": "from", "until": "to"}  # in the address; one of them is a word of Python's


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Write the day as 2023-03-02.")}

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], required=False, **kwargs)


class LabelField(forms.ModelChoiceField):
    """What stories are filed under, by a field that stands in addresses; the form says which of them there are."""

    default_error_messages = {"invalid_choice": _("Nothing is filed under that.")}

    def __init__(self, to_field_name="slug", **kwargs):
        super().__init__(None, to_field_name=to_field_name, required=False, **kwargs)


class AuthorField(LabelField):
    """Whoever was merged away since the address was noted is who they are now."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            gone = Contributor.objects.exclude(merged_into=None).filter(pk=key_of(value)).first()
            if gone is None:
                raise
            return super().to_python(gone.as_it_stands().pk)


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Words"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search", "maxlength": LONGEST}),
        error_messages={"max_length": _("That is too long to search for: 100 characters at most.")},
    )
    region = forms.CharField(label=_("Region"), required=False, help_text=_("Name or code"))
    since = DayField(label=pgettext_lazy("day", "From"))
    until = DayField(label=pgettext_lazy("day", "To"))
    channel = LabelField(label=_("Channel"), empty_label=pgettext_lazy("channel", "All"))
    column = LabelField(label=_("Column"), empty_label=pgettext_lazy("column", "All"))
    photo = forms.BooleanField(
        label=_("With a photo"), required=False, widget=forms.CheckboxInput(attrs={"value": "1"})
    )
    contributor = AuthorField("pk", widget=forms.HiddenInput, label=_("Author"))
    tag = LabelField(widget=forms.HiddenInput, label=_("Tag"))
    issue = forms.CharField(label=_("Issue"), required=False, widget=forms.HiddenInput)
    page = forms.RegexField(
        r"^[A-Za-z]?[0-9]{2,3}\Z",
        label=_("Page"),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid": _("There is no such page.")},
    )
    order = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, asked):
        super().__init__({self.add_prefix(name): readable(asked, self.add_prefix(name)) for name in self.base_fields})
        self.regions = []  # to choose from, where several have the name that was typed
        for name, records in self.labels().items():
            self.fields[name].queryset = having_stories(records, Kind(name), "pk")

    def add_prefix(self, field_name):
        return NAMES.get(field_name, field_name)

    def labels(self):
        records = {"channel": Channel, "column": Column, "contributor": Contributor, "tag": Tag}
        return {name: model.objects.all() for name, model in records.items()}

    @property
    def is_understood(self):
        errors = [error for errors in self.errors.as_data().values() for error in errors]
        return all(error.code in NOTHING_WRONG for error in errors)

    @property
    def narrowing(self):
        return [self[name] for name in ("region", "since", "until", "channel", "column")]

    @property
    def unseen(self):
        """(name, answer) of what came by a link and goes on with the form."""
        return [(field.html_name, field.value()) for field in self.hidden_fields() if field.value()]

    @property
    def troubled(self):
        return [field for field in self if field.errors]

    def clean_region(self):
        words = self.cleaned_data["region"]
        if not words:
            return None
        found = regions_meant(words)
        if not found:
            raise ValidationError(_("No news from a region of that name."), code="unknown")
        if len(found) > 1:
            self.regions = found
            raise ValidationError(_("Several regions have that name. Which one?"), code="several")
        self.data["region"] = as_typed(found[0])
        return found[0]

    def clean_issue(self):
        words = self.cleaned_data["issue"]
        return issue_of(words) if words else None

    def clean(self):
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", ValidationError(_("The last day is before the first."), code="order"))


def readable(asked, name):
    """One answer, without what no database takes, and no longer than anybody types."""
    return asked.get(name, "").replace("\0", "").strip()[:READ]


def issue_of(words):
    """The published issue of an address's part: 2023-03-02, or 2023-03-02-extra."""
    match = ISSUE.fullmatch(words)
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    if day is None:
        raise ValidationError(_("An issue is named by its day: 2023-03-02."), code="invalid")
    issue = Issue.objects.published().filter(date=day, edition=match[2] or "").first()
    if issue is None:
        raise ValidationError(_("There is no such issue."), code="unknown")
    return issue
