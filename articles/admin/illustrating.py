"""
The pictures of a story as rows of its form. A new one begins with an alt text; what readers see already may not lose
what the desk's rules want; which photo may be newly chosen says articles.choosing.
"""

from django import forms
from django.db.models import prefetch_related_objects
from django.forms.formsets import DELETION_FIELD_NAME

from articles import pictures
from articles.admin.formsets import PlainSpokenRows
from articles.admin.rows import KnownRowForm
from articles.choosing import IN_A_SENTENCE, hindrance, is_standing, lacking
from articles.models import Illustration
from bylines.under_photos import credit
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
    exchanges = True
    is_credited = False

    def get_queryset(self):
        """Each photo with its credit, which the rows print."""
        rows = super().get_queryset()
        if not self.is_credited:
            credit([row.photo for row in rows])
            self.is_credited = True
        return rows

    def clean(self):
        super().clean()
        touched = [form for form in self._staying() if form.has_changed() and WORDS & set(form.changed_data)]
        self._refuse_hindered([form for form in touched if "photo" in form.changed_data])
        if is_standing(self.instance):
            self._refuse_lacking(touched)

    def save_existing_objects(self, commit=True):
        """Rows that exchange their photos leave first: the database suffers no photo twice, not even for a moment."""
        if commit:
            moving = [form for form in self.initial_forms if form.has_changed() and "photo" in form.changed_data]
            leaving = [form.instance.pk for form in [*moving, *self.deleted_forms] if form.instance.pk]
            if moving:
                self.model.objects.filter(pk__in=leaving).delete()
        return super().save_existing_objects(commit)

    def _staying(self):
        return [form for form in self.forms if form.cleaned_data.get("photo") and not self._goes(form)]

    def _goes(self, form):
        return form.cleaned_data.get(DELETION_FIELD_NAME)

    def _refuse_hindered(self, forms):
        """Rows that exchange their photos choose no new one. If the form comes back, each says who took its photo."""
        prefetch_related_objects([form.cleaned_data["photo"] for form in forms], "bylines")
        before = {form.initial.get("photo") for form in self.initial_forms}
        new = [form for form in forms if form.cleaned_data["photo"].pk not in before]
        photos = [form.cleaned_data["photo"] for form in new]
        taken = pictures.taken_elsewhere(photos, self.instance) if photos else ()
        for form in new:
            if why := hindrance(form.cleaned_data["photo"], taken=taken):
                form.add_error("photo", IN_A_SENTENCE[why])

    def _refuse_lacking(self, forms):
        """What was printed before the rule, and lacks something since, may still be put right bit by bit."""
        photos = pictures.hold([form.cleaned_data["photo"].pk for form in forms]) if forms else {}
        before = self._lacking_before(forms)
        for form in forms:
            form.instance.photo = photos[form.instance.photo_id]
            for name in pictures.lacks(form.instance):
                if name not in before.get((form.instance.pk, form.instance.photo_id), ()):
                    form.add_error(FIELD_OF[name], lacking([name]))

    def _lacking_before(self, forms):
        """{(row, photo): what it lacks as stored}: with another photo a row is a new one."""
        stored = [form.instance.pk for form in forms if form.instance.pk]
        rows = Illustration.objects.filter(pk__in=stored).select_related("photo").prefetch_related("photo__bylines")
        return {(row.pk, row.photo_id): pictures.lacks(row) for row in rows} if stored else {}
