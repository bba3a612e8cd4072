"""Form fields for pictures: what is chosen is developed at once, so that a bad file is an error of its field."""

from django import forms
from django.utils.translation import gettext_lazy as _

from media.imaging.developing import develop
from media.imaging.refusal import PictureRefused
from media.reasons import reason

ACCEPT = "image/jpeg,image/png,image/webp,image/heic,image/heif,.jpg,.jpeg,.png,.webp,.heic,.heif"
WHAT_FITS = _("JPEG, PNG, WebP or HEIC, as it comes from the camera or phone.")


def develop_first(file):
    """Leaves the prints, or the refusal, on the uploaded file: the field that meets it later has no more to do."""
    if hasattr(file, "prints"):
        return
    file.prints = file.refused = None
    try:
        file.prints = develop(file, file.name)
    except PictureRefused as refused:
        file.refused = refused


class DevelopsFirst:
    """
    Mixed into admins with a picture field. Developing takes seconds; within the save's transaction nobody else could
    write meanwhile on SQLite.
    """

    picture_field = "picture"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        file = request.FILES.get(self.picture_field)
        if file and (self.has_add_permission(request) or self.has_change_permission(request)):
            develop_first(file)
        return super().changeform_view(request, object_id, form_url, extra_context)


class PictureField(forms.FileField):
    """Gives the uploaded file, its `prints` on it."""

    widget = forms.FileInput(attrs={"accept": ACCEPT})

    def __init__(self, **kwargs):
        super().__init__(**{"label": _("picture"), "help_text": WHAT_FITS, "allow_empty_file": True, **kwargs})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return file
        develop_first(file)
        if file.refused:
            raise forms.ValidationError(reason(file.refused, file.name), code=file.refused.code) from file.refused
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
