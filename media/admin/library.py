"""The form above the wall of photos: each field narrows it, and what is chosen can be let go one by one."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from media.admin import library_search
from media.admin.filters import LACKS
from media.models import Photo
from media.models.rights import Rights
from regions.models import Region

ANY = ("", _("any"))
# Photography begins in 1826; the last day has a midnight after it.
DAYS = [MinValueValidator(date(1826, 1, 1)), MaxValueValidator(date(9998, 12, 31))]
SHAPES = [("upright", pgettext_lazy("picture", "upright")), ("lying", pgettext_lazy("picture", "lying"))]
TIMES = [
    ("open", _("readers may see it")),
    ("embargo", _("under embargo")),
    ("expired", _("expired")),
]
PAGING = ("before", "after")


def choice(label, choices):
    return forms.ChoiceField(label=label, required=False, choices=[ANY, *choices])


class DayField(forms.DateField):
    """Browsers show no day in their field that there is not: what was asked for stands in the error."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(_("“%(asked)s” is no day."), params={"asked": str(value)[:20]}) from error


def day(label):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return DayField(label=label, required=False, widget=widget, validators=DAYS)


def words(label, help_text=""):
    return forms.CharField(label=label, required=False, max_length=200, help_text=help_text)


class LibraryForm(forms.Form):
    q = words(_("words"), _("Caption, headline, keywords, alt text, place, source, file name, photographer"))
    person = words(pgettext_lazy("person", "photographer"))
    place = words(_("place in words"))
    region = choice(_("region"), [])
    since = day(_("taken from"))
    until = day(_("taken until"))
    rights = choice(_("rights"), Rights.choices)
    shape = choice(pgettext_lazy("picture", "shape"), SHAPES)
    time = choice(_("embargo and expiry"), TIMES)
    lacks = choice(_("still missing"), [(code, label) for code, (label, _condition) in LACKS.items()])
    whose = choice(_("uploaded by"), [("mine", _("me"))])

    always_seen = ["q", "person", "place", "since", "until"]

    def __init__(self, asked, *, user):
        super().__init__(asked, auto_id="library-%s", label_suffix="")
        self.user = user
        self.fields["region"].choices = [ANY, *regions_to_choose(asked.get("region", ""))]
        self.is_valid()  # what cannot be read is said at its field, and narrows nothing

    @property
    def answers(self):
        return {name: value for name, value in self.cleaned_data.items() if value}

    def conditions(self):
        """By field. Days are one question; the words are asked by the list itself."""
        asked = self.answers
        simple = {
            "person": library_search.by_person,
            "place": library_search.in_place,
            "region": library_search.in_region,
            "rights": lambda rights: Q(rights=rights),
            "shape": library_search.of_shape,
            "time": library_search.in_time,
            "lacks": lambda lacks: LACKS[lacks][1],
            "whose": lambda _mine: Q(uploaded_by=self.user),
        }
        found = {name: condition(asked[name]) for name, condition in simple.items() if name in asked}
        if "since" in asked or "until" in asked:
            found["days"] = library_search.between(asked.get("since"), asked.get("until"))
        return found

    def looked_at(self):
        """Parts of the library, which hold what is looked at."""
        own = Photo.objects.filter(uploaded_by=self.user) if "whose" in self.answers else Photo.objects.all()
        asked = {name: self.answers[name] for name in ("since", "until", "person") if name in self.answers}
        return library_search.looked_at(own, **asked)

    def narrow(self, photos):
        if self.answers:
            first, *others = [Photo.objects.filter(pk__in=part).order_by().values("pk") for part in self.looked_at()]
            photos = photos.filter(pk__in=first.union(*others) if others else first)
        for condition in self.conditions().values():
            photos = photos.filter(condition)
        return photos

    def search(self, photos):
        """With the words, too."""
        return self.narrow(photos.filter(library_search.has_words(self.answers.get("q", ""))))

    def chosen(self):
        """(label, what was chosen in words, the address without it)"""
        return [
            (self.fields[name].label, self.in_words(name, value), self.address_without(name, *PAGING))
            for name, value in self.answers.items()
        ]

    def in_words(self, name, value):
        if isinstance(value, date):
            return date_format(value, "Y-m-d")
        return dict(getattr(self.fields[name], "choices", [])).get(value, value)

    def address_without(self, *names):
        kept = self.data.copy()
        for name in names:
            kept.pop(name, None)
        return f"?{kept.urlencode()}"

    @property
    def address(self):
        """What this search is, wherever it goes on."""
        return self.address_without(*PAGING)

    def first_fields(self):
        return [self[name] for name in self.always_seen]

    def further_fields(self):
        return [field for field in self if field.name not in self.always_seen]

    def has_further_answers(self):
        return any(field.errors or field.name in self.answers for field in self.further_fields())


def regions_to_choose(code):
    """Down the map: the provinces, or the chosen region with what lies directly above and below it."""
    chosen = Region.objects.select_related("parent").filter(code=code).first() if code else None
    near = Region.objects.current().children_of(chosen).values_list("code", "name")
    above = [(region.code, region.name) for region in ([chosen.parent] if chosen and chosen.parent else [])]
    return [*above, *([(chosen.code, chosen.name)] if chosen else []), *near]
