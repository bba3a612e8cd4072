import io
from unittest import mock

import docx
from django.core.management import CommandError

from articles.models import Article
from intake.documents.refusal import DocumentRefused
from intake.models import Source
from media.imaging.refusal import PictureRefused
from media.models import Photo
from tests.intake.documents.samples import photo, raw_paragraph, run, saved, word, zipped
from tests.intake.documents.test_office import needs_libreoffice
from tests.intake.files import FilesTests

HEADLINE = "下了班上夜校"
TEXT = "本报讯 记者林岚报道 在江畔区的车间里，工人们度过了一个难忘的夜晚。"
CAPTION = "夜校现场。通讯员何青 摄"


def illustrated(*, caption=CAPTION, picture=None):
    """Headline, picture with its caption, text."""
    document = docx.Document()
    document.add_paragraph(HEADLINE)
    document.add_picture(io.BytesIO(picture or photo()))
    for text in (caption, TEXT, "大家都说收获很大。"):
        if text:
            document.add_paragraph(text)
    return saved(document)


class WordIntakeTests(FilesTests):
    def test_a_word_file_becomes_a_draft_with_its_photo(self):
        self.intake(self.write("来稿.docx", illustrated()))

        article = Article.objects.get()
        shown = article.illustrations.get().photo
        self.assertEqual((article.headline, article.dateline), (HEADLINE, "本报讯"))
        self.assertEqual((shown.caption, shown.printed_credit), ("夜校现场。", "通讯员何青 摄"))
        self.assertEqual([byline.name for byline in article.bylines.all()], ["林岚"])
        self.assertEqual(list(article.doubts.all()), [])

    def test_a_picture_without_caption_is_hung_too(self):
        self.intake(self.write("来稿.docx", illustrated(caption="")))

        self.assertEqual(Article.objects.get().illustrations.get().photo.caption, "")

    def test_a_caption_still_waits_where_its_picture_is_refused(self):
        with mock.patch("intake.drafting.enclosures.develop", side_effect=refuse_picture):
            self.intake(self.write("来稿.docx", illustrated()))

        codes = list(Article.objects.get().doubts.values_list("code", flat=True))
        self.assertEqual((codes, Photo.objects.count()), (["photo-to-come", "picture-refused"], 0))

    def test_says_what_was_left_out(self):
        def build(document):
            inside = f"{run('大家都说')}<w:ins w:id='1' w:author='甲'>{run('收获很大。')}</w:ins>"
            raw_paragraph(document, inside)

        self.intake(self.write("来稿.docx", word(HEADLINE, TEXT, build=build)))

        self.assertEqual(Article.objects.get().doubts.get().message, "修订已按接受处理：插入1处，删除0处。")

    def test_a_zip_of_text_and_photos_is_one_story(self):
        content = zipped(("稿件.docx", word(HEADLINE, TEXT)), ("夜校现场。通讯员何青 摄.jpg", photo()))

        self.intake(self.write("来稿.zip", content))

        shown = Article.objects.get().illustrations.get().photo
        self.assertEqual((shown.caption, shown.printed_credit), ("夜校现场。", "通讯员何青 摄"))

    def test_each_story_gets_its_own_picture(self):
        document = docx.Document()
        for headline, size in (("送清凉到工地", (300, 200)), ("给工友过节", (200, 300))):
            document.add_paragraph(headline)
            document.add_paragraph("本报讯 记者林岚报道 天热了，区总工会给工友送来凉茶。")
            document.add_picture(io.BytesIO(photo(size=size)))
            document.add_paragraph(f"{headline}的现场。记者林岚 摄")
            document.add_paragraph("")

        self.intake(self.write("来稿.docx", saved(document)))

        sizes = {a.headline: a.illustrations.get().photo.width for a in Article.objects.all()}
        self.assertEqual(sizes, {"送清凉到工地": 300, "给工友过节": 200})

    def test_the_same_file_again_is_recognised_without_being_read(self):
        file = self.write("来稿.docx", illustrated())
        self.intake(file)

        with mock.patch("intake.manuscripts.read_apart", side_effect=AssertionError):
            _said, warned = self.intake(file)

        self.assertIn("此前已收到", warned)
        self.assertEqual((Article.objects.count(), Source.objects.count(), Photo.objects.count()), (1, 1, 1))


def refuse_picture(*_):
    raise PictureRefused("damaged")


class RefusalTests(FilesTests):
    def assert_refused(self, sentence, name, data):
        with self.assertRaisesMessage(CommandError, sentence):
            self.intake(self.write(name, data))
        self.assertEqual(Article.objects.count(), 0)

    def test_are_said_in_one_sentence(self):
        for sentence, name, data in (
            ("“来稿.docx”已损坏或不完整", "来稿.docx", word(TEXT)[:-200]),
            ("“空.docx”是空文件", "空.docx", b""),
            ("“动画.gif”是GIF文件", "动画.gif", b"GIF89a"),
            ("“照片.zip”只有图片，没有文字", "照片.zip", zipped(("甲.jpg", photo()))),
        ):
            with self.subTest(name):
                self.assert_refused(sentence, name, data)

    def test_a_missing_libreoffice_is_said(self):
        refused = DocumentRefused("no_converter", kind="rtf")
        with mock.patch("intake.manuscripts.read_apart", side_effect=refused):
            self.assert_refused("未安装LibreOffice", "来稿.rtf", b"{\\rtf1}")


@needs_libreoffice
class OldFilesTests(FilesTests):
    def test_a_file_of_old_word_is_converted(self):
        old = "{\\rtf1\\ansi " + "".join(f"\\u{ord(sign)}?" for sign in TEXT) + "\\par}"

        self.intake(self.write("来稿.rtf", old.encode()))

        article = Article.objects.get()
        self.assertEqual([byline.name for byline in article.bylines.all()], ["林岚"])
        self.assertIn("文件由RTF格式转换而来，请与原件核对。", [doubt.message for doubt in article.doubts.all()])
