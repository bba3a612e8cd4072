from datetime import timedelta
from io import StringIO
from unittest import mock

from django.core.management import CommandError, call_command
from django.utils import timezone
from imapclient import IMAPClient

from desk.duties import DUTIES
from intake.mail.connection import Client
from intake.mail.reading import read_mailbox, read_when_due
from intake.models import Letter, Mailbox
from tests.intake.mail.mailbox import MailboxTestCase
from tests.intake.mail.mails import STORY, mail
from tests.servers.office import free_port


class MailboxTests(MailboxTestCase):
    def trouble(self, **settings):
        """What is said of a mailbox with these settings."""
        self.configure(**settings)
        with self.assertLogs("intake.mail.reading", "WARNING") as logged:
            read = read_mailbox()
        self.assertIn(read.trouble, logged.output[0])
        self.assertEqual(Mailbox.objects.get(failures=1).trouble, read.trouble)
        return read.trouble

    def test_says_its_name_before_a_folder_is_opened(self):
        def select(*_arguments, **_options):
            self.assertEqual(said.call_args.args[0]["name"], "newsroom")
            raise OSError("enough")

        with (
            mock.patch.object(IMAPClient, "id_") as said,
            mock.patch.object(IMAPClient, "select_folder", side_effect=select),
        ):
            self.assertIn("enough", self.trouble())

    def test_says_that_the_password_is_wrong_and_not_which(self):
        said = self.trouble(password="wrong-word")

        self.assertIn("拒绝登录", said)
        self.assertNotIn("wrong-word", said)

    def test_says_that_the_server_is_away(self):
        self.assertIn("无法读取邮箱", self.trouble(port=free_port()))

    def test_says_that_there_is_no_such_folder(self):
        self.assertIn("无法读取邮箱", self.trouble(folder="没有"))

    def test_reads_over_tls(self):
        self.receive(mail(text=STORY))
        self.configure(ssl=True, port=self.server.ssl_port, host="localhost")

        with mock.patch.dict("os.environ", SSL_CERT_FILE=str(self.server.certificate)):
            self.assertEqual(read_mailbox().drafted, 1)

    def test_trusts_no_certificate_that_nobody_vouches_for(self):
        said = self.trouble(ssl=True, port=self.server.ssl_port, host="localhost")

        self.assertIn("certificate verify failed", said)

    def test_trusts_no_certificate_of_another_host(self):
        with mock.patch.dict("os.environ", SSL_CERT_FILE=str(self.server.certificate)):
            said = self.trouble(ssl=True, port=self.server.ssl_port, host="127.0.0.1")

        self.assertIn("certificate verify failed", said)

    def test_without_tls_from_the_first_it_is_taken_where_it_is_offered(self):
        self.receive(mail(text=STORY))
        self.configure(host="localhost")

        with (
            mock.patch("intake.mail.mailbox.is_on_this_machine", return_value=False),
            mock.patch.dict("os.environ", SSL_CERT_FILE=str(self.server.certificate)),
            mock.patch.object(Client, "starttls", autospec=True, side_effect=Client.starttls) as begun,
        ):
            self.assertEqual(read_mailbox().drafted, 1)
        self.assertEqual(begun.call_count, 1)

    def test_and_trusts_no_certificate_there_either(self):
        with mock.patch("intake.mail.mailbox.is_on_this_machine", return_value=False):
            self.assertIn("certificate verify failed", self.trouble(host="localhost"))

    def test_letters_that_are_here_are_read_though_the_server_is_away(self):
        self.receive(mail(text=STORY))
        with self.broken_off("intake.mail.drafting.receive"), self.assertRaises(KeyboardInterrupt):
            read_mailbox()
        self.configure(port=free_port())

        with self.assertLogs("intake.mail.reading", "WARNING"):
            self.assertEqual(read_mailbox().drafted, 1)

    def test_after_failures_it_is_tried_at_growing_distances(self):
        box = Mailbox.objects.create(name="a", looked_at=timezone.now() - timedelta(minutes=5))
        due = []
        for box.failures in (0, 1, 2, 3):
            due.append(box.is_due)

        self.assertEqual(due, [True, True, True, False])


class DutyTests(MailboxTestCase):
    def test_the_worker_reads_the_mailbox_each_minute(self):
        [duty] = [duty for duty in DUTIES if duty.call is read_when_due]
        self.receive(mail(text=STORY))

        duty.call()

        self.assertEqual((duty.every, Letter.objects.count()), (timedelta(minutes=1), 1))

    def test_without_a_host_there_is_no_mailbox(self):
        self.configure(host="")

        read_when_due()

        self.assertEqual(Mailbox.objects.count(), 0)
        with self.assertRaisesMessage(CommandError, "INTAKE_MAIL_HOST"):
            call_command("read_mail")

    def test_the_command_says_what_came(self):
        self.receive(mail(text=STORY))
        said = StringIO()

        call_command("read_mail", stdout=said)

        self.assertIn("收到来稿邮件1封，生成草稿1篇", said.getvalue())
