import io
from unittest import TestCase

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from intake.documents.opening import read_file
from intake.documents.result import Hint, Note
from tests.intake.documents.samples import photo, raw_paragraph, run, word


def read(data, name="来稿.docx"):
    return read_file(name, data).documents[0]


class WordTextTests(TestCase):
    def test_a_paragraph_is_a_line(self):
        document = read(word("送清凉到一线", "　　本报讯 日前，区总工会来到车间。"))

        self.assertEqual(document.text, "送清凉到一线\n本报讯 日前，区总工会来到车间。")
        self.assertEqual((document.kind, document.notes, document.pictures), ("word", (), ()))

    def test_a_soft_line_break_ends_a_line_too(self):
        document = read(word("记者林岚\n日前，区总工会来到车间。"))

        self.assertEqual(document.text, "记者林岚\n日前，区总工会来到车间。")

    def test_links_keep_their_words_and_fields_their_result(self):
        field = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE \\@ yyyy</w:instrText></w:r>"
        inside = f"<w:hyperlink>{run('见江畔网')}</w:hyperlink>{field}{run('，2023')}"

        document = read(word(build=lambda made: raw_paragraph(made, inside)))

        self.assertEqual(document.text, "见江畔网，2023")

    def test_hidden_words_and_notes_are_left_out_and_told(self):
        inside = run("看得见") + run("看不见", "<w:vanish/>") + "<w:r><w:footnoteReference w:id='2'/></w:r>"

        document = read(word(build=lambda made: raw_paragraph(made, inside)))

        self.assertEqual(document.text, "看得见")
        self.assertEqual(
            document.notes, (Note("footnotes_dropped", {"count": 1}), Note("hidden_dropped", {"count": 1}))
        )

    def test_the_words_of_a_text_box_follow_their_paragraph_once(self):
        box = f"<w:txbxContent><w:p>{run('图为车间。')}</w:p></w:txbxContent>"
        twice = (
            "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
            f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )

        document = read(word(build=lambda made: raw_paragraph(made, f"{run('正文。')}<w:r>{twice}</w:r>")))

        self.assertEqual(document.text, "正文。\n图为车间。")


class TrackedChangeTests(TestCase):
    def changed(self, *insides):
        def build(document):
            for inside in insides:
                raw_paragraph(document, inside)

        return read(word(build=build))

    def test_are_read_as_accepted_and_told(self):
        gone = "<w:del w:id='1'><w:r><w:delText>昨天</w:delText></w:r></w:del>"
        new = f"<w:ins w:id='2'>{run('今天')}</w:ins>"

        document = self.changed(gone + new + run("下雨。"))

        self.assertEqual(document.text, "今天下雨。")
        self.assertEqual(document.notes, (Note("changes_accepted", {"insertions": 1, "deletions": 1}),))

    def test_moved_words_stand_where_they_were_moved(self):
        old = f"<w:moveFrom w:id='1'>{run('甲')}</w:moveFrom>"
        new = f"<w:moveTo w:id='2'>{run('甲')}</w:moveTo>"

        self.assertEqual(self.changed(old + run("乙") + new).text, "乙甲")

    def test_a_deleted_end_of_paragraph_joins_it_to_the_next(self):
        first = f"<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('区总工会')}"

        self.assertEqual(self.changed(first, run("送清凉。")).text, "区总工会送清凉。")


class WordTableTests(TestCase):
    def table(self, *rows, build=None):
        def make(document):
            table = document.add_table(len(rows), len(rows[0]))
            for row, words in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, words, strict=True):
                    cell.text = text
            if build:
                build(table)

        return read(word(build=make))

    def test_becomes_lines_of_the_light_markup(self):
        document = self.table(["单位", "人数"], ["甲|乙", "3\n4"])

        self.assertEqual(document.text, "| 单位 | 人数 |\n| 甲｜乙 | 3 4 |")
        self.assertEqual(document.notes, (Note("tables", {"count": 1}),))

    def test_cells_that_span_others_leave_those_empty(self):
        document = self.table(["全区", ""], ["甲", "乙"], build=lambda table: table.cell(0, 0).merge(table.cell(0, 1)))

        self.assertEqual(document.text, "| 全区 |  |\n| 甲 | 乙 |")

    def test_of_one_column_is_only_a_frame_around_its_words(self):
        document = self.table(["甲。"], ["乙。"])

        self.assertEqual(document.text, "甲。\n乙。")

    def test_around_a_photo_gives_the_photo_and_its_caption(self):
        def place_photo(table):
            table.cell(0, 0).paragraphs[0].add_run().add_picture(io.BytesIO(photo()))

        document = self.table(["", ""], ["图为车间。", ""], build=place_photo)

        self.assertEqual([picture.near for picture in document.pictures], ["图为车间。"])


class WordPictureTests(TestCase):
    def test_comes_as_the_file_it_was_with_the_paragraph_after_it(self):
        content = photo(format="PNG")

        def build(document):
            document.add_picture(io.BytesIO(content))
            document.add_paragraph("图为车间。记者林岚 摄")

        document = read(word("正文。", build=build))

        (picture,) = document.pictures
        self.assertEqual((picture.content, picture.filename), (content, "image1.png"))
        self.assertEqual(picture.near, "图为车间。记者林岚 摄")
        self.assertEqual(document.text[: picture.position].strip(), "正文。")

    def test_alone_is_a_document_too(self):
        document = read(word(build=lambda made: made.add_picture(io.BytesIO(photo()))))

        self.assertEqual((document.text.strip(), len(document.pictures)), ("", 1))


class HeadlineHintTests(TestCase):
    def hints(self, build):
        return read(word(build=build)).hints

    def test_a_bold_line_is_one(self):
        def build(document):
            document.add_paragraph().add_run("送清凉").bold = True
            document.add_paragraph("日前，").add_run("区总工会").bold = True

        self.assertEqual(self.hints(build), (Hint(0, 3, ("bold",), 1.0),))

    def test_a_large_centred_line_is_one(self):
        def build(document):
            headline = document.add_paragraph()
            headline.add_run("送清凉").font.size = Pt(22)
            headline.alignment = WD_ALIGN_PARAGRAPH.CENTER
            document.add_paragraph("日前，区总工会来到车间。")

        self.assertEqual(self.hints(build), (Hint(0, 3, ("large", "centred"), 2.0),))

    def test_a_heading_by_its_style_is_one(self):
        def build(document):
            document.add_heading("送清凉", 1)
            document.add_paragraph("日前，区总工会来到车间，为一线职工送去清凉。")

        (hint,) = self.hints(build)
        self.assertIn("style", hint.signs)
