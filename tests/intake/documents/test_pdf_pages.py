from unittest import TestCase

from intake.documents.pdf.reading import read_pdf
from tests.intake.documents.samples import Sheet

WORDS = "近年来江畔区总工会紧紧抓住服务职工这条逻辑线在深化改革矛盾调解两头发力"


def story(name, paragraphs=4, length=44):
    return [f"{name}{number}" + (WORDS * 3)[: length - 1 + number * 5] + "。" for number in range(paragraphs)]


def read(sheet):
    return read_pdf("01.pdf", sheet.pdf()).pages[0]


class ColumnTests(TestCase):
    def test_are_read_one_after_the_other_and_paragraphs_run_from_one_into_the_next(self):
        sheet, text = Sheet(), story("甲", 6)
        sheet.line("送清凉到一线", 60, 100, 30)
        sheet.columns(text, 60, 120, number=4, lines=6)

        self.assertEqual(read(sheet).text.split("\n"), ["送清凉到一线", *text])

    def test_know_their_place_in_the_text(self):
        sheet, text = Sheet(), story("甲", 6)
        sheet.line("送清凉到一线", 60, 100, 30)
        sheet.columns(text, 60, 120, number=4, lines=6)

        page = read(sheet)

        self.assertEqual(
            [page.text[block.start : block.end] for block in page.blocks], [block.text for block in page.blocks]
        )
        self.assertEqual([block.kind for block in page.blocks], ["headline"] + 4 * ["text"])
        self.assertEqual([round(block.box.left, 1) for block in page.blocks], [6.0, 6.0, 25.5, 45.0, 64.5])
        self.assertEqual(page.blocks[1].box.polygon[0], (page.blocks[1].box.left, page.blocks[1].box.top))

    def test_on_one_line_are_told_apart_by_a_rule_even_when_they_nearly_touch(self):
        sheet, left, right = Sheet(), story("甲"), story("乙")
        sheet.column(left, 60, 100)
        sheet.column(right, 60 + 180 + 5, 100)
        sheet.rule(242, 90, 242, 600)

        self.assertEqual([line for line in read(sheet).text.split("\n") if line], [*left, *right])

    def test_with_latin_words_keep_their_spaces(self):
        sheet, text = Sheet(), "江畔区的 PM2.5 比去年 Beijing Daily 报道的低，空气好了许多，市民都说好。"
        sheet.line(text, 60, 100)

        self.assertEqual(read(sheet).text, text)

    def test_whose_lines_all_begin_elsewhere_are_read_too(self):
        sheet = Sheet()
        for place in range(12):
            sheet.line(f"江畔区总工会第{place}行的文字在这里", 60 + 9 * place, 100 + 15 * place)

        self.assertEqual(read(sheet).text.count("江畔区总工会"), 12)


class HeadingTests(TestCase):
    def test_broken_to_fit_a_narrow_column_is_mended(self):
        sheet = Sheet()
        for place, part in enumerate(["江畔区总工会为", "一线职工送去清", "凉"]):
            sheet.line(part, 60, 100 + 32 * place, 26)
        sheet.column(story("甲"), 60, 180)

        self.assertEqual(read(sheet).text.split("\n")[0], "江畔区总工会为一线职工送去清凉")

    def test_has_its_parts_line_by_line(self):
        sheet = Sheet()
        sheet.line("江畔区推动产业工人队伍建设", 60, 80, 16)
        sheet.line("双轮驱动助力基层工会", 60, 120, 34)
        sheet.line("努力拧成一股绳", 60, 148, 18)
        sheet.columns(story("甲"), 60, 170, number=2, lines=9)

        page = read(sheet)

        self.assertEqual(
            page.text.split("\n")[:3], ["江畔区推动产业工人队伍建设", "双轮驱动助力基层工会", "努力拧成一股绳"]
        )
        self.assertEqual([hint.size for hint in page.hints], [1.6, 3.4, 1.8])

    def test_set_from_top_to_bottom_is_read_before_its_text(self):
        sheet, text = Sheet(), story("甲")
        sheet.upright("一线职工新课堂", 60, 100)
        sheet.columns(text, 110, 100, number=2, lines=9)

        self.assertEqual(read(sheet).text.split("\n"), ["一线职工新课堂", *text])

    def test_with_wide_spaces_is_one_line(self):
        sheet = Sheet()
        sheet.line("春到江畔", 60, 100, 40, spacing=60)
        sheet.columns(story("甲"), 60, 120, number=2, lines=9)

        self.assertEqual(read(sheet).text.split("\n")[0].replace(" ", ""), "春到江畔")


class StoryTests(TestCase):
    def chunks(self, sheet):
        return read(sheet).text.split("\n\n\n")

    def test_stand_apart_by_empty_lines(self):
        sheet, upper, lower = Sheet(), story("甲"), story("乙")
        sheet.line("上面的稿件", 60, 100, 26)
        sheet.columns(upper, 60, 120, number=4, lines=5)
        sheet.line("下面的稿件", 60, 260, 26)
        sheet.columns(lower, 60, 280, number=4, lines=5)

        self.assertEqual(self.chunks(sheet), ["\n".join(["上面的稿件", *upper]), "\n".join(["下面的稿件", *lower])])

    def test_that_bends_around_another_stays_whole(self):
        sheet, bent, inner, low = Sheet(), story("甲", 10), story("乙", 3), story("丙", 5)
        sheet.line("一篇占满四栏的长稿件的标题", 60, 100, 34)
        rest = sheet.columns(bent, 60, 120, number=2, lines=8)
        rest = sheet.columns(rest, 450, 120, number=2, lines=16)
        self.assertEqual(rest, [])
        sheet.line("左下的稿件", 60, 275, 26)
        sheet.columns(inner, 60, 290, number=2, lines=8)
        sheet.line("右下的稿件", 450, 420, 26)
        sheet.columns(low, 450, 440, number=2, lines=9)

        expected = [["一篇占满四栏的长稿件的标题", *bent], ["左下的稿件", *inner], ["右下的稿件", *low]]
        self.assertEqual(self.chunks(sheet), ["\n".join(lines) for lines in expected])

    def test_whose_last_column_rises_beside_its_headline_keeps_it(self):
        sheet, text = Sheet(), story("甲", 6)
        sheet.line("两栏的标题", 60, 110, 34)
        rest = sheet.columns(text, 60, 130, number=2, lines=7)
        self.assertEqual(sheet.column(rest, 450, 76, lines=12), [])

        self.assertEqual(self.chunks(sheet), ["\n".join(["两栏的标题", *text])])

    def test_in_a_frame_keeps_to_itself(self):
        sheet, outside, inside = Sheet(), story("甲", 7), story("乙", 2)
        sheet.line("框外的稿件占四栏宽", 60, 100, 34)
        rest = sheet.columns(outside, 60, 120, number=3, lines=10)
        self.assertEqual(rest, [])
        sheet.frame(640, 115, 840, 330)
        sheet.line("框内的稿件", 650, 150, 24)
        sheet.column(inside, 650, 165)

        self.assertEqual(
            self.chunks(sheet), ["\n".join(["框外的稿件占四栏宽", *outside]), "\n".join(["框内的稿件", *inside])]
        )


class CaptionTests(TestCase):
    def test_stands_behind_the_text_that_its_photo_breaks(self):
        sheet, text = Sheet(), story("甲", 4)
        sheet.line("送清凉到一线", 60, 100, 30)
        rest = sheet.column(text, 60, 120, lines=6)
        sheet.photo(60, 220, 180, 120)
        sheet.line("图为车间。记者林岚 摄", 60, 355, 8)
        rest = sheet.column(rest, 60, 365, lines=4)
        self.assertEqual(sheet.column(rest, 255, 120), [])

        page = read(sheet)

        self.assertEqual(page.text.split("\n"), ["送清凉到一线", *text, "图为车间。记者林岚 摄"])
        (picture,) = page.pictures
        self.assertEqual((picture.filename, picture.near), ("01-1.jpg", "图为车间。记者林岚 摄"))
        self.assertEqual(page.text[picture.position :], picture.near)


class PageHeadTests(TestCase):
    def test_comes_first_and_belongs_to_no_story(self):
        sheet, text = Sheet(), story("甲")
        sheet.line("第02版：工会", 60, 45, 16)
        sheet.line("2023年3月2日 星期四 责任编辑：叶生", 500, 45, 9)
        sheet.line("送清凉到一线", 60, 100, 30)
        sheet.columns(text, 60, 120, number=2, lines=9)

        page = read(sheet)

        self.assertEqual(
            [(block.kind, block.story) for block in page.blocks[:3]], [("page_head", 0)] * 2 + [("headline", 1)]
        )
        self.assertEqual(page.text.split("\n\n\n")[1], "\n".join(["送清凉到一线", *text]))
