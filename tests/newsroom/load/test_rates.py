from unittest import mock

from django.test import SimpleTestCase

from newsroom.load import rates
from newsroom.load.times import Times


def house_that_holds(most, asked):
    """A run of it: one answer in fifty is slow beyond that rate."""

    def run(plan, *, rate, seconds, paces):
        asked.append(rate)
        times = Times()
        for number in range(100):
            times.add(0.5 if number % 50 == 0 and rate > most else 0.01)
        return {"rate": rate, "readers": {"times": {0: {"story": times.as_json()}}, "wrong": {}, "notes": {}}}

    return run


class RateTests(SimpleTestCase):
    def highest(self, most, begin=100):
        asked = []
        with mock.patch.object(rates, "run", house_that_holds(most, asked)):
            found, steps = rates.highest(None, begin=begin, seconds=1, paces=None, say=lambda found: None)
        return found, asked[1:], steps

    def test_doubles_until_it_no_longer_holds_and_looks_between(self):
        found, asked, steps = self.highest(730)

        self.assertEqual(asked[:4], [100, 200, 400, 800])
        self.assertTrue(730 / rates.NEAR_ENOUGH < found <= 730, found)
        self.assertEqual([step["held"] for step in steps[:4]], [True, True, True, False])

    def test_goes_down_where_the_first_is_too_much(self):
        found, asked, _steps = self.highest(30)

        self.assertEqual(asked[:3], [100, 50, 25])
        self.assertTrue(30 / rates.NEAR_ENOUGH < found <= 30, found)

    def test_ends_where_none_holds(self):
        self.assertEqual(self.highest(0)[0], 0)

    def test_a_wrong_answer_is_not_held_however_fast_it_was(self):
        times = Times()
        times.add(0.01)
        found = {"rate": 1, "readers": {"times": {0: {"a": times.as_json()}}, "wrong": {0: {"a: answered 500": 1}}}}

        self.assertFalse(rates.step_of(found)["held"])
