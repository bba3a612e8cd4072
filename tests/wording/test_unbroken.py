from django.test import SimpleTestCase

from wording.markup import inline
from wording.unbroken import unbroken


class UnbrokenTests(SimpleTestCase):
    def held(self, text):
        """What stays on one line, between brackets."""
        return unbroken(inline(text)).replace('<span class="unbroken">', "[").replace("</span>", "]")

    def test_a_mark_that_connects_stays_with_what_is_before_it(self):
        for text, expected in [
            ("3～5天", "[3～]5天"),
            ("北京—上海", "北[京—]上海"),
            ("约翰·斯图尔特·穆勒", "约[翰·]斯图尔[特·]穆勒"),
            ("10%～20%", "10[%～]20%"),
        ]:
            self.assertEqual(self.held(text), expected)

    def test_a_slash_stays_between_its_words(self):
        self.assertEqual(self.held("120公里/小时"), "120公[里/小]时")

    def test_a_number_with_strokes_is_one_word(self):
        self.assertEqual(self.held("电话0571-88880000，占1/2"), "电话[0571-88880000]，占[1/2]")

    def test_a_dash_of_two_may_begin_a_line(self):
        self.assertEqual(self.held("这件事——谁也没想到"), "这件事——谁也没想到")

    def test_nothing_is_done_to_markup_and_to_what_is_escaped(self):
        text = "[约翰·穆勒](/articles/1-2/3-4/)说：A&B<—"
        self.assertIn('<a href="/articles/1-2/3-4/">约[翰·]穆勒</a>说：A&amp;B&lt;—', self.held(text))

    def test_the_words_are_the_same(self):
        self.assertEqual(
            unbroken(inline("3～5天")).replace('<span class="unbroken">', "").replace("</span>", ""), "3～5天"
        )
