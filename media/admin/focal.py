"""The focal point in a photo's form: two numbers, a mark on the picture, and what each crop keeps of it."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from media.imaging.cropping import ON_PAGES

NAMES = {"wide": _("Front page, links"), "list": _("Lists")}
# Of a small preview, in pixels.
HEIGHT = 90
# Of the rendition that the small previews show.
WIDE_ENOUGH = 480


class FocalFields:
    """Mixed into a photo's form. An empty field, or a form from before there were these fields, changes nothing."""

    focal = ("focus_x", "focus_y")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.focal:
            if name in self.fields:
                self.fields[name].required = False
                self.fields[name].widget = forms.NumberInput(attrs={"min": 0, "max": 100, "class": "focal-percent"})

    def clean_focus_x(self):
        return self.number_or_stored("focus_x")

    def clean_focus_y(self):
        return self.number_or_stored("focus_y")

    def number_or_stored(self, name):
        number = self.cleaned_data[name]
        return getattr(self.instance, name) if number is None else number


def preview_of(photo):
    context = {"photo": photo, "doubts": photo.doubts, "frames": frames(photo), "small": small_address(photo)}
    return render_to_string("admin/media/photo/_preview.html", context)


def frames(photo):
    return [
        {"name": NAMES[name], "box": photo.frame(name), "width": round(HEIGHT * crop.across / crop.down), "crop": crop}
        for name, crop in ON_PAGES.items()
        if photo.width and photo.height
    ]


def small_address(photo):
    rows = photo.renditions_as("webp")
    row = next((row for row in rows if row["width"] >= WIDE_ENOUGH), rows[-1] if rows else None)
    return photo.rendition_url(row["name"]) if row else ""
