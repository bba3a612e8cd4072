"""One row of what stands where, seen from the story and from the page."""

from django.utils.functional import cached_property

from articles.admin.formsets import PlainSpokenRows
from articles.admin.rows import KnownRowForm
from articles.holding import hold_issues_of, hold_stories_on
from articles.models import Placement
from articles.models.placement import check_hotspot
from desk.numbers import key_of


class PlacementForm(KnownRowForm):
    def clean_hotspot(self):
        """Nothing typed is no hotspot. Django checks no empty value, and an empty object is one too."""
        points = self.cleaned_data["hotspot"]
        if points is None:
            return []
        check_hotspot(points)
        return points


class PlacementRows(PlainSpokenRows):
    """A story runs on from its own pages. Their choices are read once for all rows, where they are shown."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        field = form.fields.get("continued_from")
        if field:
            field.queryset = self._own
            field.choices = lambda: [("", field.empty_label), *self._pages]

    @cached_property
    def _own(self):
        return Placement.objects.filter(article=self.instance.pk).select_related("page__issue")

    @cached_property
    def _pages(self):
        return [(row.pk, str(row.page)) for row in self._own]


class PagePlacementForm(PlacementForm):
    """Another story in the place of one takes over neither where that came from nor where it ran on."""

    def clean(self):
        cleaned = super().clean()
        if self._has_another_story():
            self.instance.continued_from = None
        return cleaned

    def save(self, commit=True):
        if self._has_another_story():
            Placement.objects.filter(continued_from=self.instance).update(continued_from=None)
        return super().save(commit)

    def _has_another_story(self):
        return self.instance.pk is not None and "article" in self.changed_data


def hold_stories(page_key, posted):
    """Before the page itself, and until it is saved: those that stand on it, and those that the form puts there."""
    hold_stories_on(page_key, coming=_posted(posted, "article"))


def hold_issues(story_key, posted):
    """Before the story itself: the issues that it stands in, and those that the form puts it in."""
    hold_issues_of(story_key, _posted(posted, "page"))


def _posted(posted, field):
    names = [name for name in posted if name.startswith("placements-") and name.endswith(f"-{field}")]
    return {key_of(posted[name]) for name in names} - {None}


def stories_moved(rows):
    """Keys of the stories whose row on the page was changed, added, taken out, or given to another story."""
    changed = [form for form in rows.forms if form.has_changed()]
    return {key for form in changed for key in (form.initial.get("article"), form.instance.article_id) if key}
