"""The rows of the captions table: a form for each photo, known by the photo's key, and all people in one query."""

from django import forms

from bylines.models import Contributor
from desk.numbers import key_of
from desk.stale.posted import came_back, digests, read
from media.admin.forms import CaptionForm


class CaptionRows:
    def __init__(self, photos, data=None, kind=CaptionForm):
        self.data = data
        self.kind = kind
        self.people = people_of(photos, data)
        self.forms = [self.form(photo, data) for photo in photos]
        self.refused = []

    def form(self, photo, data=None):
        prefix = f"photo-{photo.pk}"
        # A row that did not come, because the address was changed or the browser cut it off, is not emptied.
        came = data is not None and any(name.startswith(f"{prefix}-") for name in data)
        return self.kind(data if came else None, instance=photo, prefix=prefix, people=self.people)

    def touched(self):
        return [form for form in self.forms if form.is_bound and not is_untouched(form) and form.has_changed()]

    def look_again(self, photos):
        """What is shown after saving: the refused rows as they were typed, the others as they are stored by now."""
        refused = {form.instance.pk: form for form in self.refused}
        self.people |= people_of(photos)
        self.forms = [refused.get(photo.pk) or self.form(photo) for photo in photos]

    @property
    def media(self):
        return self.forms[0].media if self.forms else forms.Media()


def people_of(photos, data=None):
    """{key as posted: Contributor} of whoever is credited or was chosen."""
    people = {byline.contributor_id: byline.contributor for photo in photos for byline in photo.bylines.all()}
    posted = [data.get(f"photo-{photo.pk}-contributor", "") for photo in photos] if data else []
    chosen = set(map(key_of, posted)) - people.keys() - {None}
    people |= Contributor.objects.in_bulk(chosen) if chosen else {}
    return {str(key): person for key, person in people.items()}


def is_untouched(form):
    """It came back as it was shown. Whatever somebody else has stored meanwhile stays."""
    seen = read(form.data.get(form.add_prefix("seen")))
    typed = digests(came_back(form.data, form.prefix, form.stored()))
    return seen is not None and typed.items() <= seen.items()
