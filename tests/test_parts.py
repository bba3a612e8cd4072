"""The run of the suite itself: what its parts take and what is said at the end."""

import re
import tempfile
from collections import Counter
from pathlib import Path
from unittest import TestCase, mock

from tests import __main__ as suite
from tests import skimming
from tests.outside import OUTSIDE_THE_DATABASE
from tests.parts import (
    BOTH,
    BROWSER,
    DATABASE,
    HEAVY,
    NOTHING,
    POSTGRESQL,
    SQLITE,
    Part,
    part_named,
    parts_of_both,
    shares,
    takes,
)
from tests.report import NO_TESTS, Half, joined, read_report, worst, write_report

ROOT = Path(__file__).resolve().parent.parent
URL = "postgres://somewhere/newsroom"


def half(status=0, name=SQLITE, seconds=1, **counts):
    return Half(name, status, counts, {}, seconds)


def files_of(path):
    return sorted(path.glob("test_*.py")) if path.is_dir() else [path]


class PartTests(TestCase):
    def test_each_thing_asked_for_is_taken_whole(self):
        for is_on_postgresql in (True, False):
            parts = parts_of_both(is_on_postgresql=is_on_postgresql)
            taken = Counter((part.database, part.asks, part.of) for part in parts)

            self.assertEqual({of for _database, _asks, of in taken}, {2})
            self.assertTrue(all(times == of for (_database, _asks, of), times in taken.items()), taken)

    def test_postgresql_takes_all_that_asks_for_a_database_and_sqlite_what_both_show(self):
        parts = parts_of_both(is_on_postgresql=True)

        databases = {asks: {part.database for part in parts if part.asks == asks} for asks in {p.asks for p in parts}}
        self.assertEqual(
            databases,
            {"database": {POSTGRESQL}, "both": {SQLITE}, "browser": {POSTGRESQL}, "nothing": {SQLITE}},
        )

    def test_what_lies_outside_the_database_is_left_to_postgresql(self):
        inside, outside = (
            "tests/articles/test_signing.py::Tests::test_it",
            f"{OUTSIDE_THE_DATABASE[0]}test_word.py::T::t",
        )

        taken = [takes(asks, DATABASE, test) for test in (inside, outside) for asks in (BOTH, DATABASE)]
        self.assertEqual(taken, [True, True, False, True])
        self.assertFalse(takes(BOTH, BROWSER, inside))

    def test_what_lies_outside_the_database_is_there_and_never_about_it(self):
        about = re.compile(
            r"TransactionTestCase|IntegrityError|vendor|tests\.plans|select_for_update|PAGE_CACHE|Thread"
        )
        for name in OUTSIDE_THE_DATABASE:
            path, _file, test_class = (ROOT / name).as_posix().partition("::")
            text = "\n".join(file.read_text() for file in files_of(Path(path)))
            with self.subTest(name):
                self.assertIn(f"class {test_class}", text)
                self.assertEqual(about.findall(text), [])

    def test_without_postgresql_sqlite_takes_all(self):
        parts = parts_of_both(is_on_postgresql=False)

        self.assertEqual({part.database for part in parts}, {SQLITE})
        self.assertEqual({part.asks for part in parts}, {"database", "browser", "nothing"})

    def test_the_environment_carries_it(self):
        part = Part(POSTGRESQL, "browser", 2, 2)

        self.assertEqual(part_named(part.code)[1:], part[1:])
        self.assertIsNone(part_named(Part(SQLITE).code))
        self.assertIsNone(part_named(""))

    def test_is_named_as_it_is_said(self):
        self.assertEqual(str(Part(POSTGRESQL, "browser", 2, 2)), "PostgreSQL, with a browser, 2 of 2")
        self.assertEqual(str(Part(SQLITE, "database")), "SQLite, with a database")


class ShareTests(TestCase):
    def test_are_whole_files_and_nearly_equal(self):
        files = ["a"] * 5 + ["b"] * 4 + ["c"] * 3 + ["d"] * 2

        share = shares(files, 2)

        self.assertEqual(share, {"a": 1, "b": 2, "c": 2, "d": 1})

    def test_count_a_file_by_how_long_it_takes(self):
        heavy, _work = max(HEAVY.items(), key=lambda pair: pair[1])

        self.assertEqual(shares([heavy, *"aaaabbbb"], 2), {heavy: 1, "a": 2, "b": 2})
        self.assertEqual([file for file in HEAVY if not (ROOT / file).exists()], [])

    def test_do_not_depend_on_the_order(self):
        files = ["a"] * 2 + ["b"] * 2 + ["c"] * 2

        self.assertEqual(shares(files, 2), shares(files[::-1], 2))


class SkimmingTests(TestCase):
    def test_later_parts_open_no_file_from_which_they_take_nothing(self):
        with (
            tempfile.TemporaryDirectory() as folder,
            mock.patch.dict("os.environ", {"TEST_TEMPLATES": folder}),
        ):
            self.assertEqual(skimming.read(), {})
            skimming.note([("a", NOTHING), ("b", NOTHING), ("b", DATABASE), (OUTSIDE_THE_DATABASE[0], DATABASE)])
            skimming.note([("later", BROWSER)])
            known = skimming.read()

        passed_over = {
            asks: [file for file in known if skimming.is_passed_over(file, Part("", asks), known)]
            for asks in (NOTHING, DATABASE, BOTH)
        }
        outside = OUTSIDE_THE_DATABASE[0]
        self.assertEqual(passed_over, {NOTHING: [outside], DATABASE: ["a"], BOTH: ["a", outside]})
        self.assertFalse(skimming.is_passed_over("unread", Part("", NOTHING), known))


class ClosingWordsTests(TestCase):
    def test_are_the_sum_of_the_parts(self):
        whole = joined([half(1, failed=1, passed=3, seconds=2), half(passed=4, skipped=2, seconds=3)])

        self.assertEqual(
            (whole.status, list(whole.lines())), (1, ["=== SQLite: 1 failed, 7 passed, 2 skipped in 5s ==="])
        )

    def test_count_each_reason_over_all_parts(self):
        parts = [Half(SQLITE, 0, {"skipped": times}, {"no key": times}) for times in (1, 2)]

        self.assertIn("!!! SQLite: 3 skipped: no key", list(joined(parts).lines()))

    def test_say_that_a_part_broke_off(self):
        whole = joined([half(passed=3), Half(SQLITE, 139, **read_report(Path("/nowhere")))])

        self.assertEqual((whole.status, list(whole.lines())), (139, ["=== SQLite: did not run to its end ==="]))

    def test_arguments_may_choose_nothing_of_a_part_but_not_of_all(self):
        self.assertEqual(worst([0, NO_TESTS]), 0)
        self.assertEqual(worst([NO_TESTS, 1]), 1)
        self.assertEqual(worst([NO_TESTS, NO_TESTS]), NO_TESTS)

    def test_come_through_the_report_of_a_part(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.json"
            skipped = mock.Mock(longrepr=("file", 1, "Skipped: no key"))
            write_report(path, {"passed": [1, 2], "skipped": [skipped], "deselected": [3]}, 4.2)

            read = Half(SQLITE, 0, **read_report(path))

        self.assertEqual(read, half(passed=2, skipped=1, seconds=4.2)._replace(skipped={"no key": 1}))


class RunTests(TestCase):
    """Of stand-ins for pytest: what it would be asked, and with which status it ended."""

    def run_suite(self, statuses, on="", url=URL, arguments=()):
        asked = []

        def pytest(command, **options):
            part = options["env"]["TEST_PART"]
            asked.append((options["env"]["TEST_DATABASE_URL"], part, command[3:]))
            Path(options["env"]["TEST_REPORT"]).write_text('{"counts": {"passed": 1}, "skipped": {}, "seconds": 1}')
            return mock.Mock(returncode=statuses.get(part, 0))

        environment = {"ON": on, "TEST_DATABASE_URL": url, "DATABASE_URL": "", "REQUIRE_ALL": ""}
        with (
            mock.patch.dict("os.environ", environment),
            mock.patch.object(suite.subprocess, "run", side_effect=pytest),
            mock.patch.object(suite, "find_binaries", return_value=None),
            mock.patch("builtins.print") as said,
        ):
            status = suite.main(list(arguments))
        return status, asked, said.call_args.args[0].split("\n")[1:]

    def test_says_one_line_for_each_database(self):
        status, asked, said = self.run_suite({})

        self.assertEqual(status, 0)
        self.assertEqual(len(asked), len(parts_of_both(is_on_postgresql=True)))
        self.assertEqual(said, ["=== SQLite: 4 passed in 4s ===", "=== PostgreSQL: 4 passed in 4s ==="])

    def test_ends_with_the_worst_status_of_any_part(self):
        self.assertEqual(self.run_suite({"browser_2_2": 1})[0], 1)
        self.assertEqual(self.run_suite({"nothing_1_2": -9, "browser_2_2": 1})[0], 137)
        self.assertEqual(self.run_suite({"browser_1_2": 5, "browser_2_2": 5})[0], 0)

    def test_hands_the_arguments_on_to_each_part(self):
        _status, asked, _said = self.run_suite({}, arguments=["-k", "links"])

        self.assertEqual({tuple(arguments) for _url, _part, arguments in asked}, {("-k", "links")})

    def test_runs_one_of_the_two_whole(self):
        self.assertEqual(self.run_suite({}, on="sqlite")[1:], ([("", "", [])], ["=== SQLite: 1 passed in 1s ==="]))
        self.assertEqual(
            self.run_suite({}, on="postgresql")[1:], ([(URL, "", [])], ["=== PostgreSQL: 1 passed in 1s ==="])
        )

    def test_without_a_server_says_so_and_runs_all_on_sqlite(self):
        status, asked, said = self.run_suite({}, url="")

        self.assertEqual((status, {url for url, _part, _arguments in asked}), (0, {""}))
        self.assertEqual(said[1], "=== PostgreSQL: NOT RUN: no initdb and postgres on this machine ===")
