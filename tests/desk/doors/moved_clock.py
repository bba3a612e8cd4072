"""The clock of the doors, put forward: nothing here sleeps."""

from contextlib import ExitStack
from datetime import timedelta
from time import time
from unittest import mock

from django.utils import timezone


def later(**by):
    """later(minutes=15): a context in which it is then."""
    by, now = timedelta(**by), timezone.now
    stack = ExitStack()
    stack.enter_context(mock.patch("django.utils.timezone.now", side_effect=lambda: now() + by))
    for module in ("desk.doors.second_door", "desk.doors.one_time"):
        stack.enter_context(mock.patch(f"{module}.time", side_effect=lambda: time() + by.total_seconds()))
    return stack
