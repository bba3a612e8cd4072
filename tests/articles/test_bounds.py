"""What SQLite would take and PostgreSQL would not is refused in the form on both."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase

from articles.models import Issue
from bylines.models import Byline
from desk.models import Paper
from tests.factories import make_article, make_contributor, make_issue, make_page, make_user

DAY = date(2023, 3, 2)


class NumberTests(TestCase):
    def refusals(self, record):
        with self.assertRaises(ValidationError) as raised:
            record.full_clean()
        return raised.exception.message_dict

    def test_a_running_number_is_no_larger_than_both_databases_hold(self):
        self.assertIn("number", self.refusals(Issue(date=DAY, number=2**40)))
        self.assertIn("last_number", self.refusals(Issue(date=DAY, number=1, last_number=2**40)))

    def test_nor_is_an_order_or_a_position(self):
        byline = Byline(contributor=make_contributor(), article=make_article(), role="reporter", order=99999)
        page = make_page()
        page.position = 99999

        self.assertIn("order", self.refusals(byline))
        self.assertIn("position", self.refusals(page))

    def test_nor_is_a_rule_of_the_paper(self):
        self.assertIn("headline_length", self.refusals(Paper(name="报", headline_length=99999)))


class CombinedIssueTests(TestCase):
    def test_a_last_number_needs_a_first_in_the_database(self):
        for numbers in ({"last_number": 5}, {"number": 6, "last_number": 5}):
            with self.assertRaises(IntegrityError), transaction.atomic():
                Issue.objects.create(date=DAY, **numbers)

        Issue.objects.create(date=DAY, number=5, last_number=6)

    def test_the_form_says_so_in_words(self):
        self.client.force_login(make_user(is_superuser=True))
        make_issue(number=12345)

        for numbers, words in [
            ({"last_number": "5"}, "合刊要有起始总期号，末号不能小于起始号。"),
            ({"number": "12345"}, "这个总期号已用于另一期。"),
        ]:
            form = {"date": "2023-03-03", "pages-TOTAL_FORMS": 0, "pages-INITIAL_FORMS": 0, **numbers}
            self.assertContains(self.client.post("/admin/articles/issue/add/", form), words)
