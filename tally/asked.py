"""What an editor asks the statistics, as it stands in the address: period, by what, narrowed to whom, counted how."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.models import Article, Column, Issue, Page
from bylines.models import Byline, Contributor, Role
from desk.models import Desk
from regions.models import Region
from tally.periods import days, month, quarter, year
from tally.questions import CORRESPONDENTS, By, Level, Only, Question, Split
from tally.words import MEASURES, parts_of_a_year

FIRST_YEAR, LAST_YEAR = 1900, 2199
BOTH = "correspondents"  # both kinds of them, as one choice
OF_PEOPLE = ("person", "unit", "region", "desk")  # what somebody who sees the own figures alone is not asked
NAMED_BY_PK = ("person", "column", "issue", "desk")
NAMED_BY_CODE = ("region", "place")


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": gettext_lazy("Write the day as 2023-03-02.")}

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], required=False, **kwargs)


class SoughtField(forms.ModelChoiceField):
    """One record out of many, sought by typing, as the admin offers such records to a field that it has anyway."""

    default_error_messages = {"invalid_choice": gettext_lazy("There is no such record (any more).")}

    def __init__(self, records, offered_to, **kwargs):
        super().__init__(records, required=False, widget=AutocompleteSelect(offered_to, admin.site), **kwargs)


REGION_OFFERED_TO = Contributor._meta.get_field("region")


class TallyForm(forms.Form):
    """own: the contributor whose figures alone are shown, or None."""

    year = forms.IntegerField(
        label=gettext_lazy("year"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), gettext_lazy("Write the year with four figures, as 2023.")
        ),
    )
    part = forms.ChoiceField(label=pgettext_lazy("of a year", "part"), choices=parts_of_a_year, required=False)
    first = DayField(label=gettext_lazy("from day"))
    last = DayField(label=gettext_lazy("to day"))
    by = forms.ChoiceField(label=gettext_lazy("count by"), choices=By.choices)
    level = forms.ChoiceField(label=gettext_lazy("level of regions"), choices=Level.choices)
    split = forms.ChoiceField(label=gettext_lazy("shared stories"), choices=Split.choices)
    order = forms.ChoiceField(label=gettext_lazy("ranked by"), choices=MEASURES.items())

    role = forms.ChoiceField(label=gettext_lazy("role"), required=False)
    person = SoughtField(
        Contributor.objects.all(), Byline._meta.get_field("contributor"), label=gettext_lazy("contributor")
    )
    unit = forms.CharField(label=gettext_lazy("unit"), max_length=100, required=False)
    region = SoughtField(Region.objects.all(), REGION_OFFERED_TO, label=By.REGION.label)
    place = SoughtField(Region.objects.all(), REGION_OFFERED_TO, label=By.PLACE.label)
    column = SoughtField(Column.objects.all(), Article._meta.get_field("column"), label=gettext_lazy("column"))
    page = forms.CharField(label=gettext_lazy("page"), max_length=10, required=False)
    issue = SoughtField(Issue.objects.all(), Page._meta.get_field("issue"), label=gettext_lazy("issue"))
    desk = forms.ModelChoiceField(
        Desk.objects.all(), label=gettext_lazy("desk"), required=False, empty_label=pgettext_lazy("desk", "All")
    )

    def __init__(self, asked, own=None):
        self.own = own
        self.kept = {name: asked[name] for name in self.base_fields if asked.get(name)}
        super().__init__({**defaults(self.kept, own), **self.kept}, label_suffix="")
        every = pgettext_lazy("role", "All")
        role: Any = self.fields["role"]
        role.choices = [("", every), (BOTH, _("correspondents of both kinds")), *Role.choices]
        for name in OF_PEOPLE if own else ():
            del self.fields[name]

    def clean_person(self):
        """An older address may name somebody who was merged since."""
        person = self.cleaned_data["person"]
        return person and person.as_it_stands()

    def clean(self):
        told = super().clean()
        first, last = told.get("first"), told.get("last")
        if self.errors:
            return told
        if bool(first) != bool(last):
            raise forms.ValidationError(_("Of a stretch of days both the first and the last are needed."))
        if first and first > last:
            raise forms.ValidationError(_("The last day comes before the first."))
        if first and not (first.year >= FIRST_YEAR and last.year <= LAST_YEAR):
            raise forms.ValidationError(
                _("Days are counted from %(first)d to %(last)d.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
            )
        return told

    @cached_property
    def question(self):
        """Of a form that is valid."""
        told = self.cleaned_data
        return Question(
            self.period,
            by=By(told["by"]),
            only=self.only,
            level=Level(told["level"]),
            split=Split(told["split"]),
        )

    @cached_property
    def period(self):
        told = self.cleaned_data
        if told["first"]:
            return days(told["first"], told["last"])
        number, part = told["year"] or timezone.localdate().year, told["part"]
        if not part:
            return year(number)
        return quarter(number, int(part[1:])) if part.startswith("q") else month(number, int(part))

    @cached_property
    def only(self):
        told = self.cleaned_data
        found = {name: told[name].pk for name in NAMED_BY_PK if told.get(name)}
        found |= {name: told[name].code for name in NAMED_BY_CODE if told.get(name)}
        found |= {name: told[name].strip() for name in ("unit", "page") if told.get(name)}
        if told["role"]:
            found["role"] = CORRESPONDENTS if told["role"] == BOTH else told["role"]
        if self.own:
            found["person"] = self.own.pk
        return Only(**found)

    @property
    def measure(self):
        return self.cleaned_data["order"]

    @property
    def is_split(self):
        return Split(self.cleaned_data["split"]) != Split.NONE

    @property
    def choosing(self):
        return [self[name] for name in ("by", "level", "split", "order")]

    @property
    def narrowing(self):
        names = ["person", "unit", "region", "place", "column", "issue", "role", "page", "desk"]
        return [self[name] for name in names if name in self.fields]

    @property
    def narrowed(self):
        """(what, to what, the address without it) of each filter that is set."""
        told = self.cleaned_data
        set_ones = [field for field in self.narrowing if told.get(field.name)]
        return [
            (field.label, words_of(field, told[field.name]), self.address(**{field.name: None})) for field in set_ones
        ]

    @property
    def is_wrong_below(self):
        """Whether an error stands in the part that is folded away."""
        return any(field.errors for field in (self["first"], self["last"], *self.narrowing))

    def address(self, **changes):
        """What is asked, with some of it otherwise; None takes it out. Empty where nothing is asked."""
        return query_of({**self.kept, **changes})


def query_of(asked):
    return f"?{urlencode([(name, value) for name, value in asked.items() if value not in (None, '')])}"


def defaults(kept, own):
    """This month, unless something is said of the time; the own figures by month, of this year."""
    today = timezone.localdate()
    part = "" if own or {"year", "part", "first", "last"} & set(kept) else str(today.month)
    by = By.MONTH if own else By.PERSON
    return {
        "year": today.year,
        "part": part,
        "by": by.value,
        "level": Level.COUNTY.value,
        "split": Split.NONE.value,
        "order": "stories",
    }


def words_of(field, value):
    return dict(field.field.choices)[value] if field.name == "role" else str(value)
