from datetime import UTC, datetime, timedelta
from unittest import mock

from django.core.files.storage import default_storage
from django.db import DataError
from django.test import TestCase, override_settings
from django.utils import timezone

from articles.models import Article
from intake.mail import drafting, fetching, heads, keeping
from intake.mail.reading import read_mailbox
from intake.models import Letter, Mailbox
from tests.intake.mail.mails import STORY, document, mail
from tests.intake.mail.server import Server

STORIES = [STORY.replace("夜校", word) for word in ("夜校", "学堂", "讲座")]


class ServerCase(TestCase):
    def read(self, server, times=1, **said):
        """The last of so many looks; the log is what the tests of the log are for."""
        with server.opened(**said), self.quietly():
            return [read_mailbox() for _time in range(times)][-1]

    def quietly(self):
        return mock.patch.multiple("intake.mail.reading.logger", warning=mock.DEFAULT, exception=mock.DEFAULT)


class BusyServerTests(ServerCase):
    def test_a_server_that_says_not_now_is_asked_again(self):
        server = Server(*(mail(text=text) for text in STORIES), withheld={1, 2, 3})

        refused = self.read(server, times=5)
        server.withheld = set()
        read = self.read(server)

        self.assertIn("LIMIT rate exceeded", refused.trouble)
        self.assertEqual((read.came_in, read.drafted, read.trouble), (3, 3, ""))

    def test_one_mail_is_given_up_when_others_are_handed_out_again_and_again(self):
        server = Server(*(mail(text=text) for text in STORIES), withheld={1})

        counts = [self.read(server).came_in for _time in range(4)]

        self.assertEqual(counts, [0, 0, 0, 3])
        letter = Letter.objects.get(kept="head")
        self.assertIn("邮件服务器", letter.reason)
        self.assertEqual((letter.text, letter.sender_address), ("", "lin@union.example"))

    def test_a_mail_that_was_given_up_is_read_when_it_comes_whole(self):
        server = Server(*(mail(text=text) for text in STORIES), withheld={1})
        self.read(server, times=4)
        [head] = [letter.raw.name for letter in Letter.objects.filter(kept="head")]

        server.withheld = set()
        with self.captureOnCommitCallbacks(execute=True):
            read = self.read(server, validity=8)

        self.assertEqual((read.drafted, Letter.objects.count(), Article.objects.count()), (1, 3, 3))
        self.assertFalse(Letter.objects.filter(kept="head").exists())
        self.assertFalse(default_storage.exists(head))

    def test_one_mail_without_message_id_that_was_given_up_is_not_doubled(self):
        server = Server(mail(text=STORY, Message_ID=""), mail(text=STORIES[1]), withheld={1})
        self.read(server, times=4)

        server.withheld = set()
        self.read(server, validity=8)

        self.assertEqual(Letter.objects.count(), 2)


class PoisonTests(ServerCase):
    def test_without_the_servers_date_a_mail_comes_in_now(self):
        server = Server(*(mail(text=text) for text in STORIES))
        server.lacking = {(1, b"INTERNALDATE"), (2, b"RFC822.SIZE")}

        read = self.read(server)

        self.assertEqual((read.came_in, read.drafted, Mailbox.objects.get().last_uid), (3, 3, 3))

    def test_a_senseless_date_is_now(self):
        for date in (None, datetime(1, 1, 1, tzinfo=UTC), "yesterday"):
            came_at = heads.Head(1, {b"INTERNALDATE": date}).received_at
            self.assertLess(timezone.now() - came_at, timedelta(minutes=1))

    def test_a_mail_that_cannot_be_kept_at_all_is_read_past(self):
        server = Server(*(mail(text=text) for text in STORIES))
        once = [ValueError, mock.DEFAULT, mock.DEFAULT]
        with (
            mock.patch.object(fetching, "keep", side_effect=once, wraps=keeping.keep),
            mock.patch.object(fetching, "keep_bare", side_effect=ValueError),
            self.assertLogs("intake.mail.fetching", "ERROR"),
        ):
            read = self.read(server)

        self.assertEqual((read.came_in, Mailbox.objects.get().last_uid), (2, 3))

    def test_whatever_goes_wrong_is_said_of_the_mailbox(self):
        with mock.patch("intake.mail.fetching.new_numbers", side_effect=ZeroDivisionError):
            read = self.read(Server())

        self.assertEqual(Mailbox.objects.get().trouble, read.trouble)
        self.assertIn("日志", read.trouble)

    def test_a_database_that_takes_one_story_not_takes_the_others(self):
        server = Server(*(mail(text=text) for text in STORIES))
        once = [DataError, mock.DEFAULT, mock.DEFAULT]
        failing = mock.patch.object(drafting, "receive", side_effect=once, wraps=drafting.receive)
        with failing, self.assertLogs("intake.mail.drafting", "ERROR"):
            read = self.read(server)

        self.assertEqual((read.came_in, read.drafted), (3, 2))


class LongPauseTests(ServerCase):
    def test_a_mailbox_that_was_empty_forgets_no_day(self):
        month = timedelta(days=30)
        with mock.patch("django.utils.timezone.now", return_value=timezone.now() - month):
            self.read(Server())
            first = timezone.localdate()

        server = Server(mail(text=STORY))
        self.read(server)

        [[word, day]] = server.searched
        self.assertEqual(word, "SINCE")
        self.assertLess(day, first)


class DeadlineTests(ServerCase):
    def test_a_run_stops_between_mails_and_goes_on_the_next_time(self):
        server = Server(*(mail(text=text) for text in STORIES))
        with mock.patch.object(fetching, "SECONDS", -1):
            self.assertEqual(self.read(server).came_in, 0)

        self.assertEqual(self.read(server).came_in, 3)


class RoomTests(ServerCase):
    def test_no_mails_are_fetched_onto_a_full_disk(self):
        with mock.patch.object(keeping, "LEAST_FREE", 2**60):
            read = self.read(Server(mail(text=STORY)))

        self.assertEqual((read.came_in, Mailbox.objects.get().last_uid), (0, 0))
        self.assertIn("存储空间不足", read.trouble)

    @override_settings(INTAKE_MAIL_SENDERS=["union.example"])
    def test_of_strangers_only_headers_and_text_are_kept(self):
        files = [("稿件.docx", document())]
        self.read(Server(mail(text="请审阅", files=files, sender="生人 <a@elsewhere.example>", subject="来稿")))

        letter = Letter.objects.get()
        self.assertEqual((letter.kept, letter.text.strip(), letter.files[0].name), ("cut", "请审阅", "稿件.docx"))
        self.assertLess(letter.raw.size, 1000)
        self.assertIn(b"Subject:", keeping.raw_of(letter))
