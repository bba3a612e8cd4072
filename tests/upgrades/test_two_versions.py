from django.test import SimpleTestCase

from tests.servers.day import Day
from tests.servers.office import lay_database
from tests.upgrades.released import COMMIT
from tests.upgrades.two_versions import both, has


class TwoVersionsTests(SimpleTestCase):
    """The short form, on SQLite; make two-versions has both by turns, and PostgreSQL, and migrates while one serves."""

    def test_the_last_release_works_beside_this_version_on_its_database(self):
        if not has(COMMIT):
            self.skipTest(f"The history here does not go back to {COMMIT[:7]}: two versions are not tried.")
        with both(COMMIT, lay=lay_database) as (old, new):
            done = Day((old.port, new.port)).run()

        self.assertEqual(done[-1], "restored, and back at once")
