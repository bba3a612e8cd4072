"""
The pictures of a story as rows of its form. A new one begins with an alt text; what readers see already may not lose
what the desk's rules want; a photo for one use is given to one story only.
"""

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext as _

from articles import pictures
from articles.admin.formsets import PlainSpokenRows
from articles.admin.rows import KnownRowForm
from articles.models import Illustration
from media.admin.wording import ReadableWords

WORDS = {"photo", "caption", "alt"}
FIELD_OF = {"caption": "caption", "credit": "photo", "alt": "alt", "source": "photo"}


class IllustrationForm(ReadableWords, KnownRowForm):
    class Meta:
        widgets = {"alt": forms.Textarea}

    def clean(self):
        """Words for another photo are none for this one."""
        cleaned = super().clean()
        if cleaned.get("photo") and "photo" in self.changed_data and "alt" not in self.changed_data:
            shown = Illustration(photo=cleaned["photo"], caption=cleaned.get("caption", ""))
            cleaned["alt"] = shown.alt_to_start_with
        return cleaned


class IllustrationRows(PlainSpokenRows):
    def clean(self):
        super().clean()
        touched = [form for form in self._staying() if form.has_changed() and WORDS & set(form.changed_data)]
        chosen = [form for form in touched if "photo" in form.changed_data]
        self._refuse_taken(chosen)
        if self.instance.published_at and not self.instance.is_withdrawn:
            self._refuse_lacking(touched)

    def _staying(self):
        return [form for form in self.forms if form.cleaned_data.get("photo") and not self._goes(form)]

    def _goes(self, form):
        return form.cleaned_data.get(DELETION_FIELD_NAME)

    def _refuse_taken(self, forms):
        photos = [form.cleaned_data["photo"] for form in forms]
        taken = pictures.taken_elsewhere(photos, self.instance) if photos else ()
        for form in forms:
            if form.cleaned_data["photo"].pk in taken:
                form.add_error("photo", _("This photo may be used once only, and another story has it."))

    def _refuse_lacking(self, forms):
        """What was printed before the rule, and lacks something since, may still be put right bit by bit."""
        photos = pictures.hold([form.cleaned_data["photo"].pk for form in forms]) if forms else {}
        before = self._lacking_before(forms)
        for form in forms:
            form.instance.photo = photos[form.instance.photo_id]
            for name in pictures.lacks(form.instance):
                if name not in before.get((form.instance.pk, form.instance.photo_id), ()):
                    form.add_error(FIELD_OF[name], self._sentence(name))

    def _lacking_before(self, forms):
        """{(row, photo): what it lacks as stored}: with another photo a row is a new one."""
        stored = [form.instance.pk for form in forms if form.instance.pk]
        rows = Illustration.objects.filter(pk__in=stored).select_related("photo").prefetch_related("photo__bylines")
        return {(row.pk, row.photo_id): pictures.lacks(row) for row in rows} if stored else {}

    def _sentence(self, name):
        return _("The story is out or has its time: this picture lacks its %(what)s.") % {"what": pictures.NAMES[name]}
