"""The short form of python -m tests.faults: one house, every fault for a moment."""

import os

from django.db import connection
from django.test import TestCase

from tests.faults import kinds  # noqa: F401
from tests.faults.faults import FAULTS
from tests.faults.house import open_house
from tests.faults.running import SHORT, run
from tests.servers import programs
from tests.servers.postgresql import find_binaries


class FaultTests(TestCase):
    """The server of the tests has a migrated database, which the house copies; it is never broken itself."""

    def test_nothing_is_lost_nothing_is_doubled_and_all_recovers(self):
        if not find_binaries() and os.environ.get("REQUIRE_ALL") != "1":
            self.skipTest("There is no PostgreSQL here: nothing is broken.")
        for name in ("nginx", "openssl", "redis-server", "psql"):
            programs.demand(name, "the tests that break parts of the house")
        house = self.enterContext(open_house(migrated()))
        for fault in (fault for fault in FAULTS if fault.is_in_short):
            with self.subTest(fault.name):
                outcome = run(house, fault, SHORT)

                self.assertEqual(outcome.troubles, {})
                self.assertTrue(outcome.is_well, outcome.words())


def migrated():
    """The tests' own database; None where that is a file."""
    given = os.environ.get("TEST_DATABASE_URL")
    return f"{given.rpartition('/')[0]}/{connection.settings_dict['NAME']}" if given else None
