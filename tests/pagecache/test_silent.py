"""A database that takes questions and says nothing: readers do not wait with it."""

import socket
from unittest import mock

from django.db import OperationalError
from django.test import SimpleTestCase

from pagecache import pages, quickly
from pagecache.log import Mark


class SilentServerTests(SimpleTestCase):
    def test_is_waited_for_so_long_and_no_longer(self):
        ours, theirs = socket.socketpair()
        self.enterContext(ours)
        self.enterContext(theirs)
        libpq = mock.Mock(socket=ours.fileno())
        self.enterContext(mock.patch.object(quickly, "PATIENCE", 0.01))

        with self.assertRaises(quickly.SilentError):
            quickly.said_in_time(libpq, b"EXECUTE pagecache_look")
        libpq.get_result.assert_not_called()


class AwayTests(SimpleTestCase):
    def setUp(self):
        self.pages = pages.Pages("release")
        self.look = self.enterContext(mock.patch.object(pages, "look", side_effect=OperationalError("away")))
        self.clock = self.enterContext(mock.patch.object(pages.time, "monotonic", return_value=100.0))

    def find(self):
        return self.pages.find("https://localhost/?")

    def test_is_asked_again_after_a_pause(self):
        with self.assertLogs("pagecache.pages", "WARNING") as said:
            answers = [self.find() for _reader in range(3)]

        self.assertEqual((answers, self.look.call_count, len(said.output)), ([(None, None)] * 3, 1, 1))

    def test_and_then_by_one_while_the_others_do_not_wait(self):
        others = []

        def asked():
            others.append(self.find())
            return Mark(0, "v1", False, 0)

        with self.assertLogs("pagecache.pages", "WARNING"):
            self.find()
        self.clock.return_value += pages.PAUSE
        self.look.side_effect = asked
        self.pages.look()

        self.assertEqual((others, self.look.call_count, self.pages.is_away), ([(None, None)], 2, False))
