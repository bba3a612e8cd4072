from decimal import Decimal

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from fees.reckoning.capitals import in_capitals
from fees.reckoning.money import apportion, to_fen, total_of
from tests.fees.reckoning.drawn import amounts, yuan

CAPITALS = {
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元叁角贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    "107000.53": "壹拾万柒仟元伍角叁分",
    "0.05": "伍分",
    "0.50": "伍角整",
    "0": "零元整",
    "20": "贰拾元整",
    "10010000": "壹仟零壹万元整",
    "100000001": "壹亿零壹元整",
    "205000": "贰拾万伍仟元整",
    "200500": "贰拾万零伍佰元整",
    "-12.30": "负壹拾贰元叁角整",
}
VALUES = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
TIMES = {"拾": 10, "佰": 100, "仟": 1000}


def read(said):
    """Yuan of an amount in capitals, read as a cashier would."""
    all_fours, four, digit, fen = 0, 0, 0, 0
    for sign in said.rstrip("整"):
        if sign in VALUES:
            digit = VALUES[sign]
        elif sign in TIMES:
            four, digit = four + digit * TIMES[sign], 0
        elif sign in "万亿":
            all_fours, four, digit = (all_fours + four + digit) * (10**4 if sign == "万" else 1), 0, 0
            all_fours *= 10**8 if sign == "亿" else 1
        elif sign == "元":
            all_fours, four, digit = all_fours + four + digit, 0, 0
        else:
            fen, digit = fen + digit * {"角": 10, "分": 1}[sign], 0
    return Decimal(all_fours) + Decimal(fen) / 100


class MoneyTests(SimpleTestCase):
    def test_half_a_fen_is_rounded_up(self):
        self.assertEqual([to_fen(yuan("1.005")), to_fen(yuan("1.004"))], [yuan("1.01"), yuan("1.00")])

    def test_a_hundred_among_three(self):
        self.assertEqual(apportion(yuan("100"), [1, 1, 1]), [yuan("33.34"), yuan("33.33"), yuan("33.33")])

    def test_what_is_left_over_goes_to_who_lost_most(self):
        self.assertEqual(apportion(yuan("0.10"), [3, 3, 1]), [yuan("0.04"), yuan("0.04"), yuan("0.02")])

    @given(amounts, st.lists(st.integers(0, 1000), min_size=1, max_size=12).filter(any))
    def test_the_parts_are_the_whole(self, whole, weights):
        parts = apportion(whole, weights)

        self.assertEqual(total_of(parts), whole)
        for part, weight in zip(parts, weights, strict=True):
            self.assertLess(abs(part - whole * weight / sum(weights)), Decimal("0.01"))

    @given(amounts, amounts, st.integers(1, 9))
    def test_of_more_nobody_gets_less(self, one, other, people):
        less, more = (apportion(whole, [1] * people) for whole in sorted([one, other]))

        self.assertTrue(all(before <= after for before, after in zip(less, more, strict=True)))


class CapitalsTests(SimpleTestCase):
    def test_as_they_are_written(self):
        self.assertEqual({amount: in_capitals(yuan(amount)) for amount in CAPITALS}, CAPITALS)

    @given(st.decimals(0, 99_999_999, places=2))
    def test_reads_back_as_the_amount(self, amount):
        self.assertEqual(read(in_capitals(amount)), amount)

    @given(st.decimals(0, 99_999_999, places=2))
    def test_says_no_nought_twice_and_none_before_the_end(self, amount):
        said = in_capitals(amount)

        self.assertNotIn("零零", said)
        self.assertNotIn("零元", said.removeprefix("零元整"))
