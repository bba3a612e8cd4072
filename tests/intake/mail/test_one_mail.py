from articles.models import Article
from bylines.models import Contributor
from intake.models import Attachment, Letter
from tests.factories import make_contributor
from tests.intake.documents.samples import photo, zipped
from tests.intake.mail.mailbox import MailboxTestCase
from tests.intake.mail.mails import GREETING, HEADLINE, MORE, STORY, TEXT, document, mail, with_photos


class OneMailTests(MailboxTestCase):
    def test_a_document_with_two_photos_is_one_draft(self):
        make_contributor(name="林岚")
        read = self.read(with_photos("夜校现场。通讯员何青 摄.jpg", "DSC_0002.jpg"))

        article = Article.objects.get()
        captions = [shown.photo.caption for shown in article.illustrations.all()]
        self.assertEqual((read.came_in, read.drafted, read.trouble), (1, 1, ""))
        self.assertEqual((article.headline, article.dateline), (HEADLINE, "本报讯"))
        self.assertEqual(captions, ["夜校现场。", ""])
        self.assertEqual([byline.name for byline in article.bylines.all()], ["林岚"])
        self.assertIsNone(article.created_by)

    def test_the_letter_keeps_what_came_with_the_story(self):
        self.read(with_photos("夜校现场。通讯员何青 摄.jpg", subject="投稿：夜校"))

        letter = Letter.objects.get()
        files = letter.attachments.values_list("name", "kind")
        self.assertEqual((letter.sender, letter.subject), ("林岚 <lin@union.example>", "投稿：夜校"))
        self.assertEqual((letter.text.strip(), letter.article), (GREETING, Article.objects.get()))
        self.assertEqual(list(files), [("稿件.docx", "document"), ("夜校现场。通讯员何青 摄.jpg", "photo")])

    def test_a_mail_without_document_is_read_from_its_text(self):
        self.read(mail(text=STORY))

        article = Article.objects.get()
        self.assertEqual((article.headline, article.dateline), (HEADLINE, "本报讯"))
        self.assertIn("四门课程", article.body)

    def test_the_subject_stands_in_for_a_headline(self):
        self.read(mail(subject="Fw: 投稿：下班以后上夜校", text=f"{TEXT}\n{MORE}"))

        article = Article.objects.get()
        self.assertEqual(article.headline, "下班以后上夜校")
        self.assertIn("mail-subject", article.doubts.values_list("code", flat=True))

    def test_further_documents_are_said_and_not_drafted(self):
        other = document("送清凉到工地", "本报讯 天热了，区总工会给工友送来凉茶和毛巾，大家都说解暑。" * 4)
        self.read(mail(files=[("一.docx", document()), ("二.docx", other)]))

        doubt = Article.objects.get().doubts.get(code="mail-others")
        self.assertIn("二.docx", doubt.message)

    def test_a_second_story_of_the_document_is_said_and_not_drafted(self):
        two = f"{STORY}\n\n\n送清凉到工地\n本报讯 通讯员何青报道 天热了，区总工会给工友送来凉茶。大家都说解暑。\n"
        self.read(mail(files=[("两篇.txt", two.encode(), "text/plain")]))

        self.assertEqual(Article.objects.get().headline, HEADLINE)
        self.assertIn("送清凉到工地", Article.objects.get().doubts.get(code="mail-others").message)

    def test_the_photos_of_a_zip_belong_to_the_story_beside_it(self):
        photos = zipped(("夜校现场。.jpg", photo(size=(900, 600))), ("夜校教室。.jpg", photo(size=(800, 600))))
        self.read(mail(files=[("稿件.docx", document()), ("照片.zip", photos)]))

        self.assertEqual(Article.objects.get().illustrations.count(), 2)

    def test_a_scrap_is_not_taken_for_the_story(self):
        self.read(mail(text=STORY, files=[("账号.txt", "开户行：江畔支行\n户名：林岚".encode(), "text/plain")]))

        self.assertEqual(Article.objects.get().headline, HEADLINE)

    def test_a_logo_in_the_signature_is_no_photo(self):
        message = mail(html=f"<p>{HEADLINE}</p><p>{TEXT}</p><p>{MORE}</p><img src='cid:logo'>")
        message.add_related(photo(size=(120, 60)), maintype="image", subtype="png", cid="<logo>")
        self.read(message)

        self.assertEqual(Article.objects.get().illustrations.count(), 0)
        self.assertEqual(Attachment.objects.get().kind, Attachment.Kind.SMALL)

    def test_a_story_passed_on_as_a_mail_in_a_mail_is_read(self):
        inner = mail(subject="来稿", files=[("稿件.docx", document())])
        outer = mail(subject="转发：来稿", text="请处理。")
        outer.add_attachment(inner)
        self.read(outer)

        self.assertEqual(Article.objects.get().headline, HEADLINE)

    def test_a_story_that_came_before_leads_to_its_draft(self):
        self.read(mail(text=STORY))
        read = self.read(mail(subject="再次投稿", text=STORY))

        first, again = Letter.objects.order_by("pk")
        self.assertEqual((read.came_in, read.drafted), (1, 0))
        self.assertEqual((first.article, again.article, again.repeats), (Article.objects.get(), None, first.article))

    def test_nobody_enters_the_register_or_founds_a_column_by_mail(self):
        self.read(mail(text=f"【一线故事】\n{STORY}"))

        article = Article.objects.get()
        self.assertEqual((Contributor.objects.count(), article.column), (0, None))
        self.assertIn("name-unknown", article.doubts.values_list("code", flat=True))
