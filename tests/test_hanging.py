import re
import signal
import threading
from unittest import TestCase

from tests.hanging import does_not_hang


class HangingTests(TestCase):
    def test_a_pattern_of_quadratic_time_is_given_up(self):
        with self.assertRaisesRegex(AssertionError, "hangs"), does_not_hang(within=0.2):
            re.search("[ab]+[cd]", "a" * 1_000_000)

    def test_so_is_a_loop_of_quadratic_time(self):
        letters = list(range(100_000))
        with self.assertRaisesRegex(AssertionError, "hangs"), does_not_hang(within=0.2):
            [letter for letter in letters if letter in letters[::-1]]

    def test_so_is_waiting_for_what_never_comes(self):
        with self.assertRaisesRegex(AssertionError, "hangs"), does_not_hang(within=0.2, while_="waiting"):
            threading.Event().wait(60)

    def test_what_ends_is_let_go(self):
        before = signal.getsignal(signal.SIGPROF)

        with does_not_hang(within=60):
            re.search("[ab]+[cd]", "a" * 100)

        self.assertEqual(signal.getsignal(signal.SIGPROF), before)
        self.assertEqual(signal.getitimer(signal.ITIMER_PROF), (0, 0))
