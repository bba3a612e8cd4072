"""Which files the command is done with, and what it says again of those."""

from unittest import mock

from django.core.management import CommandError

from articles.models import Article, Doubt
from intake.archive.filing import filed
from intake.drafting.enclosures import enclose
from intake.manuscripts import unpack
from intake.models import Source
from intake.receiving import read_text, receive
from tests.intake.documents.samples import Sheet, zipped
from tests.intake.files import ArchiveTests
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY
from tests.intake.test_pdf_intake import draw_page

THIRD = "本报讯 记者林岚报道 下了班，工友们走进教室学手艺，老师傅从头教起，一个个都不愿回家。"
UNTITLED = "（上接第1版）工友们在江畔公园欢聚一堂，唱起了歌。"


class PartlyDraftedTests(ArchiveTests):
    """An editor drafted on the screen one part of what is in a file of the archive."""

    def draft(self, name, data, number=0, stories=1):
        manuscript = unpack(name, data).manuscripts[number]
        reading = read_text(manuscript.text, manuscript.looks)
        enclosed = enclose(manuscript, for_page=False)
        wanted = dict(list(enumerate(reading.stories))[:stories])
        receive(manuscript.text, reading, name=name, stories=wanted, enclosed=enclosed)
        self.put(name, data)

    def test_the_other_text_of_a_zip_is_drafted(self):
        self.draft("1987.zip", zipped(("1.txt", STORY.encode()), ("2.txt", TWO.encode())))

        self.take()

        self.assertEqual((Source.objects.count(), Article.objects.count()), (2, 3))

    def test_the_other_story_of_a_text_is_drafted(self):
        self.draft("甲.txt", TWO.encode())

        self.take()

        self.assertEqual(Article.objects.count(), 2)

    def test_the_other_page_of_a_pdf_is_drafted(self):
        sheet = draw_page(Sheet())
        sheet.turn_page()
        sheet.line("夜校开班", 60, 120, 30)
        sheet.column([THIRD] * 3, 60, 140)
        self.draft("甲.pdf", sheet.pdf(), stories=2)

        self.take()

        self.assertEqual(Source.objects.count(), 2)


class DoneTests(ArchiveTests):
    def unpacked_by(self, *options):
        with mock.patch("intake.archive.filing.unpack", side_effect=unpack) as unpacking:
            self.take(*options)
        return unpacking.call_count

    def test_a_file_is_read_once_and_so_is_its_copy(self):
        self.put("甲.txt")
        self.put("抄件/甲.txt")

        self.assertEqual((self.unpacked_by(), self.unpacked_by()), (2, 0))

    def test_a_file_of_which_a_text_is_gone_is_read_again(self):
        self.put("1987.zip", zipped(("1.txt", STORY.encode()), ("2.txt", TWO.encode())))
        self.take()
        Source.objects.last().delete()

        self.assertEqual((self.unpacked_by(), Source.objects.count()), (1, 2))

    def test_a_changed_part_is_said_each_time_though_the_others_are_drafted(self):
        self.put("1987.zip", zipped(("1.txt", STORY.encode())))
        self.take()
        self.put("1987.zip", zipped(("1.txt", STORY.replace("夜校", "早课").encode()), ("2.txt", TWO.encode())))

        for _time in range(2):
            self.take()
            self.assertEqual(self.remarks(), [("江畔日报/1987.zip/1.txt", "", "changed")])


class ReportOfARunThatGoesOnTests(ArchiveTests):
    EXPECTED = [("江畔日报/1.txt", "1", "no-headline"), ("江畔日报/3.txt", "1", "no-headline")]

    def setUp(self):
        super().setUp()
        self.put("1.txt", UNTITLED)
        self.put("2.txt")
        self.put("3.txt", UNTITLED.replace("公园", "码头"))

    def test_lists_what_was_read_before_it_was_broken_off(self):
        broken = mock.Mock(side_effect=[filed, filed, KeyboardInterrupt])
        with (
            mock.patch("intake.archive.filing.filed", lambda *said: broken()(*said)),
            self.assertRaises(CommandError),
        ):
            self.take()

        self.take()

        self.assertEqual(self.remarks(), self.EXPECTED)

    def test_says_of_a_known_file_what_is_still_open(self):
        self.take()
        first = self.report.read_text()
        self.take()
        self.assertEqual(self.report.read_text(), first)
        Doubt.objects.filter(article__source_stories__source__name="1.txt").get(code="no-headline").settle(by=None)

        self.take()

        self.assertEqual(self.remarks(), self.EXPECTED[1:])


class ElsewhereTests(ArchiveTests):
    def setUp(self):
        super().setUp()
        self.file = self.put("2003/03/02/A02.txt")

    def test_the_same_text_on_another_day_is_reported_until_it_stands_there(self):
        self.put("2003/03/09/A02.txt")
        expected = [("江畔日报/2003/03/09/A02.txt", "1", "elsewhere")]
        for _time in range(2):
            self.take()
            self.assertEqual((self.remarks(), Article.objects.count()), (expected, 1))

    def test_a_file_that_was_moved_to_another_day_is_reported(self):
        self.take()
        self.file.rename(self.archive / "2003-03-09 A02.txt")

        self.take()

        self.assertEqual(self.remarks(), [("江畔日报/2003-03-09 A02.txt", "1", "elsewhere")])
        self.assertEqual(self.references(), ["江畔日报/2003-03-09 A02.txt"])

    def test_a_story_drafted_without_a_page_is_reported(self):
        self.intake(self.file)

        self.take()

        self.assertEqual([code for _reference, _part, code in self.remarks()], ["elsewhere"])

    def test_the_same_page_again_is_no_news(self):
        self.put("抄件/2003-03-02/A02.txt")
        self.put("抄件/A02.txt")

        self.take()

        self.assertEqual(self.remarks(), [])
