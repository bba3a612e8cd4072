from articles.models import Article
from intake.models import Letter
from tests.intake.documents.samples import photo, zipped
from tests.intake.mail.mailbox import MailboxTestCase
from tests.intake.mail.mails import STORY, document, mail, written


class WaitingLetterTests(MailboxTestCase):
    def reason(self, message):
        """Why there is no draft of it."""
        self.read(message)
        letter = Letter.objects.get()
        self.assertEqual((Article.objects.count(), letter.article), (0, None))
        self.assertTrue(letter.read_at)
        return letter.reason

    def test_photos_without_story(self):
        message = mail(text="照片见附件", files=[("现场.jpg", photo(), "image/jpeg")])

        self.assertEqual(self.reason(message), "只有图片，没有稿件。")

    def test_an_empty_mail(self):
        self.assertEqual(self.reason(mail()), "邮件中没有稿件。")

    def test_a_question(self):
        self.assertEqual(self.reason(mail(text="老师好，请问昨天的稿件收到了吗？谢谢！")), "邮件中没有稿件。")

    def test_a_broken_document(self):
        message = mail(text="见附件", files=[("稿件.docx", zipped(("[Content_Types].xml", b"<")))])

        self.assertIn("都无法读取", self.reason(message))
        self.assertIn("稿件.docx", Letter.objects.get().refused)

    def test_an_answer_of_a_machine(self):
        self.assertIn("自动回复", self.reason(mail(text=STORY, Auto_Submitted="auto-replied")))

    def test_a_sender_who_is_not_on_the_list(self):
        self.configure(senders=["union.example"])

        self.assertIn("INTAKE_MAIL_SENDERS", self.reason(mail(text=STORY, sender="生人 <a@elsewhere.example>")))

    def test_senders_on_the_list_by_address_and_by_domain(self):
        self.configure(senders=["@Union.example", "he@elsewhere.example"])

        self.read(mail(text=STORY, sender="lin@UNION.example"))
        self.read(mail(text=STORY.replace("夜校", "学堂"), sender="何青 <he@elsewhere.example>"))

        self.assertEqual(Article.objects.count(), 2)

    def test_a_mail_of_no_sense_at_all(self):
        self.reason(written([b"Subject: =?x?B?////?=", b"\xfa\xfb: \x01"], b"\xff\x01\x80" * 50, charset="martian"))

    def test_outlooks_packing_is_named_and_kept(self):
        message = mail(text="见附件", files=[("winmail.dat", b"\x78\x9f\x3e\x22" * 9, "application/ms-tnef")])

        self.reason(message)
        self.assertIn("“winmail.dat”是Outlook专用的打包格式", Letter.objects.get().refused)
        self.assertEqual(Letter.objects.get().attachments.get().name, "winmail.dat")

    def test_what_could_not_be_read_beside_a_story_is_a_doubt(self):
        self.read(mail(files=[("稿件.docx", document()), ("视频.mp4", b"\0\0\0\x18ftypmp42" * 9, "video/mp4")]))

        doubt = Article.objects.get().doubts.get(code="mail-refused")
        self.assertIn("视频.mp4", doubt.message)

    def test_large_files_on_another_server_are_a_doubt(self):
        self.read(mail(text=f"{STORY}\n从QQ邮箱发来的超大附件\n照片.zip (120M)"))

        self.assertIn("mail-elsewhere", Article.objects.get().doubts.values_list("code", flat=True))
