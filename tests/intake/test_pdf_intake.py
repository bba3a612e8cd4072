from unittest import mock

from django.core.files.storage import default_storage
from django.core.management import CommandError

from articles.models import Article, Page, PageBlock
from articles.models.placement import check_hotspot
from intake.documents.opening import read_file
from intake.models import Source
from intake.receiving import receive
from media.darkroom import public_path
from tests.intake.documents.samples import Sheet, zipped
from tests.intake.files import FilesTests

FIRST = "本报讯 记者林岚报道 天热了，江畔区总工会给工友送来凉茶，受到大家的欢迎。"
SECOND = "本报讯 通讯员何青报道 节日里，工友们在公园欢聚一堂，唱起了歌，跳起了舞。"


def draw_page(sheet, head="第02版：工会"):
    """Two stories side by side, the left one with a photo below."""
    sheet.line(head, 60, 45, 16)
    sheet.line("送清凉到一线", 60, 120, 30)
    sheet.column([FIRST] * 3, 60, 140)
    sheet.photo(60, 400, 180, 120)
    sheet.line("送凉茶现场。通讯员何青 摄", 60, 535, 8)
    sheet.line("给工友们过节", 500, 120, 30)
    sheet.column([SECOND] * 3, 500, 140)
    return sheet


def pdf_of(page):
    with default_storage.open(public_path(page.key, page.pdf)) as file:
        return file.read()


def text_of(page):
    return read_file("page.pdf", pdf_of(page)).documents[0].text


def box_of(placement):
    xs, ys = zip(*placement.hotspot, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


class PdfPageTests(FilesTests):
    def setUp(self):
        super().setUp()
        self.file = self.write("版面.pdf", draw_page(Sheet()).pdf())

    def take(self, *options):
        self.intake(self.file, "--date", "2024-05-06", *options)

    def test_its_picture_and_file_are_hung_on_the_page_that_it_names(self):
        self.take()

        page = Page.objects.get()
        self.assertEqual((page.label, page.pdf), ("02", "page.pdf"))
        self.assertEqual(page.picture[-1]["width"], 1920)

    def test_each_story_has_its_hotspot(self):
        self.take()

        left, right = Page.objects.get().placements.order_by("order")
        self.assertEqual((left.article.headline, right.article.headline), ("送清凉到一线", "给工友们过节"))
        self.assertLess(box_of(left)[2], box_of(right)[0])
        self.assertGreater(box_of(left)[3], 535 / 14)  # the caption under the photo is in it
        for placement in (left, right):
            check_hotspot(placement.hotspot)

    def test_its_blocks_are_kept_with_the_story_that_they_became(self):
        self.take()

        blocks = PageBlock.objects.all()
        self.assertIsNone(blocks.get(text="第02版：工会").article)
        self.assertEqual(blocks.get(text="给工友们过节").article.headline, "给工友们过节")
        self.assertEqual(len(blocks[0].polygon), 4)

    def test_its_photo_goes_to_its_story(self):
        self.take()

        shown = Article.objects.get(headline="送清凉到一线").illustrations.get().photo
        self.assertEqual((shown.caption, shown.printed_credit), ("送凉茶现场。", "通讯员何青 摄"))
        self.assertFalse(Article.objects.get(headline="给工友们过节").illustrations.exists())

    def test_blocks_outlive_the_story_and_go_with_the_page(self):
        self.take()
        count = PageBlock.objects.count()

        Article.objects.all().delete()
        self.assertEqual(PageBlock.objects.filter(article=None).count(), count)

        Page.objects.all().delete()
        self.assertFalse(PageBlock.objects.exists())

    def test_without_a_date_the_stories_stand_on_no_page(self):
        self.intake(self.file)

        self.assertEqual((Article.objects.count(), Page.objects.count()), (2, 0))

    def test_a_page_that_no_one_names_is_asked_for(self):
        with self.assertRaisesMessage(CommandError, "--page"):
            self.intake(self.write("版面.pdf", draw_page(Sheet(), head="江畔日报").pdf()), "--date", "2024-05-06")
        self.assertEqual(Article.objects.count(), 0)


class PdfInZipTests(FilesTests):
    def test_is_hung_as_if_it_came_by_itself(self):
        data = draw_page(Sheet()).pdf()

        self.intake(self.write("版面.zip", zipped(("清样/02.pdf", data))), "--date", "2024-05-06")

        page = Page.objects.get(label="02")
        self.assertEqual(pdf_of(page), data)
        self.assertTrue(page.picture)
        self.assertEqual([bool(placement.hotspot) for placement in page.placements.order_by("order")], [True, True])


class PdfOfManyPagesTests(FilesTests):
    def test_fills_page_after_page_and_hangs_each_alone(self):
        sheet = draw_page(Sheet())
        sheet.turn_page()
        sheet.line("新闻很多的一天", 60, 120, 30)
        sheet.column([FIRST, SECOND], 60, 140)

        self.intake(self.write("全期.pdf", sheet.pdf()), "--date", "2024-05-06", "--page", "02")

        pages = Page.objects.order_by("label")
        self.assertEqual([page.label for page in pages], ["02", "03"])
        self.assertTrue(all(page.picture for page in pages))
        texts = [text_of(page) for page in pages]
        self.assertEqual(["送清凉到一线" in text for text in texts], [True, False])
        self.assertEqual(["新闻很多的一天" in text for text in texts], [False, True])

    def test_is_taken_whole_or_not_at_all(self):
        sheet = draw_page(Sheet())
        sheet.turn_page()
        sheet.line("新闻很多的一天", 60, 120, 30)
        sheet.column([FIRST, SECOND], 60, 140)
        file = self.write("全期.pdf", sheet.pdf())

        def broken_off(text, *arguments, **options):
            if "新闻很多" in text:
                raise KeyboardInterrupt
            return receive(text, *arguments, **options)

        with mock.patch("intake.archive.returning.receive", broken_off), self.assertRaisesMessage(CommandError, "中断"):
            self.intake(file)
        self.assertEqual(Source.objects.count(), 0)
        self.intake(file)

        self.assertEqual(Source.objects.count(), 2)

    def test_names_the_page_without_text(self):
        sheet = draw_page(Sheet())
        sheet.turn_page()
        sheet.photo(0, 0, 1000, 1400)

        with self.assertRaisesMessage(CommandError, "“全期.pdf 2”是扫描件"):
            self.intake(self.write("全期.pdf", sheet.pdf()))
        self.assertEqual(Article.objects.count(), 2)
