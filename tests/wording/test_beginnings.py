from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from wording.markup import plain_text, whole_part

BODY = (
    "开头**很重[要](/a)**，见[枫桥](https://example.org/a_(b))。\n[图2]第二段[图12]\n| 甲 | **乙** |\n## 小标题\n> 引文"
)


class WholePartTests(TestCase):
    def test_drops_half_a_row(self):
        self.assertEqual(whole_part("第一段。\n| 甲 | 乙 |\n| 丙 | 一"), "第一段。\n| 甲 | 乙 |\n")

    def test_drops_the_first_mark_of_a_line_without_its_words(self):
        for mark in ("#", "##", "## ", ">", "> ", "|"):
            self.assertEqual(whole_part(f"第一段。\n{mark}"), "第一段。\n")

    def test_drops_half_of_a_story_s_address(self):
        for half in ("/", "/artic", "/articles/", "/articles/12", "/articles/12/"):
            self.assertEqual(whole_part(f"第一段。\n{half}"), "第一段。\n")

    def test_keeps_the_words_of_half_a_link(self):
        for half in ("[枫桥", "[枫桥]", "[枫桥](", "[枫桥](https://example.org/a", "[枫桥](/a_(b", "[枫桥](/a_(b)_c"):
            self.assertEqual(whole_part(f"见[这里](/a)和{half}"), "见[这里](/a)和枫桥")

    def test_keeps_the_words_of_half_a_bold(self):
        for half in ("**很重要", "**很重要*", "很重要*", "很重要**"):
            self.assertEqual(whole_part(f"这**也**{half}"), "这**也**很重要")

    def test_drops_half_a_figure(self):
        for half in ("[", "[图", "[图1", "[图12"):
            self.assertEqual(whole_part(f"第一段。{half}"), "第一段。")

    def test_leaves_whole_marks_alone(self):
        for text in ("这**很重要**", "见[枫桥](/a)后面", "见[枫桥](/a_(b))", "没有标记的一段"):
            self.assertEqual(plain_text(whole_part(text)), plain_text(text))

    @given(st.integers(0, len(BODY)))
    def test_prints_no_mark_wherever_a_body_is_cut(self, length):
        words = plain_text(whole_part(BODY[:length]))

        self.assertEqual(set(words) & set("*[]()|#>"), set())
