from unittest import mock

from django.test import TestCase, override_settings
from django.urls import reverse

from articles.models import Article
from intake.apart import read_apart
from intake.mail import drafting, story
from intake.mail.opening import open_mail
from intake.models import Letter
from newsroom.groups import EDITOR
from tests.factories import make_user
from tests.intake.documents.samples import zipped
from tests.intake.mail.letters import make_letter
from tests.intake.mail.mails import MORE, STORY, document, mail


def junk(count, ending="bin"):
    return [(f"{number}.{ending}", b"\0\1 %d" % number) for number in range(count)]


class ManyFilesTests(TestCase):
    def test_of_thousands_of_files_two_hundred_are_taken(self):
        letter = make_letter(mail(text=STORY, files=junk(1000)))

        self.assertEqual(letter.attachments.count(), 200)
        self.assertIn("mail-many", letter.article.doubts.values_list("code", flat=True))

    def test_a_draft_has_a_handful_of_doubts_about_them(self):
        letter = make_letter(mail(text=STORY, files=junk(19)))

        said = list(letter.article.doubts.filter(code="mail-refused").values_list("message", flat=True))
        self.assertEqual((len(said), said[-1]), (6, "另有14项。"))

    def test_the_letter_names_twenty(self):
        with mock.patch.object(story, "MOST_DOCUMENTS", 100):
            letter = make_letter(mail(text=STORY, files=junk(60)))

        self.assertEqual(len(letter.refused.splitlines()), 21)

    def test_the_draft_shows_twenty_and_leads_to_the_rest(self):
        letter = make_letter(mail(text=STORY, files=junk(60)))
        self.client.force_login(make_user(group=EDITOR))

        form = self.client.get(reverse("admin:articles_article_change", args=[letter.article_id]))

        self.assertContains(form, "letter-file-other", count=20)
        self.assertContains(form, "共60个文件")

    def test_parts_of_texts_are_no_files(self):
        many = mail(text="甲", files=[(f"{n}.txt", b"x", "text/plain") for n in range(250)])

        self.assertEqual((len(open_mail(bytes(many)).files), open_mail(bytes(many)).notes), (200, ("many",)))


class TimeTests(TestCase):
    def test_so_many_documents_are_read_and_no_more(self):
        with mock.patch.object(story, "read_apart", side_effect=read_apart) as read:
            letter = make_letter(mail(text=STORY, files=[(f"{n}.pdf", b"%%PDF-1.4 %d" % n) for n in range(25)]))

        self.assertEqual(read.call_count, 20)
        self.assertIn("另有5个文件未读取", letter.refused)
        self.assertEqual(letter.article, Article.objects.get())

    def test_a_letter_is_read_so_long_and_no_longer(self):
        clock = mock.Mock(**{"monotonic.return_value": 1000.0})

        def slowly(name, data, seconds):
            clock.monotonic.return_value += drafting.SECONDS - 0.5
            return read_apart(name, data, seconds)

        with (
            mock.patch.object(drafting, "time", clock),
            mock.patch.object(story, "time", clock),
            mock.patch.object(story, "read_apart", side_effect=slowly) as read,
        ):
            letter = make_letter(mail(files=[(f"{n}.docx", document(str(n) * 9)) for n in range(5)]))

        self.assertEqual(read.call_count, 1)
        self.assertIn("耗时过长", letter.refused)

    def test_each_document_may_take_what_is_left(self):
        with mock.patch.object(story, "read_apart", side_effect=read_apart) as read:
            make_letter(mail(files=[("稿件.docx", document())]))

        self.assertLessEqual(read.call_args.args[2], drafting.SECONDS)


class NameTests(TestCase):
    def test_a_name_in_a_zip_turns_no_sentence_around(self):
        files = [("一.docx", document()[:99]), ("\u202e二\x07.docx", b"\xd0\xcf\x11\xe0junk")]
        letter = make_letter(mail(text=STORY, files=[("稿件.zip", zipped(*files, ("三.txt", STORY.encode())))]))

        said = letter.refused + "".join(letter.article.doubts.values_list("message", flat=True))
        self.assertIn("二", said)
        self.assertNotIn("\u202e", said)
        self.assertNotIn("\x07", said)


class PlainMailTests(TestCase):
    NOTE = (
        "编辑老师：您好！请以这一版为准，前面发的那一版里面数字有误，已经核对改正，麻烦您了。"
        "如有问题请随时联系我，电话在下面，谢谢您的支持和帮助。祝工作顺利！"
    )

    def test_words_about_a_story_are_none(self):
        for text in (self.NOTE, self.NOTE.replace("！请", "！\n请").replace("。祝", "。\n祝")):
            letter = make_letter(mail(subject="补充说明", text=text))
            self.assertEqual((letter.article, letter.reason), (None, "邮件中没有稿件。"), text)

    def test_a_long_text_is_one_without_dateline_and_byline(self):
        text = "区总工会的夜校开设了电工、焊工、烘焙、书法四门课程，每周二、周四晚上开课，学员不用交学费。" * 5

        self.assertTrue(make_letter(mail(subject="夜校", text=text)).article)

    def test_a_short_one_with_a_dateline_is_one(self):
        text = f"本报讯 {MORE}大家都说收获很大。"

        self.assertTrue(make_letter(mail(subject="夜校", text=text)).article)


class SenderTests(TestCase):
    def sender(self, *lines):
        opened = open_mail(b"\r\n".join([*(b"From: " + line.encode() for line in lines), b"", b""]))
        return opened.sender_address, opened.has_one_sender

    def test_the_address_is_what_stands_last_in_brackets(self):
        for line in ("a@good.example <b@evil.example>", "<a@good.example> <b@evil.example>"):
            self.assertEqual(self.sender(line), ("b@evil.example", False))

    def test_of_two_lines_or_two_addresses_none_is_believed(self):
        self.assertEqual(self.sender("a@good.example", "b@evil.example"), ("a@good.example", False))
        self.assertFalse(self.sender("a@good.example, b@evil.example")[1])
        self.assertFalse(self.sender("=?utf-8?q?a=40good=2Eexample?=")[1])

    def test_usual_ones_are(self):
        usual = ["a@b.example", "林岚 <a@b.example>", '"x@y.example" <a@b.example>', "A@b.example <a@b.example>"]
        for line in usual:
            self.assertEqual(self.sender(line), ("a@b.example", True), line)

    @override_settings(INTAKE_MAIL_SENDERS=["good.example"])
    def test_a_forged_sender_waits(self):
        for sender in ("a@good.example <b@evil.example>", "<a@good.example> <b@evil.example>"):
            data = bytes(mail(text=STORY, sender="x@y.example")).replace(b"x@y.example", sender.encode())
            self.assertIsNone(make_letter(data).article)

        self.assertEqual(Letter.objects.filter(reason__contains="INTAKE_MAIL_SENDERS").count(), 2)
