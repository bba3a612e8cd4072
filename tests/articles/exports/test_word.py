"""The Word file, read by the newsroom's own reader, by another library and by LibreOffice."""

from datetime import timedelta
from io import BytesIO

import docx
from django.core.files.storage import default_storage
from django.test import TestCase
from django.utils import timezone
from docx.oxml.ns import qn

from articles.exports.parts import Style, line
from articles.exports.word.document import in_word
from intake.documents.opening import read_file
from tests.articles.exports.stories import make_full_story, parts_of
from tests.factories import illustrate, make_article, make_photo
from tests.intake.documents.test_office import needs_libreoffice, written_by_libreoffice


def opened(content):
    """By python-docx, which has no lines of ours in it."""
    return docx.Document(BytesIO(content))


def east_asian(style):
    return style.element.rPr.rFonts.get(qn("w:eastAsia"))


class WordFileTests(TestCase):
    def setUp(self):
        self.parts = parts_of(make_full_story())
        self.content = in_word(self.parts, title="工会送清凉")

    def test_gives_each_paragraph_its_style_by_name(self):
        paragraphs = opened(self.content).paragraphs

        found = [(paragraph.style.name, paragraph.text) for paragraph in paragraphs if paragraph.text]
        self.assertEqual(found, [(part.style.value, part.text) for part in self.parts if part.text])

    def test_has_no_styles_but_its_own(self):
        names = {style.name for style in opened(self.content).styles}

        self.assertEqual(names, {"Normal", "Default Paragraph Font", "粗体", "电头", *[style.value for style in Style]})

    def test_names_chinese_fonts_for_chinese_letters(self):
        styles = opened(self.content).styles

        found = {name: east_asian(styles[name]) for name in ("主题", "正文", "引题", "电头")}
        self.assertEqual(found, {"主题": "黑体", "正文": "宋体", "引题": "楷体", "电头": "黑体"})

    def test_indents_the_body_by_two_characters(self):
        indent = opened(self.content).styles["正文"].element.pPr.ind

        self.assertEqual((indent.get(qn("w:firstLineChars")), indent.get(qn("w:firstLine"))), ("200", "420"))

    def test_keeps_the_table_and_what_is_bold(self):
        document = opened(self.content)

        [table] = document.tables
        self.assertEqual([[cell.text for cell in row.cells] for row in table.rows][1], ["店口镇", "128"])
        looks = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.style.name == "粗体"]
        self.assertEqual(looks, ["三百名"])

    def test_embeds_a_small_picture_with_the_name_of_its_original(self):
        [picture] = opened(self.content).inline_shapes

        name = picture._inline.docPr.get("name")
        self.assertTrue(any(name in part.text for part in self.parts if part.style == Style.FILE), name)
        self.assertLess(len(self.content), 60_000)

    def test_comes_back_through_intake_as_it_went_out(self):
        [document] = read_file("稿件.docx", self.content).documents

        for part in self.parts:
            self.assertIn(part.text, document.text)
        self.assertIn("| 店口镇 | 128 |", document.text)
        self.assertEqual(len(document.pictures), 1)

    @needs_libreoffice
    def test_is_read_by_libreoffice(self):
        text = written_by_libreoffice(self.content, "txt").decode("utf-8-sig")

        for part in self.parts:
            self.assertIn(part.text, text)
        self.assertIn("店口镇", text)


class OddWordFileTests(TestCase):
    def test_escapes_what_has_meaning_in_it(self):
        words = '<w:p> & "引号" ]]> &amp; 𠮷 “丁”'

        [paragraph] = opened(in_word(line(Style.HEADLINE, words), title=words + "\x0b\ud800")).paragraphs

        self.assertEqual(paragraph.text, words)

    def test_has_no_picture_whose_licence_has_ended(self):
        story = make_article()
        illustrate(article=story, photo=make_photo(expires_at=timezone.now() - timedelta(hours=1)))

        document = opened(in_word(parts_of(story), title=""))

        self.assertEqual(len(document.inline_shapes), 0)
        self.assertIn("[图1]", [paragraph.text for paragraph in document.paragraphs])

    def test_does_without_a_picture_whose_file_has_gone(self):
        story = make_article()
        photo = illustrate(article=story).photo
        for name in photo.stored_files:
            default_storage.delete(name)

        self.assertEqual(len(opened(in_word(parts_of(story), title="")).inline_shapes), 0)
