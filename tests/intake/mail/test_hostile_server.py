import time
from unittest import mock

from django.test import SimpleTestCase, override_settings

from intake.mail import connection
from intake.mail.checks import check_mailbox
from intake.mail.mailbox import MailboxAway, opened
from tests.hanging import does_not_hang
from tests.intake.mail.server import talking

HELLO = b"* OK [CAPABILITY IMAP4rev1] at your service\r\n"


def lines_without_end(peer):
    peer.sendall(HELLO)
    while True:
        peer.sendall(b"* X\r\n" * 1000)


def greeting_without_end(peer):
    while True:
        peer.sendall(b"a" * 1000)


def line_now_and_then(peer):
    peer.sendall(HELLO)
    while True:
        time.sleep(0.1)
        peer.sendall(b"* X\r\n")


def letter_now_and_then(peer):
    while True:
        time.sleep(0.1)
        peer.sendall(b"*")


def announces(size):
    def script(peer):
        peer.sendall(HELLO)
        for line in peer.makefile("rb"):
            tag = line.split()[0]
            said = b"* FOO {%d}\r\nabc" % size if b"LOGIN" in line else b""
            peer.sendall(said + tag + b" OK done\r\n")

    return script


class HostileServerTests(SimpleTestCase):
    def said(self, script, **others):
        with (
            talking(script) as port,
            override_settings(INTAKE_MAIL_HOST="127.0.0.1", INTAKE_MAIL_PORT=port, INTAKE_MAIL_SSL=False),
            override_settings(INTAKE_MAIL_USER="u", INTAKE_MAIL_PASSWORD="p", **others),
            self.assertRaises(MailboxAway) as raised,
            opened(),
        ):
            pass
        return str(raised.exception)

    def test_lines_without_end_are_heard_only_so_far(self):
        with mock.patch.object(connection, "ROOM", 10_000_000):
            self.assertIn("too long an answer", self.said(lines_without_end))

    def test_a_greeting_without_end_is_none(self):
        self.said(greeting_without_end)

    def test_a_mail_larger_than_any_is_not_begun(self):
        self.assertIn("too long an answer", self.said(announces(99_999_999_999)))

    def test_who_says_a_word_now_and_then_is_hung_up_on(self):
        for script in (line_now_and_then, letter_now_and_then):
            with mock.patch.object(connection, "SECONDS", 0.5), does_not_hang(while_="waiting"):
                self.said(script)


class WireTests(SimpleTestCase):
    def warned(self, **said):
        names = {"HOST": "mail.example", "SSL": False, **said}
        with override_settings(**{f"INTAKE_MAIL_{name}": value for name, value in names.items()}):
            return [warning.id for warning in check_mailbox(None)]

    def test_a_password_in_the_open_is_warned_of(self):
        self.assertEqual(self.warned(), ["intake.W001"])

    def test_not_on_one_machine_nor_where_there_is_tls_or_no_mailbox(self):
        for said in ({"HOST": "127.0.0.1"}, {"HOST": "localhost"}, {"HOST": "::1"}, {"SSL": True}, {"HOST": ""}):
            self.assertEqual(self.warned(**said), [])
