from datetime import date

from django.test import SimpleTestCase, TestCase
from django.utils.translation import override

from articles.publishing import withdraw
from fees.deciding import give_grade
from fees.models import LedgerLine
from fees.origin import steps_of
from fees.terms import a_month_after, last_day_to_pay
from tests.factories import correspondent, make_user, reporter
from tests.fees.makers import APRIL, close, make_card, make_grade, print_story, yuan


def said(line):
    with override("en"):
        return [(step.name, step.words, step.amount) for step in steps_of(line)]


class OriginTests(TestCase):
    def test_every_step_from_the_length_to_the_amount(self):
        card = make_card()
        card.rates.filter(kind="story").update(most=yuan("300"))
        story = print_story(by=[correspondent("周永卫"), reporter("李凡")], length=1600)
        give_grade(story, make_grade(), by=make_user())

        line = close().lines.get(name="李凡")

        self.assertEqual(
            said(line),
            [
                (
                    "Counted",
                    "1600 characters count as 2 units（by 1000, fewer than 500 as half, more as a whole）",
                    None,
                ),
                ("Base", "2023年标准 2023-01-01　story：100.00 × 2", yuan("200")),
                ("Grade", "甲：200.00 × 1.5 + 20.00", yuan("320")),
                ("At most a piece", "story", yuan("300")),
                ("Share", "1 of 2 parts; what is left over by rounding goes to who lost most by it", yuan("150")),
                ("Less", "reporter：not paid in this role", yuan("0")),
            ],
        )

    def test_a_reversal_says_of_what(self):
        make_card()
        story = print_story()
        close()
        withdraw(story)
        close(APRIL)

        reversal, carried = LedgerLine.objects.filter(kind__in=["reversal", "carried"]).order_by("number")
        self.assertEqual(said(reversal)[-1], ("reversal", "of line 2023-03/0001", yuan("-100")))
        self.assertEqual([amount for _name, _words, amount in said(carried)], [yuan("100")])


class TermTests(SimpleTestCase):
    def test_a_month_after_the_printing(self):
        days = [date(2023, 3, 5), date(2023, 1, 31), date(2023, 12, 1)]

        self.assertEqual([a_month_after(day) for day in days], [date(2023, 4, 5), date(2023, 2, 28), date(2024, 1, 1)])

    def test_what_was_printed_first_and_is_paid_decides(self):
        lines = [LedgerLine(printed_on=date(2023, 3, day), amount=amount) for day, amount in ((1, 0), (9, 5), (20, 5))]

        self.assertEqual(last_day_to_pay(lines), date(2023, 4, 9))
        self.assertIsNone(last_day_to_pay([]))
