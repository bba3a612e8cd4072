from unittest import TestCase

from wording.halfwidth import dots_and_dashes, full_width_words, half_width, spaces_at_marks


def shown(text, rule=half_width):
    return [(slip.start, text[slip.start : slip.end], slip.suggestion) for slip in rule(text)]


class HalfWidthTests(TestCase):
    def test_shows_half_width_marks_between_chinese(self):
        self.assertEqual(shown("春天来了,花开了."), [(4, ",", "，"), (8, ".", "。")])
        self.assertEqual(shown("店口(诸暨)开工"), [(2, "(", "（"), (5, ")", "）")])
        self.assertEqual(shown('他说"好"'), [(2, '"', "“"), (4, '"', "”")])

    def test_leaves_numbers_times_addresses_and_latin_phrases(self):
        for text in (
            "增长3.5%，共1,200人，18:30开始，比分3:1",
            "详见https://example.com/a,b?c=1",
            "写信到a.b@example.com",
            "标语是Made in China, with love.",
            "用于Node.js和C++",
            "一.增收",
        ):
            with self.subTest(text):
                self.assertEqual(shown(text), [])

    def test_shows_dots_and_dashes_that_are_too_short(self):
        self.assertEqual(shown("等等...他说", dots_and_dashes), [(2, "...", "……")])
        self.assertEqual(shown("春天--花", dots_and_dashes), [(2, "--", "——")])
        self.assertEqual(shown("春天……花——开", dots_and_dashes), [])

    def test_shows_letters_and_figures_of_full_width(self):
        self.assertEqual(shown("共２０人", full_width_words), [(1, "２０", "20")])

    def test_shows_spaces_beside_full_width_marks(self):
        self.assertEqual(shown("春天 ，花 开", spaces_at_marks), [(2, " ", "")])
