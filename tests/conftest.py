"""Shared by all tests; their settings are in tests/settings.py."""

import gc
import os
import time
from importlib import import_module
from pathlib import Path

import pytest
from django.db import connection
from django.test import TransactionTestCase

from newsroom.groups import write_groups
from tests import skimming, template
from tests.emptying import empty_tables
from tests.parts import BROWSER, DATABASE, NOTHING, part_named, shares, takes
from tests.report import write_report
from tests.servers.chromium import UNTIL_THE_END

BEGUN_AT = time.monotonic()
TransactionTestCase._fixture_teardown = empty_tables


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    template.take()


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings):
    """A file that was copied is not made anew; it goes with the home of the tests."""
    return django_db_keepdb or (connection.vendor == "sqlite" and template.is_left())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """
    With the newsroom's groups, as set_up leaves them. SQLite has no TRUNCATE: tests empty its tables row by row, and
    the log and the ledger let none go, so they go without these triggers; their own tests have them.
    """
    with django_db_blocker.unblock():
        template.leave()
        write_groups()
        if connection.vendor == "sqlite":
            drop_what_keeps_rows()


def drop_what_keeps_rows():
    for name in ("desk_audit_kept", *(rule[0] for rule in import_module("fees.migrations.0002_what_stays").DELETIONS)):
        connection.cursor().execute(f"DROP TRIGGER {name}")


def pytest_collection_finish():
    """What is loaded by now stays to the end: not looked through again and again, a run takes a seventh less."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def pytest_terminal_summary(terminalreporter):
    if "TEST_REPORT" in os.environ:
        write_report(Path(os.environ["TEST_REPORT"]), terminalreporter.stats, time.monotonic() - BEGUN_AT)


def pytest_unconfigure():
    UNTIL_THE_END.close()


def pytest_configure(config):
    config.part, config.known = part_named(os.environ.get("TEST_PART")), skimming.read()


def pytest_ignore_collect(collection_path, config):
    if config.part and collection_path.suffix == ".py":
        file = collection_path.relative_to(config.rootpath).as_posix()
        return skimming.is_passed_over(file, config.part, config.known) or None
    return None


def pytest_collection_modifyitems(config, items):
    """Left out is what other parts of the suite take, which run beside this one."""
    # The browser stays open from its first test on, and with it an event loop in this thread.
    items.sort(key=lambda item: asked_by(item) == BROWSER)
    part = config.part
    if part:
        skimming.note((file_of(item), asked_by(item)) for item in items)
        alike = [item for item in items if takes(part.asks, asked_by(item), item.nodeid)]
        share = shares(map(file_of, alike), part.of)
        taken = [item for item in alike if share[file_of(item)] == part.number]
        left = set(items) - set(taken)
        config.hook.pytest_deselected(items=[item for item in items if item in left])
        items[:] = taken


def file_of(item):
    return item.nodeid.partition("::")[0]


def asked_by(item):
    if item.get_closest_marker("browser"):
        return BROWSER
    return DATABASE if item.cls and issubclass(item.cls, TransactionTestCase) else NOTHING
