"""Shared by all tests; their settings are in tests/settings.py."""

import os
import time
from pathlib import Path

from tests.report import write_report

BEGUN_AT = time.monotonic()


def pytest_terminal_summary(terminalreporter):
    if "TEST_REPORT" in os.environ:
        write_report(Path(os.environ["TEST_REPORT"]), terminalreporter.stats, time.monotonic() - BEGUN_AT)
