from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from tests.fees.reckoning.drawn import EXACT, LAW, VERSE, rules, yuan


class LengthTests(SimpleTestCase):
    def test_less_than_five_hundred_is_half_a_thousand(self):
        counted = {measured: LAW.units(measured) for measured in (0, 1, 499, 500, 999, 1000, 1001, 1499, 1500, 2000)}

        half, one = yuan("0.5"), yuan("1")
        self.assertEqual(
            counted,
            {0: 0, 1: half, 499: half, 500: one, 999: one, 1000: one, 1001: 3 * half, 1499: 3 * half, 1500: 2, 2000: 2},
        )

    def test_ten_lines_of_verse_are_a_thousand(self):
        self.assertEqual([VERSE.units(lines) for lines in (1, 10, 11, 24)], [1, 1, 2, 3])

    def test_exactly(self):
        self.assertEqual([EXACT.units(1), EXACT.units(1234)], [yuan("0.001"), yuan("1.234")])

    @given(rules, st.integers(0, 9999), st.integers(0, 9999))
    def test_more_never_counts_as_less(self, rule, one, other):
        self.assertLessEqual(rule.units(min(one, other)), rule.units(max(one, other)))

    @given(rules, st.integers(0, 9999))
    def test_nothing_is_lost_and_less_than_a_unit_is_given(self, rule, measured):
        exact = yuan(measured) / rule.unit

        self.assertLess(abs(rule.units(measured) - exact), 1)
