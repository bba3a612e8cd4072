"""Where a story stands, in one word for the desk: its stage, or what the clock and a withdrawal made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Stage
from articles.models.review import step_name


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("in review")
    READY = "ready", _("ready")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


def step_of(article):
    """Which review a story waits for, of stories that `Submission.objects.tell_step` was asked about; else nothing."""
    if article.stage != Stage.SUBMITTED or article.review_step is None:
        return ""
    return step_name(article.review_step, article.review_steps)


def state_of(article):
    if article.is_withdrawn:
        return State.WITHDRAWN
    if article.is_scheduled:
        return State.SCHEDULED
    return State.PUBLISHED if article.is_published else State(article.stage)
