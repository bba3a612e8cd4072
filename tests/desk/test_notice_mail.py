from datetime import timedelta

from django.conf import settings
from django.core import mail
from django.test import TestCase, override_settings
from django.utils import timezone

from desk.job_runner import JobRunner
from desk.models import AuditEntry, Job, Paper
from desk.notice_mail import send_mail
from desk.notices import tell
from newsroom.groups import REPORTER
from tests.factories import make_article, make_desk, make_published, make_user
from tests.servers.smtp import MailServer

MAIL = {"EMAIL_HOST": "127.0.0.1", "SITE_URL": "https://desk.example.com", "DEFAULT_FROM_EMAIL": "desk@example.com"}


class MailTestCase(TestCase):
    def setUp(self):
        self.user = make_user(group=REPORTER, name="林岚", email="linlan@example.com")
        self.by = make_user(name="周敏")
        self.story = make_published(headline="工会送清凉", body="正文的话。")

    def tell(self, user=None, story=None, words="秘密的话"):
        tell([user or self.user], kind="sent-back", record=story or self.story, words=words, by=self.by)

    def jobs(self):
        return Job.objects.filter(kind="mail")

    def do(self):
        return send_mail(self.jobs().latest("pk").details)


@override_settings(**MAIL)
class PlanningTests(MailTestCase):
    def test_all_of_two_minutes_is_one_mail(self):
        self.tell()
        due = self.jobs().get().due_at
        self.tell(story=make_published())

        self.assertEqual(self.jobs().get().due_at, due)
        self.assertAlmostEqual(due, timezone.now() + timedelta(minutes=2), delta=timedelta(seconds=20))

    def test_costs_the_same_for_one_as_for_thirty(self):
        for number in (1, 30):
            users = [make_user(email="a@example.com") for _user in range(number)]
            for waiting in (False, True):
                with self.subTest(number=number, waiting=waiting), self.assertNumQueries(10 - waiting):
                    tell(users, kind="note", record=self.story)

        self.assertEqual(self.jobs().count(), 31)

    def test_who_was_mailed_already_gets_another_mail(self):
        self.tell()
        self.jobs().update(tries=1, done_at=timezone.now())

        self.tell(story=make_published())

        self.assertEqual(Job.objects.waiting().filter(kind="mail").count(), 1)

    def test_whoever_wants_a_digest_gets_it_in_the_morning(self):
        self.user.notices_by_mail = "daily"
        self.user.save()

        self.tell()

        due = timezone.localtime(self.jobs().get().due_at)
        self.assertEqual((due.hour, due.minute), (8, 0))
        self.assertLess(timezone.now(), due)

    def test_nothing_is_planned_for_who_wants_none_or_has_no_address(self):
        self.tell(make_user(email="a@example.com", notices_by_mail="none"))
        self.tell(make_user(email=""))

        self.assertFalse(self.jobs().exists())

    @override_settings(EMAIL_HOST="")
    def test_nothing_is_planned_without_a_server(self):
        self.tell()

        self.assertFalse(self.jobs().exists())


@override_settings(**MAIL)
class LetterTests(MailTestCase):
    def test_says_who_did_what_to_which_story_and_where_it_is(self):
        self.tell()
        self.do()

        [letter] = mail.outbox
        notice = self.user.notices.get()
        self.assertEqual((letter.to, letter.from_email), (["linlan@example.com"], "desk@example.com"))
        for words in ("退回", "工会送清凉", "周敏", f"https://desk.example.com/admin/notices/{notice.pk}/"):
            self.assertIn(words, letter.body)

    def test_holds_neither_the_storys_text_nor_what_was_said_of_it(self):
        self.tell()
        self.do()

        for secret in ("正文的话", "秘密的话"):
            self.assertNotIn(secret, mail.outbox[0].body)

    def test_says_nothing_of_what_the_reader_may_no_longer_see(self):
        self.tell(story=make_article(headline="别部门的稿", desk=make_desk()))

        self.assertEqual((self.do(), mail.outbox), ("没有未读的通知。", []))

    def test_what_was_read_meanwhile_is_not_sent_and_nothing_twice(self):
        self.tell()
        self.tell(story=make_published(headline="另一篇"))
        self.user.notices.filter(key=self.story.pk).read()

        self.assertEqual((self.do(), self.do()), ("已发送1条通知", "没有未读的通知。"))
        self.assertNotIn("工会送清凉", mail.outbox[0].body)

    def test_what_is_told_again_is_sent_again(self):
        for _time in range(2):
            self.tell()
            self.do()

        self.assertEqual(len(mail.outbox), 2)

    def test_the_papers_name_cannot_add_a_header(self):
        Paper.objects.update_or_create(pk=1, defaults={"name": "报\nBcc: x@example.com"})
        self.tell(story=make_published(headline="题\r\nBcc: y@example.com"))
        self.do()

        self.assertEqual(mail.outbox[0].recipients(), ["linlan@example.com"])
        self.assertNotIn("\n", mail.outbox[0].subject)

    def test_an_address_with_a_header_in_it_is_none(self):
        type(self.user).objects.filter(pk=self.user.pk).update(email="a@example.com\nBcc: x@example.com")
        self.tell()

        self.assertEqual((self.do(), mail.outbox), ("林岚没有有效的邮件地址。", []))

    def test_who_has_chosen_none_meanwhile_gets_none(self):
        self.tell()
        type(self.user).objects.update(notices_by_mail="none")

        self.assertEqual((self.do(), mail.outbox), ("不需要发送邮件。", []))


BY_SOCKET = {**MAIL, "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_USE_TLS": False}


@override_settings(**BY_SOCKET)
class ServerTests(MailTestCase):
    """Through a real server on a socket."""

    def test_a_letter_arrives(self):
        self.tell()
        with MailServer() as server, override_settings(EMAIL_PORT=server.port):
            self.assertEqual(self.do(), "已发送1条通知")

        [letter] = server.letters
        self.assertEqual((letter["to"], letter["auto-submitted"]), ("linlan@example.com", "auto-generated"))
        self.assertIn("工会送清凉", letter.get_content())

    def test_a_refused_address_is_told_and_not_tried_again(self):
        self.tell()
        refused = {"linlan@example.com": "550 no such user"}
        with MailServer(refused) as server, override_settings(EMAIL_PORT=server.port):
            self.assertEqual(self.do(), "林岚的地址被拒收：550 no such user")
            self.assertEqual(self.do(), "没有未读的通知。")

    def test_a_server_that_asks_to_come_back_later_is_asked_again(self):
        self.tell()
        later = {"linlan@example.com": "451 greylisted"}
        with MailServer(later) as server, override_settings(EMAIL_PORT=server.port), self.assertRaises(OSError):
            self.do()

        with MailServer() as server, override_settings(EMAIL_PORT=server.port):
            self.assertEqual(self.do(), "已发送1条通知")

    def test_a_dead_server_holds_up_no_act_and_the_job_is_tried_again(self):
        with MailServer() as server:
            pass
        with override_settings(EMAIL_PORT=server.port), self.assertLogs("desk.job_runner"):
            self.tell()
            self.work()

        self.assertEqual((self.jobs().get().state, self.jobs().get().tries), ("again", 1))
        with MailServer() as server, override_settings(EMAIL_PORT=server.port):
            self.work()
        self.assertEqual((self.jobs().get().state, len(server.letters)), ("done", 1))

    def work(self):
        """A worker comes by after the hour of the mail."""
        self.jobs().update(due_at=timezone.now())
        JobRunner("tests", silence=60).run_due()


class MySettingsTests(TestCase):
    def setUp(self):
        self.user = make_user(group=REPORTER, email="linlan@example.com")
        self.client.force_login(self.user)

    def test_everybody_chooses_how_often_mail_comes(self):
        self.client.post("/admin/my-settings/", {"notices_by_mail": "daily"})

        self.user.refresh_from_db()
        self.assertEqual(self.user.notices_by_mail, "daily")
        self.assertEqual(AuditEntry.objects.get(verb="change").verb, "change")

    def test_nobody_changes_anything_else_of_the_account_there(self):
        self.client.post("/admin/my-settings/", {"notices_by_mail": "none", "is_superuser": "on", "email": "x@y.cn"})

        self.user.refresh_from_db()
        self.assertEqual((self.user.is_superuser, self.user.email), (False, "linlan@example.com"))

    def test_refuses_what_is_no_choice(self):
        self.client.post("/admin/my-settings/", {"notices_by_mail": "hourly"})

        self.user.refresh_from_db()
        self.assertEqual(self.user.notices_by_mail, "at once")

    def test_says_that_the_newsroom_sends_no_mail(self):
        self.assertEqual(settings.EMAIL_HOST, "")
        self.assertContains(self.client.get("/admin/my-settings/"), "还没有启用邮件")
