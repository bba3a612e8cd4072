"""A story's history in the admin: every save keeps a version."""

from articles.admin.steps import press_in
from articles.history.acts import Why
from articles.models import Doubt


class Versions:
    """Mixed into the article admin."""

    def save_model(self, request, obj, form, change):
        if change:
            obj.keep_as_found()
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        """A doubt's step is a change of its own: what was typed besides is kept before it."""
        if formset.model is Doubt and press_in(request.POST):
            form.instance.keep_version(by=request.user, why=Why.EDITED)
        super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        """After the rows, which are saved after the story."""
        super().save_related(request, form, formsets, change)
        form.instance.keep_version(by=request.user, why=Why.EDITED if change else Why.ENTERED)
