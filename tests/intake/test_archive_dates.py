from datetime import date

from django.core.management import CommandError

from articles.models import Article, Issue, Page
from intake.models import Source
from tests.intake.documents.samples import Sheet, zipped
from tests.intake.files import ArchiveTests
from tests.intake.test_corrections import TWO
from tests.intake.test_drafting import STORY
from tests.intake.test_pdf_intake import FIRST, SECOND, draw_page


class DatedPathTests(ArchiveTests):
    def test_a_path_that_names_a_day_makes_issue_and_page(self):
        self.put("2003/0302/A02.txt")
        self.put("2003.zip", zipped(("0303/02.txt", TWO.encode())))

        self.take()

        self.assertEqual(
            [str(page) for page in Page.objects.order_by("issue__date")], ["2003-03-02 第A02版", "2003-03-03 第02版"]
        )

    def test_each_page_of_a_pdf_stands_on_its_own(self):
        sheet = draw_page(Sheet(), head="第01版：要闻")
        sheet.turn_page()
        sheet.line("新闻很多的一天", 60, 120, 30)
        sheet.column([FIRST, SECOND], 60, 140)
        self.put("2003/20030302.pdf", sheet.pdf())

        self.take()
        self.take()

        self.assertEqual(self.references(), ["江畔日报/2003/20030302.pdf#1", "江畔日报/2003/20030302.pdf#2"])
        self.assertEqual(list(Page.objects.order_by("label").values_list("label", flat=True)), ["01", "02"])
        self.assertEqual(str(Issue.objects.get().date), "2003-03-02")

    def test_the_name_of_the_folder_may_say_the_day(self):
        folder = self.archive / "2003-03-02"
        self.put("2003-03-02/02.txt")

        self.take(folder=folder)

        self.assertEqual(str(Page.objects.get()), "2003-03-02 第02版")

    def test_what_names_no_day_is_drafted_without_a_page(self):
        self.put("旧/来稿.txt")

        self.take()

        self.assertEqual((Article.objects.count(), Issue.objects.count(), self.remarks()), (1, 0, []))

    def test_every_path_has_to_name_one_where_that_was_asked_for(self):
        self.put("旧/来稿.txt")

        self.take("--date-from-path")

        self.assertEqual(self.remarks(), [("江畔日报/旧/来稿.txt", "", "date")])
        self.assertEqual(Source.objects.count(), 0)

    def test_no_path_is_read_where_that_was_asked_for(self):
        self.put("2003/0302/A02.txt")

        self.take("--no-date-from-path")

        self.assertEqual((Article.objects.count(), Issue.objects.count()), (1, 0))

    def test_what_is_unclear_is_reported_and_not_drafted(self):
        self.put("2003/0302/20030303_A02.txt")
        self.put("2003/0230/A02.txt", TWO)
        self.put("2003/0302/来稿.txt", TWO + "\n甲。")
        self.put("1801/0302/A02.txt", TWO + "\n乙。")

        self.take()

        self.assertEqual(sorted(code for *_where, code in self.remarks()), ["date", "date", "date", "page"])
        self.assertEqual((Source.objects.count(), Issue.objects.count()), (0, 0))

    def test_a_page_that_prints_another_day_or_number_is_not_drafted(self):
        self.put("2003/0302/A02.txt", "2003年3月3日 星期一 第02版\n\n" + STORY)
        self.put("2003/0302/A03.txt", "2003年3月2日 星期日 第04版\n\n" + TWO)

        self.take()

        self.assertEqual([code for *_where, code in self.remarks()], ["date", "page"])

    def test_a_head_may_leave_out_the_letter_of_the_section(self):
        self.put("2003/0302/A02.txt", "2003年3月2日 星期日 第2版\n\n" + STORY)

        self.take()

        self.assertEqual(str(Page.objects.get()), "2003-03-02 第A02版")

    def test_a_dry_run_lists_what_will_be_unclear(self):
        self.put("2003/0230/A02.txt")

        said, _warned = self.take("--dry-run", "--json")

        self.assertEqual((self.remarks(), len(said.splitlines())), ([("江畔日报/2003/0230/A02.txt", "", "date")], 1))

    def test_one_page_for_all_needs_days_in_all_paths(self):
        self.put("2003/0302/副刊.txt")
        with self.assertRaisesMessage(CommandError, "--date"):
            self.take("--page", "08")

        self.take("--date-from-path", "--page", "08")

        self.assertEqual(str(Page.objects.get()), "2003-03-02 第08版")

    def test_a_day_that_was_given_wins(self):
        self.put("2003/0302/A02.txt")

        self.take("--date", "2004-05-06")

        self.assertEqual(Issue.objects.get().date, date(2004, 5, 6))
