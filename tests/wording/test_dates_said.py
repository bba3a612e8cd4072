from datetime import date
from unittest import TestCase

from wording.dates_said import impossible_dates, wrong_weekdays


def shown(text, on=date(2023, 3, 2)):
    return [(text[slip.start : slip.end], slip.suggestion) for slip in wrong_weekdays(text, on)]


class DateTests(TestCase):
    def test_shows_days_that_no_calendar_has(self):
        text = "2月30日、4月31日、13月5日、2023年2月29日，而不是2月29日、2024年2月29日、12月31日、农历2月30日"

        found = [text[slip.start : slip.end] for slip in impossible_dates(text)]

        self.assertEqual(found, ["2月30日", "4月31日", "13月5日", "2023年2月29日"])

    def test_shows_a_weekday_that_is_not_that_of_the_date(self):
        self.assertEqual(shown("3月2日（星期五）"), [("星期五", "星期四")])
        self.assertEqual(shown("2023年3月5日周六"), [("周六", "周日")])
        self.assertEqual(shown("3月2日（星期四）、3月5日，星期天"), [])

    def test_means_the_year_in_which_the_day_is_nearest(self):
        self.assertEqual(shown("12月31日（星期六）"), [])
        self.assertEqual(shown("1月2日（星期二）", on=date(2023, 12, 30)), [])

    def test_believes_a_year_that_the_text_names(self):
        self.assertEqual(shown("2019年那场赛事，3月2日（星期六）开幕"), [])

    def test_says_nothing_without_any_year(self):
        self.assertEqual(shown("3月2日（星期五）", on=None), [])

    def test_knows_spans_of_weekdays_from_a_day(self):
        self.assertEqual(shown("3月2日周一至周五都开放"), [])
