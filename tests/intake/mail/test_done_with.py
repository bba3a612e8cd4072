import io
import zipfile
from datetime import timedelta
from unittest import mock

from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from desk.models import AuditEntry
from intake.drafting.enclosures import enclose
from intake.mail.handing_on import hand_on, packed
from intake.mail.keeping import cut_old, raw_of
from intake.manuscripts import Manuscript
from intake.models import Letter
from intake.receiving import read_text, receive
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_user
from tests.intake.mail.letters import make_letter
from tests.intake.mail.mails import STORY, document, mail, with_photos


def address(letter, act="change"):
    return reverse(f"admin:intake_letter_{act}", args=[letter.pk])


def state_of(letter):
    return Letter.objects.with_drafts().get(pk=letter.pk).state


def by_hand(letter, **said):
    """A draft that a colleague makes of a letter's first file."""
    manuscript = Manuscript("稿件", STORY, digest=letter.attachments.first().digest)
    return receive(STORY, read_text(STORY), name="稿件", enclosed=enclose(manuscript, for_page=False), **said).articles[
        0
    ]


class SettlingTests(TestCase):
    def setUp(self):
        self.colleague, self.other = make_user(group=EDITOR), make_user(group=EDITOR)
        self.client.force_login(self.colleague)

    def test_only_a_letter_that_waits_is_settled_and_the_first_counts(self):
        waiting, drafted = make_letter(mail()), make_letter(mail(text=STORY))

        done = [waiting.settle(by=self.colleague), waiting.settle(by=self.other), drafted.settle(by=self.other)]

        self.assertEqual(done, [True, False, False])
        self.assertEqual(Letter.objects.get(pk=waiting.pk).settled_by, self.colleague)
        self.assertIsNone(Letter.objects.get(pk=drafted.pk).settled_at)

    def test_the_second_is_told(self):
        letter = make_letter(mail())
        letter.settle(by=self.other)

        self.assertContains(self.client.post(address(letter, "settle"), follow=True), "已不在待处理状态")

    def test_it_is_taken_up_again_and_the_log_tells(self):
        letter = make_letter(mail())
        letter.settle(by=self.other)

        self.assertContains(self.client.get(address(letter)), "重新处理")
        self.client.post(address(letter, "take_up"))

        self.assertEqual(state_of(letter), "waiting")
        self.assertEqual(
            list(AuditEntry.objects.filter(kind="letter").values_list("verb", flat=True)), ["take_up", "settle"]
        )

    def test_a_letter_whose_draft_is_deleted_waits_again(self):
        letter = make_letter(mail(files=[("短.docx", document("短"))]))
        letter.settle(by=self.colleague)
        hand_on(letter, by=self.colleague)
        by_hand(letter)
        self.assertEqual(state_of(letter), "drafted")

        Article.objects.all().delete()

        self.assertEqual(state_of(letter), "waiting")


class CuttingTests(TestCase):
    def test_what_was_done_with_long_ago_keeps_headers_and_text(self):
        letter, waiting = make_letter(with_photos("a.jpg", subject="甲")), make_letter(mail(subject="乙"))
        Article.objects.all().delete()
        letter.settle(by=make_user())
        later = mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=91))
        with later, self.captureOnCommitCallbacks(execute=True):
            cut_old()

        letter.refresh_from_db()
        self.assertEqual((letter.kept, letter.attachments.count()), ("cut", 2))
        self.assertLess(len(raw_of(letter)), 1000)
        self.assertTrue(Letter.objects.get(pk=waiting.pk).is_whole)

    def test_not_before_and_not_where_they_are_kept_for_ever(self):
        letter = make_letter(mail())
        letter.settle(by=make_user())
        cut_old()
        Letter.objects.update(settled_at=timezone.now() - timedelta(days=900))
        with override_settings(INTAKE_MAIL_KEEP_DAYS=0):
            cut_old()

        self.assertTrue(Letter.objects.get().is_whole)

    def test_files_that_are_not_here_are_no_links(self):
        letter = make_letter(mail(Auto_Submitted="auto-replied", files=[("稿件.docx", document())]))
        self.client.force_login(make_user(group=EDITOR))

        page = self.client.get(address(letter))

        self.assertContains(page, "请到邮箱中查看")
        self.assertNotContains(page, reverse("admin:intake_letter_file", args=[letter.pk, 1]))

    def test_a_superuser_erases_a_letter_and_the_log_tells(self):
        letter = make_letter(mail(text=STORY))
        self.client.force_login(make_user(is_superuser=True))

        self.client.post(address(letter, "delete"), {"post": "yes"})

        self.assertEqual((Letter.objects.count(), Article.objects.count()), (0, 1))
        self.assertEqual(AuditEntry.objects.get(verb="erase").key, str(letter.pk))


class StrangerTests(TestCase):
    def test_who_sends_what_is_drafted_already_stands_apart(self):
        article = make_letter(mail(text=STORY)).article
        make_letter(mail(text=STORY, subject="请改成", sender="生人 <a@evil.example>"))
        self.client.force_login(make_user(group=EDITOR))

        form = self.client.get(reverse("admin:articles_article_change", args=[article.pk]))

        self.assertContains(form, "再次来稿")
        self.assertEqual(form.content.decode().count("letter-text"), 1)
        self.assertEqual(Letter.objects.that_brought(article).count(), 1)

    def test_and_so_does_who_sends_its_very_file(self):
        said = {"files": [("稿件.docx", document())]}
        article = make_letter(mail(**said)).article
        again = make_letter(mail(subject="再来", **said))

        self.assertEqual((again.article, again.repeats), (None, article))
        self.assertNotIn(again, Letter.objects.that_brought(article))

    def test_it_repeats_the_draft_of_its_first_story(self):
        two = STORY + "\n\n送清凉到工地\n本报讯 记者何青报道 天热了，区总工会给工友送来凉茶和毛巾，大家都说解暑。\n"
        reading = read_text(two)
        receive(two, reading, name="x", stories={1: reading.stories[1]})
        letter = make_letter(mail(text=two))

        again = make_letter(mail(text=two, subject="再来"))

        self.assertEqual(again.repeats, letter.article)
        self.assertEqual(again.repeats.headline, reading.stories[0].headline)


class HandMadeTests(TestCase):
    def test_the_desk_of_a_draft_made_by_hand_sees_its_letter(self):
        desk = make_desk()
        letter = make_letter(mail(files=[("短.docx", document("短"))]))
        make_letter(mail(files=[("另.docx", document("另"))]))
        by_hand(letter, desk=desk)

        self.assertEqual(list(Letter.objects.visible_to(make_user(group=REPORTER, desk=desk))), [letter])
        self.assertEqual(list(Letter.objects.visible_to(make_user(group=REPORTER, desk=make_desk()))), [])

    def test_beside_a_draft_of_nobodys_letter_there_is_none(self):
        make_letter(mail())

        self.assertEqual(list(Letter.objects.that_brought(make_article())), [])


class PackingTests(TestCase):
    def test_no_two_files_of_a_zip_have_one_name(self):
        files = [("a.txt", b"1"), ("3-a.txt", b"2"), ("a.txt", b"3"), ("a.txt", b"4")]

        with zipfile.ZipFile(io.BytesIO(packed(files))) as archive:
            self.assertEqual(archive.namelist(), ["a.txt", "3-a.txt", "4-a.txt", "5-a.txt"])
            self.assertEqual([archive.read(name) for name in archive.namelist()], [b"1", b"2", b"3", b"4"])
