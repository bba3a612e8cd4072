"""Where a story stands, in one word for the desk: its stage, or what the clock and a withdrawal made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("in review")
    READY = "ready", _("ready")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


def state_of(article):
    if article.is_withdrawn:
        return State.WITHDRAWN
    if article.is_scheduled:
        return State.SCHEDULED
    return State.PUBLISHED if article.is_published else State(article.stage)
