from datetime import date
from unittest import TestCase

from tally.periods import Period, days, month, parts_of, quarter, year


class PeriodTests(TestCase):
    def test_know_their_days(self):
        self.assertEqual((month(2024, 2).first, month(2024, 2).last), (date(2024, 2, 1), date(2024, 2, 29)))
        self.assertEqual((quarter(2023, 4).first, quarter(2023, 4).last), (date(2023, 10, 1), date(2023, 12, 31)))
        self.assertEqual((year(2023).first, year(2023).last), (date(2023, 1, 1), date(2023, 12, 31)))

    def test_know_the_one_before(self):
        self.assertEqual(month(2023, 1).before, month(2022, 12))
        self.assertEqual(quarter(2023, 1).before, quarter(2022, 4))
        self.assertEqual(year(2023).before, year(2022))
        self.assertEqual(days(date(2023, 3, 4), date(2023, 3, 6)).before, days(date(2023, 3, 1), date(2023, 3, 3)))

    def test_a_running_one_is_compared_with_as_many_days(self):
        now, before = month(2023, 3).compared(date(2023, 3, 7))

        self.assertEqual((now.last, before.first, before.last), (date(2023, 3, 7), date(2023, 2, 1), date(2023, 2, 7)))

    def test_the_thirtieth_of_march_is_compared_with_all_of_february(self):
        _now, before = month(2023, 3).compared(date(2023, 3, 30))

        self.assertEqual(before, month(2023, 2))

    def test_one_that_is_over_and_one_to_come_are_compared_whole(self):
        for today in (date(2023, 3, 31), date(2023, 9, 1), date(2022, 9, 1)):
            self.assertEqual(month(2023, 3).compared(today), (month(2023, 3), month(2023, 2)))

    def test_have_parts_as_far_as_they_reach(self):
        parts = parts_of(days(date(2023, 1, 20), date(2023, 3, 5)), "month")

        outer = [days(date(2023, 1, 20), date(2023, 1, 31)), days(date(2023, 3, 1), date(2023, 3, 5))]
        self.assertEqual(parts, [outer[0], month(2023, 2), outer[1]])
        self.assertEqual(len(parts_of(year(2023), "quarter")), 4)

    def test_end_behind_their_beginning(self):
        with self.assertRaises(ValueError):
            days(date(2023, 3, 2), date(2023, 3, 1))

    def test_reach_as_far_as_the_calendar(self):
        self.assertEqual(parts_of(year(9999), "year"), [year(9999)])
        with self.assertRaises(ValueError):
            _before = Period(date.min, date.min).before
        with self.assertRaises(ValueError):
            _before = year(1).before
