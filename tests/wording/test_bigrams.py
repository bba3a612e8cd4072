from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from wording.bigrams import folded, in_runs, is_han, tokens
from wording.sought import words


class BigramTests(TestCase):
    def test_parts_a_chinese_run_into_characters_and_pairs(self):
        self.assertEqual(tokens("诸暨市，店口"), {"诸", "暨", "市", "诸暨", "暨市", "店", "口", "店口"})

    def test_keeps_words_and_numbers_whole(self):
        self.assertEqual(tokens("ＧＤＰ增3.5%"), {"gdp", "增", "3", "5"})

    def test_folds_character_for_character(self):
        self.assertEqual(folded("總工會ＡＢＣ İ"), "总工会abc i")

    @given(st.text())
    def test_a_text_has_every_word_that_is_cut_from_it(self, text):
        found, said = tokens(text), in_runs(text)

        for word in words(text.replace('"', " ")):
            self.assertLessEqual(set(word.tokens), found)
            self.assertIn(word.pattern, said)

    @given(st.text())
    def test_a_token_is_made_of_letters_and_digits_alone(self, text):
        for token in tokens(text):
            self.assertTrue(all(one.isalnum() or is_han(one) for one in token), ascii(token))

    @given(st.text())
    def test_folding_keeps_every_place(self, text):
        self.assertEqual(len(folded(text)), len(text))


class SoughtTests(TestCase):
    def test_parts_words_and_keeps_phrases(self):
        found = [word.text for word in words("工会、清凉 “新时代 枫桥式” 1,000人")]

        self.assertEqual(found, ["工会", "清凉", "新时代 枫桥式", "1 000 人"])
