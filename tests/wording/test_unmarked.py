from unittest import TestCase

from wording.unmarked import unmarked


class UnmarkedTests(TestCase):
    def test_leaves_the_words_and_knows_where_each_was_typed(self):
        body = "## 小标题\n> **引**语[图2]和[链接](https://a.cn/b)。\n| 甲 | 乙 |\n完"

        text = unmarked(body)

        self.assertEqual(text.words, "小标题\n引语和链接。\n| 甲 | 乙 |\n完")
        start = text.words.index("链接")
        self.assertEqual(body[slice(*text.place(start, start + 3))], "链接](https://a.cn/b)。")
        self.assertEqual([line.kind for line in text.lines], ["subhead", "quote", "table", "paragraph"])

    def test_places_what_is_empty(self):
        self.assertEqual(unmarked("").place(0, 0), (0, 0))
