from unittest import TestCase

from wording import numerals


def shown(rule, text):
    return [(text[slip.start : slip.end], slip.suggestion) for slip in rule(text)]


class NumeralTests(TestCase):
    def test_shows_dates_that_mix_figures_and_characters(self):
        for text in ("3月二日", "三月2日", "2023年三月二日", "二〇二三年3月"):
            with self.subTest(text):
                self.assertTrue(shown(numerals.mixed_dates, text))
        self.assertEqual(shown(numerals.mixed_dates, "3月2日 三月二日 2023年3月 二〇二三年三月 正月初一"), [])

    def test_shows_numbers_that_mix_figures_and_characters(self):
        for text in ("1万2千人", "5千人", "3百", "1万二千"):
            with self.subTest(text):
                self.assertTrue(shown(numerals.mixed_numbers, text))
        for text in (
            "1.2万人",
            "3亿元",
            "500千克",
            "33万千瓦",
            "2023十大新闻",
            "60千米",
            "一万二千",
            "3万余名",
            "8千字",
        ):
            with self.subTest(text):
                self.assertEqual(shown(numerals.mixed_numbers, text), [])

    def test_wants_half_width_marks_inside_a_number(self):
        found = shown(numerals.wide_marks_inside, "奖励1，200元，增长3．5%，今晚18：30开始，比分21：19，有100，300两种")

        self.assertEqual(found, [("1，200", "1,200"), ("．", "."), ("18：30", "18:30")])

    def test_wants_the_percent_sign_behind_both_numbers(self):
        self.assertEqual(shown(numerals.short_percent_ranges, "增长10-20%"), [("10-20%", "10%～20%")])
        self.assertEqual(shown(numerals.short_percent_ranges, "增长10%～20%"), [])

    def test_writes_the_zero_of_a_year_as_a_circle(self):
        self.assertEqual(shown(numerals.zeros_in_years, "二零二三年"), [("二零二三年", "二〇二三年")])
        self.assertEqual(shown(numerals.zeros_in_years, "二〇二三年"), [])

    def test_shows_years_in_characters_where_the_story_has_figures_too(self):
        found = numerals.years_in_characters(["二〇二三年的春天", "《二〇三五年目标》2023年"])

        self.assertEqual([len(slips) for slips in found], [1, 0])
        self.assertEqual(numerals.years_in_characters(["二〇二三年的春天"]), [[]])

    def test_groups_all_large_numbers_of_a_story_or_none(self):
        text = "共12,000人，其中35000人参加"

        self.assertEqual(numerals.ungrouped_numbers([text])[0][0].suggestion, "35,000")
        self.assertEqual(numerals.ungrouped_numbers(["其中35000人参加"]), [[]])
