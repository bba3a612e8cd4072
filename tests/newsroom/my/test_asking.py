from unittest import mock

from django.core import mail
from django.test import TestCase, override_settings

from desk.doors.tries import ALL_OWN_LINKS, OWN_LINK
from desk.models import Job
from intake.models import OwnLink
from tests.intake.contributing.forms import work
from tests.newsroom.my.people import PHONE, make_contribution, make_correspondent

MAIL = {"EMAIL_HOST": "127.0.0.1", "SITE_URL": "https://paper.example.com", "DEFAULT_FROM_EMAIL": "desk@example.com"}


@override_settings(**MAIL)
class AskingTests(TestCase):
    def ask(self, phone=PHONE):
        return self.client.post("/my/", {"phone": phone})

    def test_goes_to_the_address_in_the_register(self):
        person = make_correspondent(phone=PHONE, email="zhou@union.example")

        self.ask("+86 138-0013-8000")
        work()

        [sent] = mail.outbox
        self.assertEqual((sent.to, OwnLink.objects.get().contributor), (["zhou@union.example"], person))
        path = sent.body.partition("https://paper.example.com")[2].split()[0]
        self.assertEqual(self.client.get(path).status_code, 200)

    def test_goes_to_the_address_of_a_submission(self):
        one = make_contribution(email="zhou@union.example")

        self.ask()
        work()

        link = OwnLink.objects.get()
        self.assertEqual((mail.outbox[0].to, link.contribution), (["zhou@union.example"], one))
        self.assertIsNotNone(link.mailed_at)

    def test_one_answer_whether_the_phone_is_known_or_not(self):
        make_contribution(email="zhou@union.example")

        known, unknown = self.ask(), self.ask("13900139000")
        work()

        self.assertEqual((known.status_code, known.content), (unknown.status_code, unknown.content))
        self.assertEqual(len(mail.outbox), 1)

    def test_the_job_tells_nobody_the_phone(self):
        self.ask()

        self.assertNotIn(PHONE, str(Job.objects.get().details))

    def test_not_too_often(self):
        for _time in range(OWN_LINK.limit):
            self.assertEqual(self.ask().status_code, 200)

        self.assertEqual(self.ask().status_code, 429)

    def test_no_other_site_asks_in_a_readers_name(self):
        forged = self.client.post("/my/", {"phone": PHONE}, headers={"sec-fetch-site": "cross-site"})

        self.assertEqual((forged.status_code, Job.objects.count()), (403, 0))
        self.assertEqual(self.client.get("/my/", headers={"sec-fetch-site": "cross-site"}).status_code, 200)

    def test_all_together_ask_so_often(self):
        with mock.patch("intake.contributing.doors.ALL_OWN_LINKS", ALL_OWN_LINKS._replace(limit=1)):
            self.assertEqual(self.ask().status_code, 200)
            self.assertEqual(self.ask("13900139000").status_code, 429)

    def test_what_is_no_phone_is_told(self):
        self.assertContains(self.ask("不是号码"), "不是号码", status_code=400)

    @override_settings(EMAIL_HOST="")
    def test_without_a_mail_server_the_page_says_whom_to_ask(self):
        self.assertContains(self.client.get("/my/"), "编辑")
        self.ask()
        self.assertFalse(Job.objects.exists())
