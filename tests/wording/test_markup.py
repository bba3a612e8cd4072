from html.parser import HTMLParser
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from wording.markup import Block, blocks, figure_numbers, inline, plain_text

DANGEROUS = [
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<b>", "vbscript:x"),
    *("//evil.example/", "/\\evil.example/", "x.html"),
]
# Words of a story, mixed with all that the markup and HTML give a meaning to.
MARKS = ["\n", "**", "*", "[", "]", "(", ")", "](", "[图2]", "|", "|\n|---|\n|", "## ", "> "]
HTML = ["<", ">", "&", '"', "'", "\\", "<script>", "</p>", "<b onclick=x>"]
PIECES = st.sampled_from(["工会", "a", " ", "https://example.org/", *MARKS, *HTML, *DANGEROUS])
LINKS = st.sampled_from(DANGEROUS).map("[看]({})".format)
TYPED = st.lists(PIECES | LINKS | st.text(max_size=3), max_size=30).map("".join)


class Tags(HTMLParser):
    """What a browser would see in a piece of HTML: its tags, and the words between them."""

    def __init__(self, html):
        super().__init__()
        self.opened, self.closed, self.words = [], [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.opened.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.closed.append(tag)

    def handle_data(self, data):
        self.words += data


def html_of(body):
    """All pieces of HTML that a template prints of a body."""
    for block in blocks(body):
        yield block.html
        yield from block.head_html
        for row in block.rows_html:
            yield from row


class InlineTests(TestCase):
    def test_escapes_what_is_typed(self):
        self.assertEqual(inline("<script>1 & 2</script>"), "&lt;script&gt;1 &amp; 2&lt;/script&gt;")

    def test_escapes_inside_bold_and_links_too(self):
        self.assertEqual(inline("**<b>**"), "<strong>&lt;b&gt;</strong>")
        self.assertEqual(inline("[<i>](/a)"), '<a href="/a">&lt;i&gt;</a>')

    def test_no_quotation_mark_ends_an_address(self):
        html = inline('[走](https://example.org/"onmouseover="x)')

        self.assertEqual(html, '<a href="https://example.org/&quot;onmouseover=&quot;x">走</a>')

    def test_links_to_the_web_to_mail_and_within_the_paper(self):
        for address in ("https://example.org/?a=1", "http://example.org/", "mailto:a@example.org", "/issues/", "#end"):
            self.assertEqual(inline(f"[看]({address})"), f'<a href="{address}">看</a>')

    def test_any_other_address_stays_text(self):
        for address in ("javascript:void", "JaVaScRiPt:void", "data:text/html,x", "x.html"):
            self.assertEqual(inline(f"[看]({address})"), f"[看]({address})")

    def test_another_host_is_not_reached_by_an_address_within_the_paper(self):
        for address in ("//evil.example/", "/\\evil.example/"):
            self.assertEqual(inline(f"[看]({address})"), f"[看]({address})")

    def test_bold_may_stand_around_a_link(self):
        self.assertEqual(inline("**看[这里](/a)吧**"), '<strong>看<a href="/a">这里</a>吧</strong>')

    def test_bold_around_a_refused_link_lets_nothing_through(self):
        self.assertEqual(inline("**[看](javascript:void)**"), "<strong>[看](javascript:void)</strong>")

    def test_a_mark_without_its_partner_is_text(self):
        for text in ("**没有收尾", "****", "[没有](", "[]()", "2 * 3 ** 4"):
            self.assertEqual(inline(text), text)


class BlockTests(TestCase):
    def test_tells_subhead_quotation_and_paragraph_by_their_first_marks(self):
        self.assertEqual(
            blocks("## 夜校开课\n\n　　第一段。\n> 老师说。\n##不是小标题"),
            [
                Block("subhead", "夜校开课"),
                Block("paragraph", "第一段。"),
                Block("quote", "老师说。"),
                Block("paragraph", "##不是小标题"),
            ],
        )

    def test_a_figure_inside_a_paragraph_follows_it(self):
        self.assertEqual(
            blocks("前半句[图2]，后半句。[图1]"),
            [Block("paragraph", "前半句，后半句。"), Block("figure", number=2), Block("figure", number=1)],
        )

    def test_a_figure_on_a_line_of_its_own_leaves_no_empty_paragraph(self):
        self.assertEqual(blocks("[图3]"), [Block("figure", number=3)])

    def test_a_table_has_a_head_where_dashes_follow_its_first_row(self):
        self.assertEqual(
            blocks("| 站点 | 电话 |\n|---|:-:|\n| 东站 | 1 |"),
            [Block("table", head=("站点", "电话"), rows=(("东站", "1"),))],
        )

    def test_a_table_without_dashes_has_no_head(self):
        self.assertEqual(
            blocks("| 东站 | 1 |\n| 西站 | 2 |\n此后是正文。"),
            [Block("table", rows=(("东站", "1"), ("西站", "2"))), Block("paragraph", "此后是正文。")],
        )

    def test_cells_are_escaped_and_know_bold(self):
        [table] = blocks("| <b> |\n|---|\n| **重** |")

        self.assertEqual((table.head_html, table.rows_html), (["&lt;b&gt;"], [["<strong>重</strong>"]]))

    def test_names_the_figures_that_a_body_places(self):
        self.assertEqual(figure_numbers("[图2]一[图10]\n[图 3][图][图12345]"), [2, 10])


class PlainTextTests(TestCase):
    def test_keeps_the_words_and_drops_every_mark(self):
        body = "## 小标题\n**粗[链接](/a)**字[图1]\n> 引文\n| 甲 | **乙** |\n|---|---|\n| 丙 | 丁 |"

        self.assertEqual(plain_text(body), "小标题\n粗链接字\n引文\n甲 乙\n丙 丁")


class AnythingTypedTests(TestCase):
    """Whatever somebody types, a browser finds no tag in it but the two that are ours."""

    @given(TYPED)
    def test_holds_no_tag_but_ours(self, body):
        for html in html_of(body):
            for tag, attributes in Tags(html).opened:
                self.assertIn((tag, set(attributes)), [("strong", set()), ("a", {"href"})])

    @given(TYPED)
    def test_leads_nowhere_but_to_the_web_to_mail_and_within_the_paper(self, body):
        for html in html_of(body):
            for _tag, attributes in Tags(html).opened:
                self.assertRegex(attributes.get("href") or "/", r"^(?i:https?://|mailto:|/(?![/\\])|#)")

    @given(TYPED)
    def test_closes_what_it_opens(self, body):
        for html in html_of(body):
            tags = Tags(html)
            self.assertCountEqual([tag for tag, _attributes in tags.opened], tags.closed)

    @given(st.text().filter(lambda text: not set(text) & set("*[")))
    def test_unmarked_words_are_shown_as_typed(self, text):
        self.assertEqual(Tags(inline(text)).words, text)
