"""Tagged text, byte by byte: the house's own, and InDesign's."""

import codecs
import re

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.exports.indesign import HEAD, in_indesign
from articles.exports.parts import Look, Part, Style, Words, line, marked, printable
from articles.exports.tagged import in_gb18030, in_utf8, tagged_text

TABLE = Part(Style.TABLE, rows=(("单位", "人数"), ("店口镇", "12<8")), has_head=True)
OPENING = Part(Style.PARAGRAPH, (Words("本报讯", Look.DATELINE), Words(" "), *marked("日前，**三百名**职工")))
# Latin, half-width marks, quotes of both kinds, marks that tags are made of, a rare character beyond the first plane.
EVERY_KIND = "a1 \"b\" 'c' “丁” ‘戊’ <主题> \\n & ；—— …… 镕 𠮷 😀 〇 · ～ é ①　全角"


class HouseTextTests(SimpleTestCase):
    def test_begins_every_line_with_its_style(self):
        parts = [*line(Style.KICKER, "高温下的牵挂"), *line(Style.HEADLINE, "工会送清凉"), OPENING, TABLE]

        self.assertEqual(
            tagged_text(parts),
            "〖引题〗高温下的牵挂\r\n"
            "〖主题〗工会送清凉\r\n"
            "〖正文〗〖电头〗本报讯〖/电头〗 日前，〖粗体〗三百名〖/粗体〗职工\r\n"
            "〖表头〗单位\t人数\r\n"
            "〖表格〗店口镇\t12<8\r\n",
        )

    def test_in_utf8_begins_with_a_byte_order_mark(self):
        self.assertEqual(in_utf8(line(Style.HEADLINE, "送")), b"\xef\xbb\xbf\xe3\x80\x96" + "主题〗送\r\n".encode())

    def test_in_gb18030_has_two_bytes_for_what_gbk_knows_and_no_mark(self):
        self.assertEqual(in_gb18030(line(Style.HEADLINE, "送")), b"\xa1\xbc\xd6\xf7\xcc\xe2\xa1\xbd\xcb\xcd\r\n")

    def test_keeps_every_kind_of_character_in_both(self):
        parts = line(Style.PARAGRAPH, EVERY_KIND)

        self.assertEqual(in_utf8(parts).decode("utf-8-sig"), f"〖正文〗{EVERY_KIND}\r\n")
        self.assertEqual(in_gb18030(parts).decode("gb18030"), f"〖正文〗{EVERY_KIND}\r\n")

    def test_doubles_a_bracket_that_somebody_typed(self):
        self.assertEqual(tagged_text(line(Style.PARAGRAPH, "〖主题〗假的")), "〖正文〗〖〖主题〗〗假的\r\n")


class InDesignTests(SimpleTestCase):
    def body(self, parts):
        """Behind the byte order mark and the head."""
        content = in_indesign(parts)
        self.assertTrue(content.startswith(codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le")))
        return content.removeprefix(codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le"))

    def test_begins_with_mark_encoding_and_platform(self):
        content = in_indesign(line(Style.HEADLINE, "送"))

        self.assertEqual(content[:30], b"\xff\xfe" + "<UNICODE-WIN>\r".encode("utf-16-le"))

    def test_names_every_style_before_it_is_used(self):
        for style in Style:
            self.assertIn(f"\r\n<DefineParaStyle:{style}=<Nextstyle:{style}>>\r\n", HEAD)
        self.assertIn("<DefineCharStyle:粗体=>\r\n<DefineCharStyle:电头=>\r\n", HEAD)

    def test_is_a_paragraph_to_a_line_and_none_behind_the_last(self):
        parts = [*line(Style.HEADLINE, "送"), OPENING, TABLE]

        self.assertEqual(
            self.body(parts).decode("utf-16-le"),
            "<ParaStyle:主题>送\r\n"
            "<ParaStyle:正文><CharStyle:电头>本报讯<CharStyle:> 日前，<CharStyle:粗体>三百名<CharStyle:>职工\r\n"
            "<ParaStyle:表头>单位\t人数\r\n"
            "<ParaStyle:表格>店口镇\t12\\<8",
        )

    def test_puts_a_backslash_before_what_has_meaning(self):
        parts = line(Style.PARAGRAPH, r"<ParaStyle:主题>\<b>")

        self.assertEqual(self.body(parts).decode("utf-16-le"), r"<ParaStyle:正文>\<ParaStyle:主题\>\\\<b\>")

    def test_keeps_every_kind_of_character(self):
        told = self.body(line(Style.PARAGRAPH, EVERY_KIND)).decode("utf-16-le")

        unescaped = told.removeprefix("<ParaStyle:正文>").replace("\\<", "<").replace("\\>", ">").replace("\\\\", "\\")
        self.assertEqual(unescaped, EVERY_KIND)

    def test_writes_characters_beyond_the_first_plane_as_pairs(self):
        self.assertTrue(self.body(line(Style.PARAGRAPH, "𠮷")).endswith(b"\x42\xd8\xb7\xdf"))


class AnyTextTests(SimpleTestCase):
    """Whatever somebody typed comes back out of every format, and nothing that it says is taken for a tag."""

    @given(st.text(st.characters(), max_size=60) | st.text("<>\\〖〗/粗体 a\t", max_size=30))
    def test_is_told_apart_from_tags(self, typed):
        text = printable(typed)
        part = Part(Style.PARAGRAPH, (Words(text),))

        placed = in_indesign([part]).decode("utf-16").partition("<ParaStyle:正文>")[2]
        self.assertEqual(re.sub(r"\\([<>\\])", r"\1", placed), text)
        self.assertNotRegex(placed, r"(?<!\\)(?:\\\\)*[<>]")
        for content in (in_utf8([part]).decode("utf-8-sig"), in_gb18030([part]).decode("gb18030")):
            told = content.removeprefix("〖正文〗").removesuffix("\r\n")
            self.assertEqual(told.replace("〖〖", "〖").replace("〗〗", "〗"), text)
