"""A disk that is full while a form is saved: nothing is saved, and the form comes back with all that was typed."""

import logging

from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)

UNWRITTEN = _(
    "The picture's files could not be written; perhaps the disk is full. Nothing of this is saved, and what you typed "
    "stands here: tell the technicians, then save again. A new picture has to be chosen again."
)


class SaysWhenUnwritten:
    """Mixed into an admin before whatever begins the save's transaction; its form is told by `is_unwritten`."""

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except OSError:
            if request.method != "POST" or getattr(request, "is_unwritten", False):
                raise
            logger.exception("The files of a photo could not be written.")
            request.is_unwritten = True
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.is_unwritten = getattr(request, "is_unwritten", False)
        return form
