from itertools import repeat
from multiprocessing import Pipe
from unittest.mock import patch

from django.test import SimpleTestCase

from search.beside import tell


class SecondProcessTests(SimpleTestCase):
    def test_ends_when_nobody_listens_any_more(self):
        """As after kill -9 of the first, whose end of the pipe is gone, and not the one that was inherited."""
        receiver, sender = Pipe(duplex=False)

        with patch("search.beside.signal.signal"):
            tell(receiver, sender, repeat, ["x" * 100_000])

        self.assertTrue(receiver.closed)

    def test_says_when_it_is_done(self):
        receiver, sender = Pipe(duplex=False)

        with patch("search.beside.signal.signal"), patch.object(receiver, "close"):
            tell(receiver, sender, iter, [["one", "two"]])

        self.assertEqual([receiver.recv() for _item in range(3)], ["one", "two", None])
