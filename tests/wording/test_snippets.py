from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from wording.snippets import marked, snippet

TEXTS = st.text(alphabet="工会送清凉AIa1１，。“（\n 號", max_size=300)
TERMS = st.lists(st.text(alphabet="工会送凉ai1 号", max_size=5), max_size=4)


def said(pieces):
    return "".join(text for text, _is_hit in pieces)


def hits(pieces):
    return [text for text, is_hit in pieces if is_hit]


class MarkedTests(TestCase):
    def test_marks_every_place_of_every_word(self):
        found = marked("工会送清凉，清凉送到工地", ["工会", "清凉"])

        pieces = [("工会", True), ("送", False), ("清凉", True), ("，", False), ("清凉", True), ("送到工地", False)]
        self.assertEqual(found, pieces)

    def test_marks_what_was_written_otherwise(self):
        self.assertEqual(hits(marked("總工會２０２３年ＡＩ", ["总工会", "2023", "ai"])), ["總工會", "２０２３", "ＡＩ"])

    def test_takes_letters_and_figures_as_whole_words(self):
        self.assertEqual(hits(marked("MAIN AI 2023 23", ["ai", "23"])), ["AI", "23"])

    def test_marks_a_phrase_over_the_marks_within_it(self):
        self.assertEqual(hits(marked("评出劳模、工匠10名", ["劳模 工匠 10"])), ["劳模、工匠10"])

    def test_takes_the_longer_of_two_that_overlap(self):
        self.assertEqual(hits(marked("总工会主席", ["工会", "总工会"])), ["总工会"])

    def test_is_the_text_itself_where_nothing_is_looked_for(self):
        for terms in ([], [""], [" "]):
            self.assertEqual(marked("工会", terms), [("工会", False)])
        self.assertEqual(marked("", ["工会"]), [])

    @given(TEXTS, TERMS)
    def test_loses_and_adds_nothing(self, text, terms):
        self.assertEqual(said(marked(text, terms)), text)


class SnippetTests(TestCase):
    def test_shows_where_the_words_stand_together(self):
        text = "工会很忙。" + "闲话不提。" * 40 + "昨日，工会到店口送清凉。" + "别的事情。" * 40

        found = snippet(text, ["工会", "店口"])

        self.assertEqual(hits(found), ["工会", "店口"])
        self.assertIn("昨日，工会到店口送清凉。", said(found))

    def test_says_what_it_leaves_out(self):
        found = said(snippet("开头的话。" * 20 + "工会" + "末，" * 60, ["工会"]))

        self.assertTrue(found.startswith("……开头的话。"), found)
        self.assertTrue(found.endswith("末，末……"), found)

    def test_is_the_whole_of_a_short_text(self):
        self.assertEqual(snippet("短文说工会。", ["工会"]), [("短文说", False), ("工会", True), ("。", False)])

    def test_puts_lines_into_one(self):
        self.assertEqual(said(snippet("说工会。\n小标题\n正文", ["工会"])), "说工会。小标题 正文")

    def test_is_nothing_where_the_words_stand_elsewhere(self):
        self.assertEqual(snippet("正文里没有", ["工会"]), [])
        self.assertEqual(snippet("正文", []), [])

    @given(TEXTS, TERMS)
    def test_is_a_stretch_of_the_text_and_not_much_longer_than_asked(self, text, terms):
        found = said(snippet(text, terms))

        bare = "".join(found.removeprefix("……").removesuffix("……").split())
        self.assertIn(bare, "".join(text.split()))
        self.assertLessEqual(len(found), 90 + 5 * 60)
