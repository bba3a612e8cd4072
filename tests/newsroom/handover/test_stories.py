import csv
import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.publishing import withdraw
from newsroom.handover.tables import written
from tests.factories import make_article, make_channel, make_published, make_town, reporter


class StoriesForOthersTests(TestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, format, *arguments):
        self.file = self.folder / f"stories.{format}"
        call_command(
            *("export_stories", self.file, "--format", format, "--site", "https://paper.example", *arguments),
            stdout=StringIO(),
        )
        return self.file.read_bytes().decode()

    def table(self, *arguments):
        text = self.write("csv", *arguments)
        self.assertEqual(text[0], "\ufeff")
        return list(csv.DictReader(StringIO(text[1:], newline="")))

    def test_only_what_is_out_goes_out(self):
        make_published(headline="已发")
        make_published(headline="未到时间", at=timezone.now() + timedelta(hours=1))
        make_article(headline="草稿")
        withdraw(make_published(headline="已撤"), reason="错")

        self.assertEqual([row["主题"] for row in self.table()], ["已发"])
        self.assertEqual(len(self.write("ninjs").splitlines()), 1)

    def test_drafts_are_written_when_asked_for_and_say_what_they_are(self):
        make_published(headline="已发")
        make_article(headline="草稿")

        self.assertEqual([row["状态"] for row in self.table("--with-drafts")], ["已发布", "草稿"])
        with self.assertRaisesMessage(CommandError, "ninjs"):
            self.write("ninjs", "--with-drafts")

    def test_a_row_has_what_the_page_prints(self):
        story = make_published(
            headline="店口送清凉",
            body="第一段。\n\n第二段，“引号”。",
            by=[reporter("李凡")],
            regions=[make_town()],
            tags=["劳模", "高温"],
            channel=make_channel(name="工会"),
            at=datetime(2023, 3, 1, 22, tzinfo=UTC),
        )

        [row] = self.table()

        self.assertEqual((row["发布时间"], row["署名"], row["频道"]), ("2023-03-02 06:00", "记者李凡", "工会"))
        self.assertEqual((row["地区"], row["标签"]), ("店口镇", "劳模、高温"))
        self.assertEqual(row["网址"], f"https://paper.example/articles/{story.pk}/")
        self.assertIn("第二段，“引号”。", row["正文"])

    def test_days_are_those_of_the_newsroom(self):
        for hour in (15, 16):  # 23:00 and 0:00 in Shanghai
            make_published(headline=str(hour), at=datetime(2023, 3, 1, hour, tzinfo=UTC))

        self.assertEqual([row["主题"] for row in self.table("--from", "2023-03-02")], ["16"])
        self.file.unlink()
        self.assertEqual([row["主题"] for row in self.table("--to", "2023-03-01")], ["15"])

    def test_ninjs_is_the_one_of_the_story_s_address(self):
        story = make_published(by=[reporter("李凡")])

        [line] = self.write("ninjs").splitlines()

        told = self.client.get(f"/articles/{story.pk}.ninjs.json").json()
        expected = json.dumps(told, ensure_ascii=False).replace("http://testserver", "https://paper.example")
        self.assertEqual(json.loads(line), json.loads(expected))

    def test_a_table_takes_as_many_queries_for_many_as_for_one(self):
        make_published(tags=["甲"], by=[reporter("李凡")])
        with self.assertNumQueries(9):
            self.table()
        for number in range(5):
            make_published(tags=[str(number)], by=[reporter("李凡")])

        self.file.unlink()
        with self.assertNumQueries(9):
            self.table()

    def test_a_file_that_is_there_stays(self):
        self.write("csv")

        with self.assertRaisesMessage(CommandError, "已经存在"):
            self.write("csv")


class GuardedCellTests(SimpleTestCase):
    def test_what_a_program_would_run_begins_with_an_apostrophe(self):
        for cell in ("=1+1", "+86", "-2", "@SUM(A1)", "＝1+1", "\t=1", " =cmd|' /C calc'!A0", "\ufeff=1", "\n-1"):
            self.assertEqual(written(cell), f"'{cell}")

    def test_everything_else_stays(self):
        for cell in ("工会", "1-2", "", 42, "3=3", "'=1"):
            self.assertEqual(written(cell), cell)
