"""What is said before a shut door, and how."""

from math import ceil

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE = 60


def shut(wait):
    """As an error of a form."""
    words = _("There were too many tries. Please wait %(time)s; if it is urgent, ask whoever keeps the accounts.")
    return ValidationError(words % {"time": in_words(wait)}, code="shut")


def in_words(wait):
    minutes = max(1, ceil(wait.total_seconds() / MINUTE))
    if minutes < 2 * MINUTE:
        return ngettext("%d minute", "%d minutes", minutes) % minutes
    hours = ceil(minutes / MINUTE)
    return ngettext("%d hour", "%d hours", hours) % hours


def too_many(response, wait):
    """The same page as an answer of the kind that machines understand (RFC 6585)."""
    if wait:
        response.status_code = 429
        response["Retry-After"] = str(max(1, ceil(wait.total_seconds())))
    return response
