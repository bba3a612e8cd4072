import json
import os
import tempfile
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command
from django.test import TestCase

from articles.models import Article, Issue
from intake.models import Source
from tests.intake.test_drafting import STORY


class IntakeCommandTests(TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "page.txt"
        self.file.write_text(STORY)

    def intake(self, *options):
        said, warned = StringIO(), StringIO()
        call_command("intake", str(self.file), *options, stdout=said, stderr=warned)
        return said.getvalue(), warned.getvalue()

    def test_drafts_the_stories_on_the_page(self):
        said, _warned = self.intake("--date", "2024-05-06", "--page", "02", "--page-name", "工会")

        [article] = Article.objects.all()
        self.assertEqual(str(article.pages.get()), "2024-05-06 第02版：工会")
        self.assertIn("下了班上夜校", said)

    def test_says_as_json_what_it_read(self):
        said, _warned = self.intake("--dry-run", "--json")

        [line] = said.splitlines()
        read = json.loads(line)
        self.assertEqual((read["source"], read["stories"][0]["headline"]), ("page.txt", "下了班上夜校"))
        self.assertEqual(read["spans"][0], {"start": 0, "end": 6, "kind": "headline", "story": 0})

    def test_a_dry_run_saves_nothing(self):
        self.intake("--dry-run", "--date", "2024-05-06", "--page", "02")

        self.assertEqual((Article.objects.count(), Issue.objects.count()), (0, 0))

    def test_the_same_text_again_is_recognised(self):
        self.intake()

        _said, warned = self.intake()

        self.assertIn("此前已收到", warned)
        self.assertEqual(Article.objects.count(), 1)

    def test_reads_other_encodings(self):
        self.file.write_bytes(STORY.encode("gb18030"))

        self.intake()

        self.assertEqual(Article.objects.get().headline, "下了班上夜校")

    def test_stops_with_a_sentence(self):
        with self.assertRaisesMessage(CommandError, "--date"):
            self.intake("--page", "02")
        with self.assertRaisesMessage(CommandError, "02"):
            self.intake("--page", "二版", "--date", "2024-05-06")
        self.file.write_bytes(b"\x89PNG\x00")
        with self.assertRaises(CommandError):
            self.intake()

    def test_a_bad_file_does_not_keep_the_others_out(self):
        bad = self.file.with_name("0.txt")
        bad.write_bytes(b"\x89PNG\x00")
        warned = StringIO()

        with self.assertRaisesMessage(CommandError, "0.txt"):
            call_command("intake", str(bad), str(self.file), stdout=StringIO(), stderr=warned)

        self.assertIn("不是可读的文字", warned.getvalue())
        self.assertEqual(Article.objects.count(), 1)

    def test_an_empty_file_leaves_nothing_behind(self):
        self.file.write_text(" \n")

        with self.assertRaises(CommandError):
            self.intake("--date", "2024-05-06", "--page", "02")

        self.assertEqual((Source.objects.count(), Issue.objects.count()), (0, 0))

    def test_a_senseless_place_stops_before_anything_is_read(self):
        for options in (("--edition", "胡说"), ("--page", "头版"), ("--date", "0001-01-01")):
            with self.subTest(options), self.assertRaises(CommandError) as caught:
                self.intake("--date", "2024-05-06", "--page", "02", *options)
            self.assertNotIn("32767", str(caught.exception))
        self.assertEqual((Source.objects.count(), Issue.objects.count()), (0, 0))

    def test_a_file_with_a_name_in_gbk_is_taken(self):
        self.file = self.file.with_name(os.fsdecode("二版.txt".encode("gbk")))
        self.file.write_text(STORY)

        said, _warned = self.intake("--json")

        self.assertEqual(json.loads(said)["source"], "二版.txt")
        self.assertEqual(Source.objects.get().name, "二版.txt")
