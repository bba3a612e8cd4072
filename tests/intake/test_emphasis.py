import docx
from django.test import SimpleTestCase
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from intake.documents.opening import read_file
from intake.documents.result import Hint
from intake.manuscripts import manuscripts_of
from intake.reading.emphasis import looks_of
from intake.reading.page import read_page
from tests.intake.documents.samples import saved

TEXT = "天热了，区总工会给工友送来凉茶，受到大家的欢迎。"
MORE = "节日里，工友们在公园欢聚一堂，唱起了歌，跳起了舞。"


def stories_of(*lines):
    """lines: words and how they are set: title (large, in the middle), bold, centred or plain."""
    document = docx.Document()
    for words, how in lines:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(words)
        run.bold = how in ("title", "bold")
        if how == "title":
            run.font.size = Pt(22)
        if how in ("title", "centred"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    data = saved(document)
    (manuscript,) = manuscripts_of(read_file("来稿.docx", data).documents[0], "来稿.docx", data)
    return read_page(manuscript.text, looks=manuscript.looks).stories


class EmphasisTests(SimpleTestCase):
    def test_a_title_is_a_headline_whatever_its_words(self):
        for words in ("“我们盼着这一天！”", "今天，我们这样当工人", "谁来守护快递小哥的午餐？", "为什么是他们"):
            (story,) = stories_of((words, "title"), (TEXT, "plain"), (MORE, "plain"))

            self.assertEqual((story.headline, story.paragraphs), (words, [TEXT, MORE]))

    def test_each_title_begins_a_story(self):
        found = stories_of(("送清凉", "title"), (TEXT, "plain"), ("过节", "title"), (MORE, "plain"))

        self.assertEqual(
            [(story.headline, story.paragraphs) for story in found], [("送清凉", [TEXT]), ("过节", [MORE])]
        )

    def test_a_bold_line_below_a_title_is_a_subhead(self):
        (story,) = stories_of(("送清凉", "title"), (TEXT, "plain"), ("近日，江畔有了新办法", "bold"), (MORE, "plain"))

        self.assertEqual((story.headline, story.subheads), ("送清凉", ["近日，江畔有了新办法"]))

    def test_a_bold_sentence_is_text(self):
        (story,) = stories_of(("送清凉", "title"), (TEXT, "bold"), (MORE, "plain"), (MORE, "plain"))

        self.assertEqual((story.subheads, story.paragraphs), ([], [TEXT, MORE, MORE]))

    def test_writers_above_and_below_a_title_stay_writers(self):
        (story,) = stories_of(("送清凉", "title"), ("通讯员 何青", "centred"), (TEXT, "plain"), (MORE, "plain"))

        self.assertEqual([credit.name for credit in story.credits], ["何青"])

    def test_a_text_that_is_bold_throughout_means_nothing(self):
        text = "江畔的水\n江畔的山\n江畔的人\n江畔的路\n江畔的桥"

        self.assertEqual(looks_of([Hint(5 * line, 5 * line + 4, ("bold",)) for line in range(5)], text), ())
