from django.test import SimpleTestCase

from intake.reading.looks import Look
from intake.reading.page import read_page

FIRST = "天热了，区总工会给工友送来凉茶，受到大家的欢迎。"
SECOND = "节日里，工友们在公园欢聚一堂，唱起了歌，跳起了舞。"


def laid_out(*pieces):
    """pieces: (story, part, words), each on a line of its own. Returns the text and how it is laid out."""
    text, looks = "", []
    for story, part, words in pieces:
        looks.append(Look(len(text), len(text) + len(words), story, part))
        text += f"{words}\n"
    return text, looks


def read(*pieces):
    text, looks = laid_out(*pieces)
    return read_page(text, looks=looks)


class LookTests(SimpleTestCase):
    def test_a_story_begins_where_the_page_shows_one(self):
        reading = read((1, "headline", "送清凉"), (1, "text", FIRST), (2, "headline", "过节"), (2, "text", SECOND))

        self.assertEqual(
            [(s.headline, s.paragraphs) for s in reading.stories], [("送清凉", [FIRST]), ("过节", [SECOND])]
        )

    def test_the_largest_line_is_the_headline(self):
        parts = [
            (1, "kicker", "为一线职工办实事"),
            (1, "headline", "江畔区总工会把清凉送到车间班组"),
            (1, "subheadline", "走遍全区"),
        ]

        (story,) = read(*parts, (1, "text", FIRST)).stories

        self.assertEqual([story.kicker, story.headline, story.subheadline], [words for _, _, words in parts])

    def test_a_short_line_in_the_text_is_a_subhead(self):
        story = read(
            (1, "headline", "送清凉"), (1, "text", FIRST), (1, "text", "把服务送到职工的身边来"), (1, "text", SECOND)
        ).stories[0]

        self.assertEqual(story.subheads, ["把服务送到职工的身边来"])

    def test_a_page_head_belongs_to_no_story(self):
        reading = read((0, "page_head", "江畔新闻"), (1, "headline", "送清凉"), (1, "text", FIRST))

        self.assertEqual((reading.page_heads, reading.stories[0].headline), (["江畔新闻"], "送清凉"))

    def test_text_without_a_headline_may_hold_several_stories(self):
        texts = ["江畔区总工会送清凉到一线", f"本报讯 {FIRST}", "工友们在公园里欢度节日", f"本报讯 {SECOND}"]

        reading = read(*((1, "text", words) for words in texts))

        self.assertEqual([story.headline for story in reading.stories], [texts[0], texts[2]])

    def test_a_running_column_is_told_from_a_kicker(self):
        (story,) = read((1, "kicker", "【一线故事】"), (1, "headline", "送清凉"), (1, "text", FIRST)).stories

        self.assertEqual((story.column, story.kicker, story.headline), ("【一线故事】", "", "送清凉"))

    def test_lines_of_one_width_are_paragraphs(self):
        lines = ["江畔区总工会走访了全区二十六个镇街送去清凉，"[:-1] + "。"] * 4

        self.assertEqual(
            len(read((1, "headline", "送清凉"), *((1, "text", line) for line in lines)).stories[0].body), 4
        )
