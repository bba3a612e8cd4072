from datetime import date

from django.test import TestCase

from articles.acting import Refusal
from articles.models import Genre
from articles.publishing import restore, withdraw
from desk.models import AuditEntry
from fees.closing import next_to_close
from fees.deciding import give_grade
from fees.models import FeeMonth, LedgerLine, RateCard
from tests.factories import correspondent, make_user, reporter
from tests.fees.makers import APRIL, MARCH, amounts, close, make_card, make_grade, print_story, yuan


class ClosingTests(TestCase):
    def setUp(self):
        self.card = make_card()

    def assert_refused(self, words, first_day=MARCH):
        with self.assertRaisesMessage(Refusal, words):
            close(first_day)
        self.assertFalse(FeeMonth.objects.filter(first_day=first_day, closed_at__isnull=False).exists())

    def test_a_line_says_all_that_it_was_reckoned_from(self):
        story = print_story(by=[correspondent("周永卫"), reporter("李凡")], length=1600, headline="工会送清凉")
        give_grade(story, make_grade(), by=make_user())

        line = close().lines.get(name="周永卫")

        said = [getattr(line, name) for name in ("rate_amount", "measured", "units", "base", "factor", "supplement")]
        self.assertEqual(said, [yuan("100"), 1600, yuan("2"), yuan("200"), yuan("1.5"), yuan("20")])
        said = [getattr(line, name) for name in ("whole", "weight", "weights", "share", "amount", "reason")]
        self.assertEqual(said, [yuan("320"), 1, 2, yuan("160"), yuan("160"), ""])
        said = (line.card, line.headline, line.printed_on, line.page, line.role, line.said_number)
        self.assertEqual(
            said, (self.card, "工会送清凉", date(2023, 3, 2), "02 工会", "correspondent", f"2023-03/{line.number:04}")
        )

    def test_the_month_is_the_sum_of_its_lines_and_the_log_says_who_closed_it(self):
        print_story()
        print_story(by=[correspondent("梁昊")], length=300)
        maker = make_user()

        month = close(by=maker)

        self.assertEqual((month.total, month.closed_by, month.lines.count()), (yuan("150.00"), maker, 2))
        self.assertEqual(AuditEntry.objects.get(verb="close_month").by, maker)

    def test_the_card_is_used_from_then_on(self):
        print_story()

        month = close()

        self.card.refresh_from_db()
        self.assertEqual(self.card.used_at, month.closed_at)

    def test_twice_is_once(self):
        print_story()
        close()

        with self.assertRaises(Refusal):
            close()

        self.assertEqual(LedgerLine.objects.count(), 1)

    def test_no_month_that_is_not_over(self):
        self.assert_refused("2099年1月", date(2099, 1, 1))

    def test_one_after_the_other(self):
        close(MARCH)

        self.assert_refused("2023年3月", date(2023, 5, 1))
        self.assertEqual(next_to_close(), APRIL)

    def test_the_first_one_is_the_month_before_today(self):
        self.assertEqual(next_to_close(date(2023, 1, 9)), date(2022, 12, 1))
        self.assertEqual(next_to_close(date(2023, 12, 31)), date(2023, 11, 1))

    def test_not_while_a_piece_has_no_rate(self):
        self.card.rates.filter(kind="story").delete()
        print_story(headline="无处可依")

        self.assert_refused("无处可依")

    def test_not_before_the_first_card(self):
        self.assert_refused("没有已起用的稿酬标准", date(2022, 12, 1))

    def test_an_empty_month_is_closed_too(self):
        self.assertEqual(close().total, 0)


class CorrectionTests(TestCase):
    """What turns out otherwise stands in the next month, and names the line that it corrects."""

    def setUp(self):
        make_card()
        self.story = print_story(by=[correspondent("周永卫")])
        print_story(on=date(2023, 4, 3), by=[correspondent("周永卫")], length=2000)
        self.march = close(MARCH)
        self.line = self.march.lines.get()

    def test_nothing_changed_corrects_nothing(self):
        self.assertEqual(amounts(close(APRIL)), [("fee", "周永卫", yuan("200"))])

    def test_a_withdrawn_story_is_taken_back(self):
        withdraw(self.story)

        april = close(APRIL)

        self.assertEqual(amounts(april), [("fee", "周永卫", yuan("200")), ("reversal", "周永卫", yuan("-100"))])
        reversal = april.lines.get(kind="reversal")
        self.assertEqual(
            (reversal.corrects, reversal.takes_back, reversal.earned_in), (self.line, self.line, self.march)
        )

    def test_another_length_and_a_grade_are_paid_anew(self):
        self.story.body = "字" * 1300
        self.story.save()
        self.story.keep_version(why="edited")
        give_grade(self.story, make_grade(), by=make_user())

        april = close(APRIL)

        back_pay = april.lines.get(kind="back_pay")
        self.assertEqual((back_pay.corrects, back_pay.amount, back_pay.measured), (self.line, yuan("245"), 1300))
        self.assertEqual(april.total, yuan("200") - 100 + 245)

    def test_a_name_that_was_forgotten_gets_its_share(self):
        self.story.bylines.create(
            contributor=print_story(by=[correspondent("梁昊")]).bylines.get().contributor, role="correspondent", order=1
        )
        self.story.keep_version(why="edited")

        found = amounts(close(APRIL))

        self.assertIn(("reversal", "周永卫", yuan("-100")), found)
        self.assertIn(("back_pay", "周永卫", yuan("50")), found)
        self.assertIn(("back_pay", "梁昊", yuan("50")), found)
        self.assertIn(("back_pay", "梁昊", yuan("100")), found)  # the story of March that came out late

    def test_what_no_line_pays_for_any_more_stays_as_it_was_paid(self):
        piece = Genre.objects.create(name="图片新闻")
        card = RateCard.objects.create(name="只付图片新闻", begins_on=date(2023, 5, 1))
        card.rates.create(kind="story", genre=piece, amount=60)
        card.paid_roles.create(role="correspondent")
        close(APRIL)
        story = print_story(on=date(2023, 5, 4), by=[correspondent("梁昊")], genre=piece)
        self.assertEqual(amounts(close(date(2023, 5, 1))), [("fee", "梁昊", 60)])
        story.genre = None
        story.save()
        story.keep_version(why="edited")

        self.assertEqual(amounts(close(date(2023, 6, 1))), [])

    def test_a_month_is_corrected_once(self):
        withdraw(self.story)
        close(APRIL)

        self.assertEqual(amounts(close(date(2023, 5, 1))), [])

    def test_what_was_taken_back_wrongly_is_paid_again(self):
        withdraw(self.story)
        close(APRIL)
        restore(self.story)

        self.assertEqual(amounts(close(date(2023, 5, 1))), [("back_pay", "周永卫", yuan("100"))])

    def test_what_somebody_owes_is_carried_over(self):
        other = print_story(on=date(2023, 4, 9), by=[correspondent("梁昊")])
        close(APRIL)
        withdraw(other)
        may = close(date(2023, 5, 1))

        self.assertEqual(amounts(may), [("reversal", "梁昊", yuan("-100")), ("carried", "梁昊", yuan("100"))])
        print_story(on=date(2023, 6, 2), by=[correspondent("梁昊")], length=1800)
        june = close(date(2023, 6, 1))
        self.assertEqual(amounts(june), [("fee", "梁昊", yuan("200")), ("carried", "梁昊", yuan("-100"))])
        self.assertEqual((may.total, june.total), (0, yuan("100")))

    def test_a_new_card_leaves_closed_months_alone(self):
        make_card(begins_on=APRIL, story="300")

        self.assertEqual(amounts(close(APRIL)), [("fee", "周永卫", yuan("600"))])

    def test_the_months_together_say_what_would_be_paid_today(self):
        withdraw(self.story)
        close(APRIL)

        self.assertEqual([month.total for month in FeeMonth.objects.order_by("first_day")], [yuan("100"), yuan("100")])


class CappedTests(TestCase):
    def test_a_full_month_says_why_a_line_is_less(self):
        make_card(most_a_month=yuan("150"))
        for day in (2, 3, 4):
            print_story(on=date(2023, 3, day))

        lines = close().lines.order_by("number")

        self.assertEqual(
            [(line.amount, line.reason) for line in lines], [(100, ""), (50, "month_full"), (0, "month_full")]
        )

    def test_a_withdrawn_story_makes_room_for_a_later_one(self):
        make_card(most_a_month=yuan("150"))
        first, _second = (print_story(on=date(2023, 3, day)) for day in (2, 3))
        close()
        withdraw(first)

        april = close(APRIL)

        self.assertEqual(
            [(kind, amount) for kind, _name, amount in amounts(april)],
            [("reversal", yuan("-50")), ("back_pay", 100), ("reversal", -100), ("carried", 50)],
        )
