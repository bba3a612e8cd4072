from datetime import timedelta
from functools import partial
from smtplib import SMTPRecipientsRefused
from unittest import mock

from django.core import mail
from django.test import TestCase, TransactionTestCase, override_settings, skipUnlessDBFeature
from django.utils import timezone

from articles.filing import relist
from articles.publishing import restore, withdraw
from bylines.models import Byline, Role
from desk.models import Job
from intake.models import OptOut, OwnLink, PrintNotice
from newsroom.my.noticing import notice_prints
from tests.at_once import at_once
from tests.factories import correspondent, illustrate, make_page, make_photo, make_published, reporter
from tests.intake.contributing.forms import work
from tests.newsroom.my.people import make_contribution, make_correspondent
from tests.newsroom.my.test_asking import MAIL

HOUR = timedelta(hours=1)


@override_settings(**MAIL)
class NoticeTests(TestCase):
    def setUp(self):
        self.person = make_correspondent(name="周永卫", email="zhou@union.example")

    def printed(self, *, at=None, **fields):
        at = at or timezone.now() - HOUR
        return make_published(**{"headline": "夜校开课", "by": [correspondent("周永卫")], **fields}, at=at)

    def worker(self):
        notice_prints()
        work()

    def test_one_letter_with_the_links_for_one_story_and_person(self):
        story = self.printed(page=make_page())

        for _round in range(3):
            self.worker()

        [sent] = mail.outbox
        self.assertEqual(sent.to, ["zhou@union.example"])
        for words in (f"https://paper.example.com{story.get_absolute_url()}", "第02版", "/my/", "《夜校开课》"):
            self.assertIn(words, sent.body)
        self.assertIsNotNone(PrintNotice.objects.get().sent_at)

    def test_not_before_the_hour(self):
        story = self.printed(at=timezone.now() + HOUR)
        self.worker()
        self.assertEqual(mail.outbox, [])

        with mock.patch("django.utils.timezone.now", return_value=story.published_at + timedelta(seconds=1)):
            self.worker()
        self.assertEqual(len(mail.outbox), 1)

    def test_a_story_withdrawn_before_it_is_sent_is_no_news(self):
        story = self.printed()
        notice_prints()
        withdraw(story)

        work()
        restore(story)
        self.worker()

        self.assertEqual((mail.outbox, PrintNotice.objects.to_tell().count()), ([], 0))

    def test_old_print_is_no_news(self):
        self.printed(at=timezone.now() - timedelta(days=2))

        self.worker()

        self.assertFalse(PrintNotice.objects.exists())

    def test_tells_correspondents_and_photographers_of_theirs_and_no_reporters(self):
        photo = make_photo()
        Byline.objects.create(
            photo=photo, contributor=self.person, role=Role.PHOTOGRAPHER, standing=Role.CORRESPONDENT, name="周永卫"
        )
        story = self.printed(by=[reporter("李凡")])
        illustrate(article=story, photo=photo)
        relist(story)

        self.worker()

        self.assertEqual([notice.contributor for notice in PrintNotice.objects.all()], [self.person])

    def test_tells_whoever_handed_it_in_and_stands_in_no_register(self):
        story = self.printed(by=[reporter("李凡")])
        one = make_contribution(article=story, name="梁昊", email="liang@union.example")

        self.worker()
        self.worker()

        self.assertEqual([sent.to for sent in mail.outbox], [["liang@union.example"]])
        self.assertEqual(OwnLink.objects.get().contribution, one)

    def test_an_address_that_only_a_form_said_opens_nothing_of_the_register(self):
        self.person.private_details.delete()
        make_contribution(article=self.printed(), email="stranger@example.com")

        self.worker()

        self.assertEqual([sent.to for sent in mail.outbox], [["stranger@example.com"]])
        self.assertIsNone(OwnLink.objects.get().contributor)

    def test_who_wants_no_letters_gets_none(self):
        OptOut.objects.create(contributor=self.person)
        self.printed()

        self.worker()

        self.assertEqual((mail.outbox, PrintNotice.objects.to_tell().count()), ([], 0))

    def test_who_has_no_address_is_told_by_the_desk(self):
        self.person.private_details.delete()
        story = self.printed()

        self.worker()

        self.assertEqual([notice.article for notice in PrintNotice.objects.to_tell()], [story])
        withdraw(story)
        self.assertFalse(PrintNotice.objects.to_tell().exists())

    def test_an_address_that_the_server_refuses_is_told_by_the_desk(self):
        self.printed()
        refusal = SMTPRecipientsRefused({"zhou@union.example": (550, b"no such user")})
        with mock.patch("newsroom.my.letters.send", side_effect=refusal):
            self.worker()

        self.assertEqual(PrintNotice.objects.to_tell().count(), 1)
        self.assertFalse(OwnLink.objects.exists())

    def test_a_server_that_is_away_is_asked_again(self):
        self.printed()
        is_away = mock.patch("newsroom.my.letters.send", side_effect=ConnectionRefusedError)
        with is_away, self.assertLogs("desk.job_runner"):
            self.worker()
        Job.objects.update(due_at=timezone.now())

        self.worker()

        self.assertEqual((len(mail.outbox), OwnLink.objects.count()), (1, 1))

    @override_settings(PRINT_NOTICES=False)
    def test_a_paper_may_tell_nobody(self):
        self.printed()

        self.worker()

        self.assertFalse(PrintNotice.objects.exists())

    def test_costs_the_same_for_one_story_as_for_three(self):
        self.printed()
        self.worker()
        with self.assertNumQueries(5):
            notice_prints()
        for _one in range(2):
            self.printed()
        self.worker()
        with self.assertNumQueries(5):
            notice_prints()


@skipUnlessDBFeature("has_select_for_update")
class TwoWorkersTests(TransactionTestCase):
    def test_make_one_notice(self):
        make_correspondent(name="周永卫")
        make_published(by=[correspondent("周永卫")], at=timezone.now() - HOUR)

        at_once(*[partial(notice_prints)] * 2)

        self.assertEqual((PrintNotice.objects.count(), Job.objects.filter(kind="print_notice").count()), (1, 1))
