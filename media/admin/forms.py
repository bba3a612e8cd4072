from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bylines.models import Byline, Contributor
from desk.stale.forms import SeenForm
from media.admin.credits import STANDING_CHOICES
from media.admin.fields import WHAT_FITS, ManyFilesField, PictureField
from media.crediting import credit_photographer, photographer_of
from media.models import Photo


class PhotoForm(SeenForm):
    picture = PictureField()

    class Meta:
        model = Photo
        fields = [
            *("caption", "headline", "alt", "region", "place", "taken_at"),
            *("source", "credit_line", "copyright", "keywords", "job", "digital_source_type"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "picture" in self.fields:
            self.fields["picture"].required = False
            self.fields["picture"].label = _("another picture")
            self.fields["picture"].help_text = _("Takes the place of this one wherever it is used.")


def photographer_field():
    return forms.ModelChoiceField(
        Contributor.objects.all(),
        label=pgettext_lazy("person", "photographer"),
        required=False,
        widget=AutocompleteSelect(Byline._meta.get_field("contributor"), admin.site),
    )


def standing_field():
    return forms.ChoiceField(choices=STANDING_CHOICES, label=_("standing"), required=False)


class ManyPhotosForm(forms.Form):
    files = ManyFilesField(label=_("pictures"), help_text=WHAT_FITS)
    caption = forms.CharField(
        label=_("caption"),
        required=False,
        widget=forms.Textarea(attrs={"class": "vLargeTextField"}),
        help_text=_("For all of them; you can complete each one on the next page."),
    )
    contributor = photographer_field()
    standing = standing_field()


class CaptionForm(SeenForm):
    """One row of the caption table: what is seen, and who took it."""

    contributor = photographer_field()
    standing = standing_field()

    class Meta:
        model = Photo
        fields = ["caption"]
        widgets = {"caption": forms.Textarea(attrs={"class": "vLargeTextField"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        byline = photographer_of(self.instance) if self.instance.pk else None
        if byline:
            self.initial.update(contributor=byline.contributor_id, standing=byline.standing)

    def save(self, commit=True):
        photo = super().save(commit)
        if {"contributor", "standing"} & set(self.changed_data):
            credit_photographer(
                photo=photo, contributor=self.cleaned_data["contributor"], standing=self.cleaned_data["standing"]
            )
        return photo


# Only rows of photos that are there: a forged number of rows makes no photo without a picture.
CaptionFormSet = forms.modelformset_factory(Photo, form=CaptionForm, extra=0, edit_only=True)
