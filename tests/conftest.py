"""Shared by all tests; their settings are in tests/settings.py."""

import os
import time
from pathlib import Path

from django.test import TransactionTestCase

from tests.report import write_report

BEGUN_AT = time.monotonic()


def pytest_terminal_summary(terminalreporter):
    if "TEST_REPORT" in os.environ:
        write_report(Path(os.environ["TEST_REPORT"]), terminalreporter.stats, time.monotonic() - BEGUN_AT)


def pytest_collection_modifyitems(config, items):
    """What one half of the suite leaves to the other, which runs beside it."""
    leaves_out = LEFT_OUT.get(os.environ.get("TEST_LEAVE_OUT"))
    if leaves_out:
        config.hook.pytest_deselected(items=[item for item in items if leaves_out(item)])
        items[:] = [item for item in items if not leaves_out(item)]


def needs_a_browser(item):
    return item.get_closest_marker("browser") is not None


def asks_no_database(item):
    return item.cls is None or not issubclass(item.cls, TransactionTestCase)


LEFT_OUT = {"browser": needs_a_browser, "no database": asks_no_database}
