from unittest import TestCase

from wording.length import length


class LengthTests(TestCase):
    def test_counts_han_and_marks_one_each(self):
        self.assertEqual(length("今天，下雨了。"), 7)

    def test_counts_a_latin_word_or_a_number_once(self):
        self.assertEqual(length("GDP增长5.8%"), 5)
        self.assertEqual(length("12:30在PM2.5站don't停"), 6)

    def test_counts_full_width_words_alike(self):
        self.assertEqual(length("ＧＤＰ增长"), length("GDP增长"))

    def test_counts_no_white_space_and_nothing_unseen(self):
        self.assertEqual(length("中 文\n\u3000\u200b"), 2)

    def test_counts_dots_and_dashes_by_their_characters(self):
        self.assertEqual(length("——……"), 4)

    def test_counts_characters_beyond_the_basic_plane_once(self):
        self.assertEqual(length("𠮷𨭎"), 2)
