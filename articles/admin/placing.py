"""One row of what stands where, seen from the story and from the page."""

from articles.admin.rows import KnownRowForm
from articles.models import Placement
from articles.models.placement import check_hotspot


class PlacementForm(KnownRowForm):
    def clean_hotspot(self):
        """Nothing typed is no hotspot. Django checks no empty value, and an empty object is one too."""
        points = self.cleaned_data["hotspot"]
        if points is None:
            return []
        check_hotspot(points)
        return points


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
