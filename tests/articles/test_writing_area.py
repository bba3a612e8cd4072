from articles.models import Article
from tests.articles.writing import WritingTestCase
from tests.factories import illustrate, make_article
from wording.length import length
from wording.markup import plain_text

SAMPLES = [
    "",
    "本报讯 日前，活动在广场举行。",
    "AI 大模型 GPT-4o 于 2023-03-02 12:30 上线，增长12.5%，共1,200人；don’t it's",
    "## 小标题\n正文第一段。\n> 引文一句\n[图1]\n[图12]尾巴",
    "| 姓名 | 单位 |\n|---|---|\n| 李 凡 | **江岸** [钢厂](https://example.org/) |\n|---|---|",
    "**粗 **体** 与 [链接](http://a.b) 与 [不是](a b)、[ ]( )、****",
    "##没有空格\n##  两个空格 \n>没有空格\n　　缩进\u00a0\u200b\ufeff首行",
    "𠮷野家、é、ﬁ、①②、ＡＢＣ１２３、Привет мир、αβγ、日本語カナ",
    "省略号……破折号——间隔号·《书名》“引号”『』\r\n换行\t制表\x1c\x85分隔",
    "| 只有一行 |\n||\n|\n| a | [图3] |\n\n|---|\n|---|",
]
COUNT = """async (samples) => {
  const { bodyLength } = await import("/static/newsroom_admin/js/length.js");
  return samples.map(bodyLength);
}"""


class LengthAsOneTypesTests(WritingTestCase):
    def test_counts_as_the_server_does(self):
        self.open_form()

        counted = self.page.evaluate(COUNT, SAMPLES)

        self.assertEqual(counted, [length(plain_text(sample)) for sample in SAMPLES])

    def test_is_shown_while_writing(self):
        area = self.open_form()

        area.press_sequentially("十个字的正文在这里。")

        self.assertEqual(self.page.locator(".writing-length").inner_text(), "字数 10")


class WritingToolsTests(WritingTestCase):
    def write(self, words, select=None):
        area = self.open_form()
        area.fill(words)
        start = words.index(select) if select else len(words)
        area.evaluate("(area, [from, to]) => area.setSelectionRange(from, to)", [start, start + len(select or "")])
        area.focus()
        return area

    def test_bold_goes_around_the_selection_and_off_again(self):
        area = self.write("活动持续到四月底。", select="四月底")

        area.press("Control+b")
        self.assertEqual(area.input_value(), "活动持续到**四月底**。")
        area.press("Control+b")
        self.assertEqual(area.input_value(), "活动持续到四月底。")

    def test_a_line_becomes_a_subhead_and_a_line_again(self):
        area = self.write("第一段。\n岗位送到家门口\n第二段。", select="送到")

        area.press("Control+Alt+Digit2")
        self.assertEqual(area.input_value(), "第一段。\n## 岗位送到家门口\n第二段。")
        area.press("Control+Alt+Digit2")
        self.assertEqual(area.input_value(), "第一段。\n岗位送到家门口\n第二段。")

    def test_a_link_leaves_its_address_selected(self):
        area = self.write("详见总工会网站。", select="总工会网站")

        area.press("Control+k")
        self.page.keyboard.insert_text("https://example.org/")

        self.assertEqual(area.input_value(), "详见[总工会网站](https://example.org/)。")

    def test_the_browsers_undo_takes_a_tool_back(self):
        area = self.write("活动持续到四月底。", select="四月底")

        self.page.locator("[data-tool=quote]").click()
        self.assertEqual(area.input_value(), "> 活动持续到四月底。")
        area.press("Control+z")

        self.assertEqual(area.input_value(), "活动持续到四月底。")

    def test_the_menu_of_photos_puts_a_numbered_illustration_on_its_own_line(self):
        article = make_article(body="第一段。")
        illustrate(article=article)
        second = illustrate(article=article)
        area = self.open_form(article)
        area.press("Control+End")

        self.page.locator("[data-tool=photo]").click()
        self.page.locator(".writing-figure").nth(1).click()

        self.assertEqual(area.input_value(), f"第一段。\n[图{second.number}]")

    def test_the_menu_says_what_to_do_while_there_is_no_photo(self):
        self.open_form(make_article())

        self.page.locator("[data-tool=photo]").click()

        self.assertIn("还没有配图", self.page.locator(".writing-note").inner_text())

    def test_full_screen_is_left_by_escape(self):
        area = self.open_form(make_article())

        area.press("Control+Alt+Enter")
        self.assertEqual(self.page.locator(".writing-area.is-focus").count(), 1)
        area.press("Escape")
        self.assertEqual(self.page.locator(".writing-area.is-focus").count(), 0)

    def test_nothing_breaks_the_content_security_policy(self):
        area = self.open_form(make_article())
        self.paste(area, html='<p style="font-weight:bold" onclick="x()">粗</p><style>p{color:red}</style>')
        area.press("Control+Alt+Enter")
        self.page.frame_locator(".writing-preview-frame").locator("strong", has_text="粗").wait_for()
        self.settle()

        self.assertEqual(self.complaints, [])


class PreviewTests(WritingTestCase):
    def test_shows_what_is_typed_as_the_reader_will_see_it(self):
        area = self.open_form(make_article(headline="工会送清凉", body="第一稿。"))
        preview = self.page.frame_locator(".writing-preview-frame")
        preview.get_by_text("第一稿。").wait_for()

        area.fill("第二稿有**重点**。")

        preview.locator("strong", has_text="重点").wait_for()
        self.assertEqual(preview.get_by_text("第一稿。").count(), 0)

    def test_follows_the_headline_too(self):
        self.open_form(make_article(headline="旧题"))

        self.page.locator("#id_headline").fill("新题")

        self.page.frame_locator(".writing-preview-frame").get_by_role("heading", name="新题").wait_for()

    def test_a_failure_is_said_quietly_and_the_writing_goes_on(self):
        area = self.open_form(make_article())
        self.page.route("**/preview-body/", lambda route: route.abort())

        area.fill("写下去。")

        self.page.get_by_text("暂时无法预览").wait_for()
        self.assertEqual(area.input_value(), "写下去。")


class WithoutScriptTests(WritingTestCase):
    def test_the_form_is_a_plain_one_and_saves(self):
        article = make_article(body="第一稿。")
        context = self.chromium.new_context(java_script_enabled=False, locale="zh-CN")
        self.addCleanup(context.close)
        context.add_cookies(self.page.context.cookies())
        plain = context.new_page()

        plain.goto(f"{self.live_server_url}/admin/articles/article/{article.pk}/change/")
        self.assertFalse(plain.locator(".writing-tools").is_visible())
        self.assertTrue(plain.locator("#bylines-group").is_visible())
        plain.locator("#id_body").fill("第二稿。")
        plain.locator("[name=_continue]").last.click()

        self.assertEqual(Article.objects.get().body, "第二稿。")
