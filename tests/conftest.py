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
    """Beside the other half: what asks no database, and what is looked at with a browser, runs there only."""
    if os.environ.get("TEST_BESIDE_ANOTHER") == "1":
        config.hook.pytest_deselected(items=[item for item in items if runs_once(item)])
        items[:] = [item for item in items if not runs_once(item)]


def runs_once(item):
    asks_a_database = item.cls is not None and issubclass(item.cls, TransactionTestCase)
    return not asks_a_database or item.get_closest_marker("browser") is not None
