import os
from unittest import mock

from django.core.management import CommandError
from django.db import DataError

from articles.models import Article
from intake.archive.returning import receive_from
from tests.intake.documents.samples import zipped
from tests.intake.files import ArchiveTests
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY


class HostileFolderTests(ArchiveTests):
    def test_hostile_names_are_taken_and_printed_without_harm(self):
        self.put("=1+1\n\x1b[2J.txt")
        (self.archive / os.fsdecode(b"\xff\xfe.txt")).write_text(TWO)

        said, warned = self.take()

        self.assertEqual(Article.objects.count(), 3)
        self.assertNotIn("\x1b[2J", said + warned)
        self.assertIn(r"江畔日报/\xff\xfe.txt", self.references())

    def test_links_in_a_circle_are_followed_nowhere(self):
        self.put("甲.txt")
        (self.archive / "圈").symlink_to(self.archive, target_is_directory=True)
        (self.archive / "环.txt").symlink_to(self.archive / "环.txt")
        (self.archive / "断.txt").symlink_to(self.archive / "无此文件.txt")

        self.take()

        self.assertEqual(Article.objects.count(), 1)
        codes = {reference.rpartition("/")[2]: code for reference, _part, code in self.remarks()}
        self.assertEqual(codes, {"圈": "linked_folder", "环.txt": "unreadable", "断.txt": "unreadable"})

    def test_what_is_no_text_is_named_and_keeps_nothing_waiting(self):
        self.put("甲.txt")
        self.put("空.txt", "")
        self.put("白.txt", " \n")
        self.put("动画.gif", b"GIF89a")
        self.put("乱.txt", b"\x00\x01")
        os.mkfifo(self.archive / "管道")
        with self.put("大.txt", "大").open("ab") as file:
            file.truncate(300 << 20)

        self.take()

        codes = {reference.rpartition("/")[2]: code for reference, _part, code in self.remarks()}
        self.assertEqual(Article.objects.count(), 1)
        self.assertEqual(
            codes,
            {
                "空.txt": "empty",
                "白.txt": "no_text",
                "动画.gif": "unsupported",
                "乱.txt": "not_text",
                "管道": "no_file",
                "大.txt": "too_large",
            },
        )

    def test_a_folder_deeper_than_a_program_can_call_is_read(self):
        folder = self.archive
        folder.mkdir()
        for _depth in range(1100):
            folder /= "d"
            folder.mkdir()
        (folder / "a.txt").write_text(STORY)
        self.addCleanup(os.removedirs, folder)  # the folder's own cleaning could not
        self.addCleanup((folder / "a.txt").unlink)

        self.take()

        self.assertEqual((Article.objects.count(), self.remarks()), (1, []))


class RefusedTests(ArchiveTests):
    def setUp(self):
        super().setUp()
        self.put("甲.txt")

    def test_a_folder_that_may_not_be_looked_into_is_named(self):
        self.put("密/乙.txt", TWO)
        refused, listed = PermissionError(13, "Permission denied"), os.listdir

        def listing(path):
            if path == self.archive / "密":
                raise refused
            return listed(path)

        with mock.patch("intake.archive.folders.os.listdir", listing):
            self.take()

        self.assertEqual(self.remarks(), [("江畔日报/密", "", "unreadable")])
        self.assertEqual(Article.objects.count(), 1)

    def test_what_the_database_refuses_keeps_nothing_waiting(self):
        self.put("乙.txt", TWO)

        def receiving(copy, *arguments, **options):
            if copy.file.words == "甲.txt":
                raise DataError("too long")
            return receive_from(copy, *arguments, **options)

        with mock.patch("intake.archive.filing.receive_from", receiving):
            self.take()

        self.assertEqual(self.remarks(), [("江畔日报/甲.txt", "", "not_stored")])
        self.assertEqual(Article.objects.count(), 2)

    def test_the_report_may_lie_in_the_folder_itself(self):
        self.report = self.archive / "report.csv"

        for _time in range(2):
            self.take()

        self.assertEqual((Article.objects.count(), self.remarks()), (1, []))


class StoryRemarkTests(ArchiveTests):
    def test_a_draft_that_lacks_something_essential_is_listed_by_its_story(self):
        self.put("甲.txt", "（上接第1版）工友们在江畔公园欢聚一堂，唱起了歌。")

        self.intake(self.archive, "--report", self.report)

        self.assertEqual(self.remarks(), [("江畔日报/甲.txt", "1", "no-headline")])
        self.assertEqual(Article.objects.count(), 1)

    def test_a_member_that_cannot_be_read_is_named_each_time(self):
        self.put("2003.zip", zipped(("0302/02.txt", STORY.encode()), ("0302/乱.txt", b"\x00\x01")))
        expected = [("江畔日报/2003.zip", "0302/乱.txt", "not_text")]

        for _time in range(2):
            self.take()
            self.assertEqual(self.remarks(), expected)
        self.assertEqual(Article.objects.count(), 1)


class ManyRefusalsTests(ArchiveTests):
    def test_without_a_report_the_first_are_named_and_the_others_counted(self):
        for number in range(25):
            self.put(f"{number}.txt", b"\x00")

        with self.assertRaisesMessage(CommandError, "……"):
            self.intake(self.archive)
