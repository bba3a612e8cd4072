"""Where a story stands, in one word for the desk: its stage, or what the clock and a withdrawal made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Stage


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
    if article.published_at is None:
        return State(Stage(article.stage).value)
    return State.PUBLISHED if article.has_been_published else State.SCHEDULED
