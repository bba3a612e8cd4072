"""Pages out of the programs that people have: Chromium's print and LibreOffice's export, fonts embedded."""

import base64
import io

import docx
import pytest
from django.test import SimpleTestCase
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from intake.documents.opening import read_file
from intake.documents.pdf.reading import read_pdf
from intake.documents.refusal import DocumentRefused
from intake.manuscripts import manuscripts_of
from intake.reading.page import read_page
from tests.intake.documents.newspaper import Writer
from tests.intake.documents.samples import photo, saved
from tests.intake.documents.test_office import needs_libreoffice, written_by_libreoffice
from tests.intake.documents.test_pdf_typeset import TEXT, typeset

STYLE = """@page { size: 1100px 1560px; margin: 0 } body { margin: 40px; font: 13px/1.55 'Noto Serif CJK SC', serif }
p { margin: 0; text-indent: 2em; text-align: justify } h1, h2, h3, h4 { margin: 0; font-family: 'Noto Sans CJK SC' }
h1 { font-size: 32px; letter-spacing: .1em } h2 { font-size: 17px } h3 { font-size: 15px }
h4 { font-size: 13px; margin: 6px 0; text-align: center } section { margin-bottom: 18px }
header { display: flex; justify-content: space-between; border-bottom: 1px solid; margin-bottom: 12px }
.columns { column-gap: 16px } .row { display: grid; grid-template-columns: repeat(5, 1fr); gap: 16px }
figure { margin: 0; break-inside: avoid } img { width: 100%; display: block } figcaption { font-size: 11px }
.box { border: 1px solid; padding: 10px; background: #f3f0e8 } .upright { display: flex; gap: 16px }
.upright h1 { writing-mode: vertical-rl } .upright .columns { flex: 1 }"""
HEAD = "<header><b>第02版：工会</b><span>2023年3月2日 星期四</span><span>责任编辑：叶生</span></header>"
PHOTO = f"<img src='data:image/jpeg;base64,{base64.b64encode(photo()).decode()}'>"
FIGURE = f"<figure>{PHOTO}<figcaption>{{}}</figcaption></figure>"


def columns(number, *parts):
    return f"<div class=columns style='column-count:{number}'>{''.join(parts)}</div>"


def paragraphs(mark, number):
    return "".join(f"<p>{mark}{place}{text}</p>" for place in range(number) for text in TEXT)


def words(mark, number):
    return [f"{mark}{place}{text}" for place in range(number) for text in TEXT]


def stories_of(data, name="02.pdf"):
    (manuscript,) = manuscripts_of(read_file(name, data).documents[0], name, data)
    return read_page(manuscript.text, looks=manuscript.looks).stories


@pytest.mark.browser
class PrintedByChromiumTests(SimpleTestCase):
    def test_a_page_of_many_habits_is_read_story_by_story(self):
        data = typeset(
            STYLE,
            HEAD,
            "<section><h2>江畔区推动产业工人队伍建设改革</h2><h1>双轮驱动助力基层工会</h1><h3>三年走遍全区二十六个镇街</h3>",
            columns(
                5,
                paragraphs("甲", 2),
                FIGURE.format("图为送清凉现场。通讯员马敏 摄"),
                "<h4>服务送到身边</h4>",
                paragraphs("续", 2),
            ),
            "</section><div class=row><section style='grid-column: span 3' class=upright><h1>一线职工新课堂</h1>",
            columns(2, paragraphs("乙", 3)),
            "</section><section style='grid-column: span 2' class=box><h1 style='font-size: 26px'>家门口的好去处</h1>",
            columns(2, paragraphs("丙", 2)),
            "</section></div><div class=row><section style='grid-column: span 2'><h1>小店也有大学问</h1>",
            columns(2, paragraphs("丁", 3)),
            "</section><section style='grid-column: span 3'><h1 style='text-align: center'>春到江畔𠮷处多</h1>",
            columns(3, paragraphs("戊", 4)),
            "</section></div>",
        )

        found = stories_of(data)

        heads = ["双轮驱动助力基层工会", "一线职工新课堂", "家门口的好去处", "小店也有大学问", "春到江畔𠮷处多"]
        self.assertEqual([story.headline for story in found], heads)
        self.assertEqual(
            (found[0].kicker, found[0].subheadline), ("江畔区推动产业工人队伍建设改革", "三年走遍全区二十六个镇街")
        )
        self.assertEqual((found[0].subheads, found[0].photos[0].caption), (["服务送到身边"], "图为送清凉现场。"))
        for story, expected in zip(found[1:], [("乙", 3), ("丙", 2), ("丁", 3), ("戊", 4)], strict=True):
            self.assertEqual(story.paragraphs[1:], words(*expected)[1:])

    def test_a_font_that_does_not_tell_its_letters_is_refused(self):
        data = typeset(STYLE, columns(3, paragraphs("甲", 3))).replace(b"/ToUnicode", b"/ToUnicodX")

        with self.assertRaises(DocumentRefused) as caught:
            read_pdf("02.pdf", data)
        self.assertEqual(caught.exception.code, "garbled")


@needs_libreoffice
class ExportedByLibreOfficeTests(SimpleTestCase):
    def test_stories_in_columns_are_read_with_their_photos(self):
        writer, document = Writer(7), docx.Document()
        set_up(document)
        stories = [(writer.words(10), [writer.paragraph() for _ in range(12)]) for _ in range(2)]
        for headline, texts in stories:
            add_story(document, headline, texts)

        found = stories_of(written_by_libreoffice(saved(document), "pdf"))

        self.assertEqual([(story.headline, story.paragraphs) for story in found], stories)
        self.assertEqual([story.photos[0].caption for story in found], ["图为送清凉现场。"] * 2)


def set_up(document):
    page, style = document.sections[0], document.styles["Normal"]
    page.page_width, page.page_height = Cm(39), Cm(55)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Noto Serif CJK SC")
    style.font.size, style.paragraph_format.space_after = Pt(10), Pt(0)
    style.paragraph_format.first_line_indent = Pt(20)


def add_story(document, headline, texts):
    flush(document.add_paragraph(), headline, 30)
    begin_section(document, 4)
    for place, text in enumerate(texts):
        document.add_paragraph(text)
        if place == 4:
            document.add_picture(io.BytesIO(photo()), width=Cm(7))
            flush(document.add_paragraph(), "图为送清凉现场。通讯员马敏 摄", 8)
    begin_section(document, 1)


def flush(paragraph, text, size):
    paragraph.paragraph_format.first_line_indent = Pt(0)
    paragraph.add_run(text).font.size = Pt(size)


def begin_section(document, number):
    properties = document.add_section(WD_SECTION.CONTINUOUS)._sectPr
    found = properties.find(qn("w:cols"))
    if found is None:
        found = OxmlElement("w:cols")
        properties.append(found)
    found.set(qn("w:num"), str(number))
    found.set(qn("w:space"), "300")
