from io import StringIO
from itertools import count

from django.core.management.base import OutputWrapper
from django.test import SimpleTestCase

from intake.archive.progress import Progress


class Terminal(StringIO):
    def isatty(self):
        return True


def said_of(total, stream, seconds):
    """What is said of so many files when each takes so many seconds."""
    ticks = count(0, seconds)
    progress = Progress(total, OutputWrapper(stream), clock=lambda: next(ticks))
    for _file in range(total):
        progress.step()
    return stream.getvalue()


class ProgressTests(SimpleTestCase):
    def test_a_terminal_shows_a_bar_with_rate_and_remaining_time(self):
        said = said_of(4, Terminal(), 0.5)

        self.assertIn("[###############...............] 2/4 ", said)
        self.assertRegex(said, r"2/4 [\d.]+/s -0:0\d")
        self.assertTrue(said.endswith("/s\n"))

    def test_a_log_gets_a_line_each_five_seconds_and_the_last(self):
        lines = said_of(12, StringIO(), 1).splitlines()

        self.assertEqual([line.split()[0] for line in lines], ["5/12", "10/12", "12/12"])

    def test_an_empty_folder_is_no_division_by_nothing(self):
        self.assertEqual(said_of(0, Terminal(), 1), "")
