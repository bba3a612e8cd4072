"""A mailbox of its own for each test, on a real server."""

from datetime import UTC, datetime
from itertools import count
from unittest import mock

from django.test import TestCase, override_settings
from imapclient import IMAPClient

from intake.mail.reading import read_mailbox
from tests.servers import programs
from tests.servers.dovecot import NAME, PASSWORD, temporary_dovecot

users = count(1)


class WithMailbox:
    """Mixed into a test case."""

    folder = "INBOX"

    @classmethod
    def setUpClass(cls):
        programs.demand(NAME, "the tests of the mailbox")
        super().setUpClass()
        cls.server = cls.enterClassContext(temporary_dovecot())

    def setUp(self):
        self.user = f"redaktion{next(users)}"
        self.configure()
        self.peer = IMAPClient("127.0.0.1", port=self.server.port, ssl=False)
        self.addCleanup(self.peer.shutdown)
        self.peer.login(self.user, PASSWORD)
        if self.folder != "INBOX":
            self.peer.create_folder(self.folder)

    def configure(self, **others):
        """Settings until the end of the test: INTAKE_MAIL_ and the name in lower case."""
        said = {
            "host": "127.0.0.1",
            "port": self.server.port,
            "ssl": False,
            "user": self.user,
            "password": PASSWORD,
            "folder": self.folder,
            "senders": [],
            **others,
        }
        self.enterContext(override_settings(**{f"INTAKE_MAIL_{name.upper()}": value for name, value in said.items()}))

    def receive(self, mail, at=None):
        """The mail arrives in the mailbox."""
        self.peer.append(self.folder, bytes(mail), msg_time=at or datetime.now(UTC))

    def read(self, *mails):
        for mail in mails:
            self.receive(mail)
        return read_mailbox()

    def broken_off(self, place):
        """Whoever comes to this place is killed there."""
        return mock.patch(place, side_effect=KeyboardInterrupt)


class MailboxTestCase(WithMailbox, TestCase):
    pass
