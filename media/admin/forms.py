from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.models import Byline, Contributor
from desk.stale.forms import SeenForm
from media.admin.credits import STANDING_CHOICES
from media.admin.fields import WHAT_FITS, ManyFilesField, PictureField
from media.admin.focal import FocalFields
from media.admin.moments import MomentInput
from media.admin.people import KnownPeopleField, KnownPeopleSelect
from media.admin.unwritten import UNWRITTEN
from media.admin.wording import ReadableWords
from media.crediting import credit_photographer, photographer_of
from media.models import Photo


class PhotoForm(ReadableWords, FocalFields, SeenForm):
    picture = PictureField()
    is_unwritten = False  # the save before this one broke off on the disk

    class Meta:
        model = Photo
        fields = [
            *("caption", "headline", "alt", "region", "place", "taken_at"),
            *("source", "credit_line", "copyright", "keywords", "job", "digital_source_type"),
            *("rights", "embargo_until", "expires_at"),
            *FocalFields.focal,
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.key_before = self.instance.key
        self.was_open = not self.instance.why_closed()
        if self.is_bound:
            self.keep_what_did_not_come()
        if self.instance.pk and "picture" in self.fields:
            self.fields["picture"].required = False
            self.fields["picture"].label = _("another picture")
            self.fields["picture"].help_text = _(
                "Takes the place of this one wherever it is used. The former original is kept."
            )

    def keep_what_did_not_come(self):
        """Of a form that was opened before there were these fields."""
        self.data = self.data.copy()
        for name in {"rights", "focus_x", "focus_y"} & self.fields.keys():
            self.data.setdefault(self.add_prefix(name), getattr(self.instance, name))

    def clean(self):
        cleaned = super().clean()
        if self.is_unwritten:
            self.add_error(None, UNWRITTEN)
        return cleaned

    @property
    def closes_the_photo(self):
        """It takes from readers what they could see."""
        return self.was_open and self.instance.why_closed() != ""


def photographer_field(kind=forms.ModelChoiceField, select=AutocompleteSelect, **options):
    return kind(
        Contributor.objects.all(),
        label=pgettext_lazy("person", "photographer"),
        required=False,
        widget=select(Byline._meta.get_field("contributor"), admin.site),
        **options,
    )


def standing_field():
    return forms.ChoiceField(choices=STANDING_CHOICES, label=_("standing"), required=False)


class WordsForAll(ReadableWords, forms.Form):
    """What many photos have in common; the words of a photo's own file come before it."""

    caption = forms.CharField(
        label=_("caption"),
        required=False,
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2}),
        help_text=_("For those whose file brings none; you can complete each one on the next page."),
    )
    contributor = photographer_field(help_text=_("For those whose file names nobody."))
    standing = standing_field()


class ManyPhotosForm(WordsForAll):
    files = ManyFilesField(label=_("pictures"), help_text=WHAT_FITS)

    field_order = ["files"]


class CaptionForm(ReadableWords, SeenForm):
    """One row of the captions table: what is seen, who took it, where and when."""

    contributor = photographer_field(KnownPeopleField, KnownPeopleSelect)
    standing = standing_field()

    field_order = ["caption", "contributor", "standing"]

    class Meta:
        model = Photo
        fields = ["caption", "source", "rights", "credit_line", "headline", "place", "taken_at", "alt", "keywords"]
        widgets = {"caption": forms.Textarea(attrs={"rows": 3}), "taken_at": MomentInput}

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contributor"].know(people)
        byline = photographer_of(self.instance)
        if byline:
            self.initial.update(contributor=byline.contributor_id, standing=byline.standing)
        if self.is_bound:
            self.leave_alone_what_did_not_come()

    def leave_alone_what_did_not_come(self):
        for name in [name for name in self.fields if name != "seen"]:
            if self[name].html_name not in self.data:
                del self.fields[name]

    def was_overtaken(self, seen, now):
        """As far as its fields came back."""
        return seen is not None and not now.items() <= seen.items()

    def save(self, commit=True):
        photo = super().save(commit)
        if {"contributor", "standing"} & set(self.changed_data):
            credit_photographer(
                photo=photo,
                contributor=self.cleaned_data.get("contributor", self.initial_person),
                standing=self.cleaned_data.get("standing", ""),
            )
        return photo

    @property
    def initial_person(self):
        byline = photographer_of(self.instance)
        return byline and byline.contributor
