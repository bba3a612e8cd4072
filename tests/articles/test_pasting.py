from tests.articles.writing import WritingTestCase

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<style>p.MsoNormal{mso-style-parent:"";font-family:宋体}</style></head><body lang=ZH-CN><!--StartFragment-->
<h1 style='mso-pagination:widow-orphan'>岗位送到家门口</h1>
<p class=MsoNormal style='text-indent:21pt'><span style='mso-bidi-font-size:10pt'>　　日前，<b>江岸市</b>总工会在滨江
广场启动行动，</span><span lang=EN-US>127 companies
came</span>。<o:p></o:p></p>
<p class=MsoNormal><img src="file:///C:/a.png"><span style='font-weight:700'>重点</span><b>内容</b><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>姓名</p></td><td><p class=MsoNormal>单位</p></td></tr>
<tr><td><p class=MsoNormal>李明</p></td><td><p class=MsoNormal>江岸|钢厂</p></td></tr></table>
<!--EndFragment--></body></html>"""
WEB = """<div><div>&nbsp;&nbsp;&nbsp;&nbsp;第一段<a href="https://example.org/a(1)">详情</a>。<br>　　第二段。</div>
<blockquote><p>引文。</p></blockquote><ul><li>甲</li><li>乙</li></ul><ol><li>一</li><li>二</li></ol>
<a href="javascript:alert(1)">坏链接</a><script>alert(1)</script><span style="display:none">看不见</span></div>"""
SCAFFOLD = (
    """<table><tr><td><p>左一。</p><p>左二。</p></td><td><p>右。</p></td></tr><tr><td>下。</td><td></td></tr></table>"""
)


class PastingTests(WritingTestCase):
    def test_word_becomes_light_markup(self):
        area = self.open_form()

        self.paste(area, html=WORD, text="whatever")

        self.assertEqual(
            area.input_value().split("\n"),
            [
                "## 岗位送到家门口",
                "日前，**江岸市**总工会在滨江广场启动行动，127 companies came。",
                "**重点内容**",
                "| 姓名 | 单位 |",
                "| 李明 | 江岸｜钢厂 |",
            ],
        )

    def test_a_web_page_becomes_light_markup(self):
        area = self.open_form()

        self.paste(area, html=WEB, text="whatever")

        self.assertEqual(
            area.input_value().split("\n"),
            [
                "第一段[详情](https://example.org/a%281%29)。",
                "第二段。",
                "> 引文。",
                "· 甲",
                "· 乙",
                "1. 一",
                "2. 二",
                "坏链接",
            ],
        )

    def test_a_table_that_only_lays_out_becomes_paragraphs(self):
        area = self.open_form()

        self.paste(area, html=SCAFFOLD, text="whatever")

        self.assertEqual(area.input_value().split("\n"), ["左一。", "左二。", "右。", "下。"])

    def test_a_head_row_stays_a_head(self):
        area = self.open_form()

        self.paste(area, html="<table><tr><th>姓名</th><th>单位</th></tr><tr><td>李明</td><td>钢厂</td></tr></table>")

        self.assertEqual(area.input_value(), "| 姓名 | 单位 |\n|---|---|\n| 李明 | 钢厂 |")

    def test_plain_text_loses_indents_and_empty_lines(self):
        area = self.open_form()

        self.paste(area, text="　　第一段\u00a0文。\r\n\r\n\r\n　　第二段。\u200b")

        self.assertEqual(area.input_value(), "第一段 文。\n\n第二段。")

    def test_words_pasted_inside_a_line_stay_inside_it(self):
        area = self.open_form()
        area.fill("甲乙")
        area.evaluate("(area) => area.setSelectionRange(1, 1)")

        self.paste(area, html="<span>——</span>", text="——")

        self.assertEqual(area.input_value(), "甲——乙")

    def test_a_subhead_pasted_inside_a_line_stands_alone(self):
        area = self.open_form()
        area.fill("甲乙")
        area.evaluate("(area) => area.setSelectionRange(1, 1)")

        self.paste(area, html="<h2>题</h2>", text="题")

        self.assertEqual(area.input_value(), "甲\n## 题\n乙")

    def test_the_browsers_undo_takes_it_back(self):
        area = self.open_form()
        area.press_sequentially("原稿")

        self.paste(area, html="<p>第一段</p><p>第二段</p>", text="whatever")
        self.assertEqual(area.input_value(), "原稿第一段\n第二段")
        area.press("Control+z")

        self.assertEqual(area.input_value(), "原稿")
