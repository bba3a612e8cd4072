import json
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import TestCase

from articles.models import Article, Revision
from desk.models import AuditEntry, User
from newsroom.benchmark.colleague import logged_in
from newsroom.benchmark.examples import Examples
from newsroom.benchmark.running import all_pages, asked_for
from newsroom.benchmark.to_the_index import index_pages
from tests.newsroom.benchmark.archive import make_archive


def run(*arguments):
    out = StringIO()
    with mock.patch("newsroom.benchmark.measuring.WARM", 1):
        call_command("benchmark", "--requests", "1", "--rounds", "1", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


class BenchmarkTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_archive()

    def test_every_kind_of_page_answers_here_and_there(self):
        with logged_in() as cookies:
            for page in all_pages():
                with self.subTest(page.kind):
                    for asked in filter(None, asked_for(page, cookies)):
                        asked.checked()

    def test_measures_what_readers_open(self):
        row, *others = json.loads(run("--json", "--only", "region, town"))["pages"]

        self.assertEqual((row["kind"], row["at_most"], others), ("region, town", 0.4, []))
        self.assertTrue(all(row[name] > 0 for name in ("cpu", "wall", "plain", "ratio", "queries", "plain_queries")))
        self.assertLess(row["gzipped"], row["bytes"])

    def test_leaves_the_archive_as_it_was(self):
        counted = [model.objects.count() for model in (Article, Revision, AuditEntry, User, Session)]

        run("--only", "saved")

        self.story.refresh_from_db()
        self.assertEqual(self.story.headline, "高温下的坚守")
        self.assertEqual([model.objects.count() for model in (Article, Revision, AuditEntry, User, Session)], counted)

    def test_prints_one_table_with_the_machine_above(self):
        words = run("--only", "ninjs").splitlines()

        self.assertIn("10 stories, 1 issues", words[0])
        self.assertTrue(words[2].startswith("| page"))
        self.assertIn("| ninjs ", words[4])

    def test_sets_an_archive_of_another_size_beside_it(self):
        with TemporaryDirectory() as folder:
            earlier = Path(folder) / "small.json"
            earlier.write_text(run("--json", "--only", "calendar"))

            words = run("--only", "calendar", "--against", str(earlier))

        self.assertIn("growth", words)

    def test_puts_each_question_of_a_class_to_the_index_in_its_turn(self):
        classes = {page.kind: page for page in index_pages(Examples())}
        asked, _none = asked_for(classes["index: filters only"], "")

        found = [len(json.loads(asked.checked().body)) for _turn in range(5)]

        self.assertEqual(found, [10, 10, 8, 0, 10])

    def test_asks_for_a_story_with_much_on_it(self):
        self.assertEqual(Examples().story, self.story)


class EmptyBenchmarkTests(TestCase):
    def test_says_that_there_is_nothing_to_measure(self):
        with self.assertRaises(CommandError):
            run()
