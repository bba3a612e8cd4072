import csv
from unittest import mock

from django.core.management import CommandError
from django.test import SimpleTestCase

from articles.models import Article, Page
from intake.documents.result import PageRead
from intake.manuscripts import Manuscript
from intake.pages.labels import label_behind, label_of
from tests.intake.documents.samples import word
from tests.intake.files import FilesTests
from tests.intake.test_drafting import STORY


class FolderTests(FilesTests):
    def setUp(self):
        super().setUp()
        self.write("2.txt", STORY.encode())
        self.write("10.txt", STORY.replace("夜校", "早课").encode())
        self.write("旧/来稿.docx", word("送清凉到一线", "本报讯 记者林岚报道 天热了，工会给工友送来凉茶。"))
        self.write(".hidden", b"\x00")

    def test_takes_every_file_in_counting_order_and_shows_how_far_it_is(self):
        said, warned = self.intake(self.folder)

        self.assertEqual(
            [line for line in said.splitlines() if line.startswith("  ")][:2], ["  下了班上夜校", "  下了班上早课"]
        )
        self.assertEqual(Article.objects.count(), 3)
        self.assertIn("3/3 ", warned)

    def test_goes_on_where_it_was_broken_off(self):
        with (
            mock.patch("intake.archive.filing.unpack", side_effect=[KeyboardInterrupt]),
            self.assertRaisesMessage(CommandError, "再次运行同一命令即可接着处理") as caught,
        ):
            self.intake(self.folder)
        self.assertEqual(caught.exception.returncode, 130)
        self.intake(self.folder)
        with mock.patch("intake.archive.filing.unpack") as unpack:
            self.intake(self.folder)

        self.assertEqual((Article.objects.count(), unpack.call_count), (3, 0))

    def test_reports_what_could_not_be_read(self):
        self.write("坏.docx", word("标题")[:-100])
        report = self.folder.parent / f"{self.folder.name}.csv"
        self.addCleanup(report.unlink)

        self.intake(self.folder, "--report", report)

        with report.open(encoding="utf-8-sig", newline="") as file:
            [head, row] = csv.reader(file)
        self.assertEqual(head, ["reference", "part", "code", "sentence"])
        self.assertEqual(row[:3], [f"{self.folder.name}/坏.docx", "", "damaged"])
        self.assertEqual(Article.objects.count(), 3)

    def test_one_bad_file_keeps_no_other_waiting(self):
        self.write("1.txt", b"\x00\x01")

        with self.assertRaisesMessage(CommandError, "“1.txt”不是可读的文字"):
            self.intake(self.folder)
        self.assertEqual(Article.objects.count(), 3)

    def test_a_whole_issue_stands_on_its_pages(self):
        self.intake(self.folder / "2.txt", self.folder / "10.txt", "--date", "2024-05-06", "--page", "A02")

        self.assertEqual(Page.objects.get().placements.count(), 2)


class PageLabelTests(SimpleTestCase):
    def test_is_printed_in_the_head_or_stands_in_the_name_of_the_file(self):
        for name, heads, label in (
            ("甲.pdf", ["第2版：工会"], "02"),
            ("2023-03-02-A04.pdf", [], "A04"),
            ("20230302_08.pdf", [], "08"),
            ("2023-03-02.pdf", [], ""),
        ):
            with self.subTest(name):
                self.assertEqual(label_of(Manuscript(name, ""), heads), label)

    def test_counts_on_within_its_section(self):
        self.assertEqual((label_behind("A09", 1), label_behind("02", 0)), ("A10", "02"))

    def test_one_page_without_a_head_is_told_by_its_file(self):
        self.assertEqual(label_of(Manuscript("03.pdf", "", sheet=PageRead(1, 10, 10)), []), "03")
