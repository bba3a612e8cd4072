import re
from fractions import Fraction
from xml.etree import ElementTree

from django.test import SimpleTestCase

from tally.charts.course import Point, drawn
from tally.charts.scale import lines_up_to
from tally.charts.widths import widths

MONTHS = [Point(f"{month}月", month * 3, month * 2, month == 3) for month in range(1, 13)]


def columns(markup, kind):
    """(left, width, height) of the columns of that class, as numbers."""
    found = re.findall(rf'class="{kind}" x="([\d.]+)%" width="([\d.]+)%" y="[\d.]+" height="([\d.]+)"', markup)
    return [tuple(map(float, each)) for each in found]


class ScaleTests(SimpleTestCase):
    def test_lines_stand_at_round_figures(self):
        for most, lines in {
            0: [0, 1],
            3: [0, 1, 2, 3],
            36: [0, 10, 20, 30, 40],
            100: [0, 25, 50, 75, 100],
            2301: [0, 1000, 2000, 3000],
            Fraction(9, 2): [0, 2, 4, 6],
        }.items():
            self.assertEqual(lines_up_to(most), lines)


class CourseTests(SimpleTestCase):
    def test_is_whole_markup_without_style_or_script(self):
        markup = drawn(MONTHS, "逐月")

        self.assertEqual(ElementTree.fromstring(markup).tag, "svg")
        self.assertNotRegex(markup, r"style=|<script|\son\w+=")

    def test_columns_are_as_high_as_their_figures(self):
        heights = [height for *_place, height in columns(drawn(MONTHS, ""), "course-now")]

        self.assertAlmostEqual(heights[-1] / heights[0], 12, places=1)
        self.assertEqual(len(heights), 11)  # and the chosen one

    def test_the_time_before_stands_beside_and_not_behind(self):
        markup = drawn(MONTHS, "")
        before, now = columns(markup, "course-before")[0], columns(markup, "course-now")[0]

        self.assertLess(before[0] + before[1], now[0])

    def test_no_column_leaves_the_drawing(self):
        left, width, _height = columns(drawn(MONTHS * 5, ""), "course-now")[-1]

        self.assertLess(left + width, 100)

    def test_of_many_some_are_named(self):
        self.assertEqual(drawn(MONTHS * 5, "").count("course-name"), 12)

    def test_shares_are_drawn_with_a_decimal_below_a_hundred(self):
        markup = drawn([Point("1月", Fraction(7, 3)), Point("2月", Fraction(38455, 3))], "")

        self.assertEqual(
            re.findall(r'course-value( is-wide)?"[^>]*>([^<]+)<', markup), [("", "2.3"), (" is-wide", "12,818")]
        )

    def test_names_are_escaped(self):
        markup = drawn([Point("<b>&", 1)], '"><script>')

        self.assertIn("&lt;b&gt;&amp;", markup)
        self.assertNotIn("<script>", markup)

    def test_nothing_is_drawn_of_nothing(self):
        self.assertEqual(drawn([], "逐月"), "")

    def test_months_without_a_story_have_a_ground_to_stand_on(self):
        self.assertEqual(columns(drawn([Point("1月", 0)], ""), "course-now")[0][2], 0)


class WidthTests(SimpleTestCase):
    def test_bars_are_measured_by_the_longest_of_both_times(self):
        self.assertEqual(widths([(50, 100), (25, None)]), [("50%", "100%"), ("25%", "")])

    def test_little_is_seen_and_nothing_is_not(self):
        self.assertEqual(widths([(Fraction(1, 3), 0), (1000, 0), (0, 0)])[0].now, "0.75%")
        self.assertEqual(widths([(0, None)]), [("", "")])
