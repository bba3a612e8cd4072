"""
What a photo may not lose while it stands in a story that is out or has its time: its caption, unless every such story
prints words of its own, its last credit, and the source of what comes from elsewhere. Nor is a photo declared to be for
one use that has had two.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.models import Illustration
from bylines.forms import BylineRows
from media.admin.credits import PhotoBylineInline
from media.admin.forms import CaptionForm, PhotoForm
from media.crediting import photographer_of
from media.models.rights import FROM_ELSEWHERE, Rights
from wording.printable import says_anything

CAPTION = _("A story that is out or has its time prints this caption: change it, but do not leave it empty.")
CREDIT = _("A story that is out or has its time prints this photo: somebody must be credited.")
USED_TWICE = _("More than one story that is or was out, or has its time, uses it: it cannot be for one use only.")
SOURCE = _("A story that is out or has its time prints this photo: say who gave it.")


def standing_uses(photo):
    """Held first: no story with it goes out before this is done."""
    pictures.hold([photo.pk])
    return Illustration.objects.standing().filter(photo=photo)


def prints_its_caption(photo):
    return not all(map(says_anything, standing_uses(photo).values_list("caption", flat=True)))


def is_used_twice(photo):
    """By stories that ever had a time: held first, so that no second one gets its time before this is done."""
    pictures.hold([photo.pk])
    return pictures.ever_timed().filter(photo=photo).values("article").distinct().count() > 1


class KeepsItsWords:
    """Mixed into forms of a photo. The database is asked only when something would be lost."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            if self._loses_caption(cleaned) and prints_its_caption(self.instance):
                self.add_error("caption", CAPTION)
            if self._loses_source(cleaned) and standing_uses(self.instance).exists():
                self.add_error("source" if "source" in self.fields else "rights", SOURCE)
            if self._becomes_one_use(cleaned) and is_used_twice(self.instance):
                self.add_error("rights", USED_TWICE)
        return cleaned

    def _loses_caption(self, cleaned):
        return "caption" in self.changed_data and cleaned.get("caption") == ""

    def _loses_source(self, cleaned):
        """A source is taken away, or becomes needed."""
        rights = cleaned.get("rights", self.instance.rights)
        source = cleaned.get("source", self.instance.source)
        return rights in FROM_ELSEWHERE and not source and {"rights", "source"} & set(self.changed_data)

    def _becomes_one_use(self, cleaned):
        return "rights" in self.changed_data and cleaned.get("rights") == Rights.ONE_USE


class IllustratingPhotoForm(KeepsItsWords, PhotoForm):
    pass


class IllustratingCaptionForm(KeepsItsWords, CaptionForm):
    def clean(self):
        cleaned = super().clean()
        if self._loses_credit(cleaned) and standing_uses(self.instance).exists():
            self.add_error("contributor", CREDIT)
        return cleaned

    def _loses_credit(self, cleaned):
        """The table changes the first photographer only; other credits stay."""
        if "contributor" not in self.changed_data or cleaned.get("contributor") or self.errors.get("contributor"):
            return False
        first = photographer_of(self.instance)
        return first is not None and not self.instance.bylines.exclude(pk=first.pk).exists()


class PhotoCreditRows(BylineRows):
    def clean(self):
        super().clean()
        had_some = bool(self.initial_forms)
        if had_some and not self._staying() and not self._stored_elsewhere() and standing_uses(self.instance).exists():
            raise ValidationError(CREDIT)


class IllustratingBylineInline(PhotoBylineInline):
    formset = PhotoCreditRows
