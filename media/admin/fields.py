"""Form fields for pictures: what is chosen is developed at once, so that a bad file is an error of its field."""

from django import forms
from django.utils.translation import gettext_lazy as _

from media.imaging.developing import develop
from media.imaging.refusal import PictureRefused
from media.reasons import reason

ACCEPT = "image/jpeg,image/png,image/webp,image/heic,image/heif,.jpg,.jpeg,.png,.webp,.heic,.heif"
WHAT_FITS = _("JPEG, PNG, WebP or HEIC, as it comes from the camera or phone.")


def developed(file):
    try:
        return develop(file, file.name)
    except PictureRefused as refused:
        raise forms.ValidationError(reason(refused, file.name), code=refused.code) from refused


class PictureField(forms.FileField):
    """Gives the uploaded file, its `prints` beside it."""

    widget = forms.FileInput(attrs={"accept": ACCEPT})

    def __init__(self, **kwargs):
        super().__init__(**{"label": _("picture"), "help_text": WHAT_FITS, "allow_empty_file": True, **kwargs})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file:
            file.prints = developed(file)
        return file


class ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Gives the files as they came; each is judged by itself later, so that a bad one does not stop the others."""

    widget = ManyFilesInput(attrs={"accept": ACCEPT})

    def __init__(self, **kwargs):
        super().__init__(**{"allow_empty_file": True, **kwargs})

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(ManyFilesField, self).clean(file, initial) for file in files or [None]]
