from datetime import UTC, datetime, timedelta
from unittest import mock

from articles.models import Article
from intake.mail import fetching
from intake.mail.reading import read_mailbox
from intake.models import Letter, Mailbox
from tests.intake.mail.mailbox import MailboxTestCase
from tests.intake.mail.mails import STORY, mail, with_photos


class FetchingTests(MailboxTestCase):
    def test_a_mail_is_read_once(self):
        self.read(mail(text=STORY))

        read = self.read()

        self.assertEqual((read.came_in, Letter.objects.count(), Article.objects.count()), (0, 1, 1))

    def test_leaves_the_mailbox_as_it_was(self):
        self.read(mail(text=STORY))

        self.peer.select_folder("INBOX")
        flags = {flag for mine in self.peer.get_flags(self.peer.search()).values() for flag in mine}
        self.assertNotIn(b"\\Seen", flags)

    def test_a_mail_that_a_colleague_deletes_meanwhile_is_passed_over(self):
        self.read(mail(text=STORY))
        self.peer.select_folder("INBOX")
        self.peer.delete_messages(self.peer.search())
        self.peer.expunge()

        read = self.read(mail(subject="第二封", text="请问稿件收到了吗？"))

        self.assertEqual((read.came_in, Letter.objects.count()), (1, 2))

    def test_killed_after_a_mail_was_kept_it_neither_loses_nor_doubles_it(self):
        self.receive(with_photos("夜校现场。.jpg"))
        self.receive(mail(subject="第二封", text="请问稿件收到了吗？"))
        with self.broken_off("intake.models.Mailbox.read_up_to"), self.assertRaises(KeyboardInterrupt):
            read_mailbox()

        read_mailbox()

        self.assertEqual((Letter.objects.count(), Article.objects.count()), (2, 1))

    def test_killed_while_a_draft_is_made_it_makes_it_the_next_time(self):
        self.receive(mail(text=STORY))
        with self.broken_off("intake.mail.drafting.receive"), self.assertRaises(KeyboardInterrupt):
            read_mailbox()

        read = read_mailbox()

        self.assertEqual((read.came_in, read.drafted, Article.objects.count()), (0, 1, 1))

    def test_a_mail_that_kills_the_worker_every_time_is_given_up(self):
        self.receive(mail(text=STORY))
        for _time in range(3):
            with self.broken_off("intake.mail.drafting.receive"), self.assertRaises(KeyboardInterrupt):
                read_mailbox()

        read_mailbox()

        self.assertIn("反复中断", Letter.objects.get().reason)

    def test_one_bad_mail_stops_no_other(self):
        self.receive(mail(subject="第一封", text=STORY))
        self.receive(mail(subject="第二封", text=STORY.replace("夜校", "学堂")))
        with (
            mock.patch("intake.mail.drafting.story_of", side_effect=[ValueError, None]),
            self.assertLogs("intake.mail.drafting", "ERROR"),
        ):
            read_mailbox()

        self.assertEqual([bool(letter.read_at) for letter in Letter.objects.all()], [True, True])

    def test_a_mail_that_cannot_even_be_kept_as_it_is_keeps_no_other_waiting(self):
        self.receive(mail(subject="第一封", text=STORY))
        self.receive(mail(subject="第二封", text=STORY))
        said = {"side_effect": [ValueError, None]}
        with mock.patch.object(fetching, "fetch_one", **said), self.assertLogs("intake.mail.fetching", "ERROR"):
            read_mailbox()

        self.assertIn("失败", Letter.objects.get().reason)
        self.assertEqual(Mailbox.objects.get().last_uid, 2)

    def test_takes_only_so_many_at_once_and_the_rest_the_next_time(self):
        for number in range(5):
            self.receive(mail(subject=f"第{number}封", text="请问稿件收到了吗？"))

        with mock.patch.object(fetching, "MOST_MAILS", 3), mock.patch.object(fetching, "AT_ONCE", 2):
            counts = [read_mailbox().came_in for _time in range(3)]

        self.assertEqual(counts, [3, 2, 0])

    def test_leaves_the_old_mails_of_a_mailbox_where_they_are(self):
        self.receive(mail(subject="去年", text=STORY), at=datetime.now(UTC) - timedelta(days=365))
        self.receive(mail(subject="昨天", text="请问稿件收到了吗？"), at=datetime.now(UTC) - timedelta(days=1))
        read_mailbox()

        read = self.read(mail(subject="今天", text="请问稿件收到了吗？"))

        self.assertEqual((read.came_in, Letter.objects.count()), (1, 2))

    def test_a_mail_larger_than_allowed_is_kept_by_its_headers(self):
        with mock.patch.object(fetching, "LARGEST", 2000):
            self.read(with_photos("夜校现场。.jpg", subject="投稿：夜校"))

        letter = Letter.objects.get()
        self.assertEqual((letter.subject, letter.article, letter.attachments.count()), ("投稿：夜校", None, 0))
        self.assertIn("未下载", letter.reason)

    def test_mails_without_number_of_their_own_are_known_by_their_bytes(self):
        one, other = mail(text=STORY, Message_ID=""), mail(text="请问稿件收到了吗？", Message_ID="")
        self.read(one, one, other)

        self.assertEqual(Letter.objects.count(), 2)

    def test_two_mails_of_one_number_are_two_where_they_say_something_else(self):
        said = {"Message_ID": "<1@broken.example>", "text": "请问稿件收到了吗？"}
        self.read(mail(subject="第一封", **said), mail(subject="第二封", **said))

        self.assertEqual(Letter.objects.count(), 2)


class FolderTests(MailboxTestCase):
    folder = "来稿"

    def test_knows_the_mails_again_when_the_server_numbers_them_anew(self):
        message = mail(text=STORY)
        self.read(message)
        before = Mailbox.objects.get().uid_validity
        self.peer.delete_folder(self.folder)
        self.peer.create_folder(self.folder)

        read = self.read(message, mail(subject="第二封", text="请问稿件收到了吗？"))

        self.assertNotEqual(Mailbox.objects.get().uid_validity, before)
        self.assertEqual((read.came_in, Letter.objects.count(), Article.objects.count()), (1, 2, 1))
