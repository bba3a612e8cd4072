from datetime import date, datetime

from django.test import TestCase
from django.utils import timezone

from articles.checks import check_issue
from desk.models import Paper
from tests.articles.checks.checking import issue_codes
from tests.factories import make_article, make_issue, make_page, place

RECORD = {
    **dict.fromkeys(("sponsor", "publisher", "address", "duty_desk", "printer", "price", "postal_code"), "某"),
    "name": "江畔日报",
    "cn_number": "CN 33-0001",
}


class IssueCheckTests(TestCase):
    def setUp(self):
        Paper.objects.update_or_create(pk=1, defaults=RECORD)
        self.issue = make_issue(number=100, published=False)

    def page(self, label="01", **fields):
        page = make_page(issue=self.issue, label=label, **{"duty_editor": "钱进", **fields})
        make_article(headline=f"第{label}版的稿件", page=page, stage="ready")
        return page

    def test_finds_nothing_wrong_with_a_sound_issue(self):
        make_issue(on=date(2023, 3, 1), number=98, last_number=99)
        self.page("01"), self.page("02"), self.page("A01")

        self.assertEqual(issue_codes(self.issue), [])

    def test_wants_name_number_and_colophon_in_the_papers_record(self):
        self.page()
        Paper.objects.update(name="我们的报纸", cn_number="", price="")

        self.assertEqual(issue_codes(self.issue), ["masthead-missing", "cn-missing", "colophon-incomplete"])

    def test_wants_the_cn_number_of_a_newspaper(self):
        self.page()
        for typed in ("33-0001", "CN 33-1234", "CN 93-0001", "CN 33-001"):
            Paper.objects.update(cn_number=typed)
            with self.subTest(typed):
                self.assertEqual(issue_codes(self.issue), ["cn-malformed"])

    def test_wants_the_running_number_after_the_last_one(self):
        self.page()
        make_issue(on=date(2023, 2, 27), number=97)
        make_issue(on=date(2023, 3, 1), edition="extra")

        [hit] = check_issue(self.issue).hits

        self.assertEqual((hit.code, hit.field, hit.suggestion), ("number-jumps", "number", "98"))

    def test_wants_a_running_number_except_of_an_extra(self):
        self.issue.number = None
        self.page()
        self.assertEqual(issue_codes(self.issue), ["number-missing"])

        self.issue.edition = "extra"
        self.assertEqual(issue_codes(self.issue), [])

    def test_does_not_go_out_before_its_day(self):
        self.page()
        self.issue.published_at = timezone.make_aware(datetime(2023, 3, 1, 6))

        self.assertEqual(issue_codes(self.issue), ["date-and-hour"])

    def test_shows_pages_that_are_missing_double_or_out_of_order(self):
        (
            self.page("01", position=2),
            self.page("002", position=1),
            self.page("02", position=3),
            self.page("05", position=5),
        )

        found = sorted((hit.code, hit.message) for hit in check_issue(self.issue).hits)

        self.assertEqual([code for code, _message in found], ["page-gap"] * 2 + ["page-order"] + ["page-twice"] * 2)

    def test_shows_empty_pages_and_those_without_duty_editor(self):
        make_page(issue=self.issue, label="01")

        hits = check_issue(self.issue).hits

        self.assertEqual(
            [(hit.code, hit.record.label) for hit in hits], [("page-empty", "01"), ("duty-editor-missing", "01")]
        )

    def test_wants_a_story_on_two_pages_to_be_continued(self):
        first, second = self.page("01"), self.page("02")
        article = make_article(headline="转版", page=first, stage="ready")
        row = place(article=article, page=second)
        self.assertEqual(issue_codes(self.issue), ["not-continued"])

        row.continued_from = article.placements.get(page=first)
        row.save()
        self.assertEqual(issue_codes(self.issue), [])

    def test_shows_stories_that_are_not_signed(self):
        make_article(headline="未签的", page=self.page())

        [hit] = check_issue(self.issue).hits

        self.assertEqual((hit.code, hit.level, hit.message), ("story-unsigned", "error", "《未签的》还没有签发。"))

    def test_wants_pages(self):
        self.assertEqual(issue_codes(self.issue), ["pages-missing"])

    def test_brings_the_hits_of_its_stories(self):
        make_article(headline="有错的的", page=self.page())

        found = {article.headline: [hit.code for hit in hits] for article, hits in check_issue(self.issue).stories}

        self.assertIn("doubled-words", found["有错的的"])
