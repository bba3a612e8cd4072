from unittest import TestCase

from tests.hanging import does_not_hang
from wording.markup import inline, plain_text


class LinkTests(TestCase):
    def test_an_address_may_hold_brackets(self):
        html = inline("见[枫桥](https://example.org/a_(b)_c)一文")

        self.assertEqual(html, '见<a href="https://example.org/a_(b)_c">枫桥</a>一文')

    def test_ends_at_its_own_bracket(self):
        self.assertEqual(inline("（[甲](/a)、[乙](/b)）"), '（<a href="/a">甲</a>、<a href="/b">乙</a>）')

    def test_the_words_of_a_link_may_be_bold(self):
        self.assertEqual(inline("[看**这里**](/a)"), '<a href="/a">看<strong>这里</strong></a>')
        self.assertEqual(plain_text("[看**这里**](/a)"), "看这里")

    def test_leads_to_no_other_host_by_a_backslash(self):
        self.assertEqual(inline(r"[看](/\evil.com)"), r"[看](/\evil.com)")

    def test_does_not_hang_on_a_long_line_of_unfinished_links(self):
        for line in ("[a](" * 300_000, "[a](" + "(b)" * 300_000, "[a](" + "b" * 900_000, "[a](b(" * 300_000):
            with does_not_hang():
                inline(line)
