from articles.models import Article, Page
from tests.intake.documents.samples import Sheet, word
from tests.intake.dropping import DroppingTestCase
from tests.intake.test_corrections import TWO
from tests.intake.test_pdf_intake import draw_page
from tests.intake.test_places import sheet
from tests.intake.test_word_intake import illustrated

NAMES = ["要闻", "工会", "民生", "经济", "文化", "体育", "国际", "副刊"]
DOUBTFUL = """送清凉
本报讯 记者林岚报道 天热了，工会给工友送来

凉茶，大家都说好，第二天又来了许多人，一直到傍晚。

工友们过节
本报讯 通讯员何青报道 节日里，工友们在江畔公园欢聚一堂，度过了一个难忘的夜晚，又唱起了
"""
BROKEN = ("坏.docx", word("坏")[:-100])


class DroppedFilesTests(DroppingTestCase):
    def test_each_file_has_its_own_line_and_a_broken_one_leaves_the_others(self):
        self.drop(("甲.docx", illustrated()), BROKEN, ("乙.txt", TWO.encode()))

        self.assertIn("1篇稿件", self.line("甲.docx").inner_text())
        self.assertIn("2篇稿件", self.line("乙.txt").inner_text())
        self.assertIn("已损坏或不完整", self.line("坏.docx", "refused").inner_text())
        self.assertIn("已读完2个文件，共3个", self.page.locator(".drop-files-sum").inner_text())

        self.read()
        self.assertEqual(self.page.locator(".intake-story").count(), 3)
        self.assertEqual((Article.objects.count(), self.complaints), (0, []))

    def test_files_are_pasted_too_and_text_with_its_picture_is_no_file(self):
        self.paste(("甲.txt", TWO.encode()))
        self.line("甲.txt")

        self.page.evaluate(
            """() => {
              const board = new DataTransfer();
              board.setData("text/plain", "字");
              board.items.add(new File(["x"], "image.png"));
              document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: board, bubbles: true }));
            }"""
        )

        self.assertEqual(self.page.locator(".drop-line").count(), 1)

    def test_a_file_that_broke_off_is_tried_again(self):
        self.page.route("**/intake/file/", lambda route: route.abort())
        self.drop(("甲.txt", TWO.encode()))
        self.assertIn("上传中断", self.line("甲.txt", "broken").inner_text())
        self.page.unroute("**/intake/file/")

        self.page.get_by_role("button", name="重试").click()

        self.assertIn("2篇稿件", self.line("甲.txt").inner_text())

    def test_who_is_logged_out_logs_in_elsewhere_and_tries_again(self):
        cookies = self.page.context.cookies()
        self.page.context.clear_cookies()
        self.drop(("甲.txt", TWO.encode()))
        self.assertIn("登录已过期", self.line("甲.txt", "broken").inner_text())
        self.page.context.add_cookies([cookie for cookie in cookies if cookie["name"] == "sessionid"])

        self.page.get_by_role("button", name="重试").click()

        self.assertIn("2篇稿件", self.line("甲.txt").inner_text())
        self.read()

    def test_a_removed_file_is_not_read(self):
        self.drop(("甲.txt", TWO.encode()), BROKEN)
        self.line("坏.docx", "refused")
        self.line("甲.txt").get_by_role("button", name="移除").click()

        self.assertEqual(self.page.evaluate("document.activeElement.getAttribute('aria-label')"), "移除 坏.docx")
        self.page.locator("[name=read]").click()

        self.page.locator(".errorlist", has_text="请粘贴版面文字").wait_for()

    def test_files_are_still_there_when_more_are_to_come(self):
        self.drop(("甲.docx", illustrated()))
        self.line("甲.docx")
        self.read()

        self.page.locator("[name=files]").click()
        self.page.locator(".drop.is-furnished").wait_for()  # the form fetches its token first
        self.drop(("乙.txt", TWO.encode()))
        self.line("乙.txt")
        self.read()

        self.assertEqual(self.page.locator(".intake-file").all_inner_texts(), ["甲.docx", "乙.txt"])


class WholeIssueTests(DroppingTestCase):
    def test_eight_pages_become_drafts_on_eight_pages(self):
        files = [
            (f"{number:02}.pdf", sheet(f"第{number:02}版：{name} 2023年3月2日", name))
            for number, name in enumerate(NAMES, start=1)
        ]
        self.drop(*files)
        self.page.locator("[name=read]").click()  # it waits for them all
        self.page.locator(".intake-summary").wait_for(timeout=120_000)
        self.assertEqual(self.page.locator("[name=date]").input_value(), "2023-03-02")

        self.draft()

        self.assertEqual(
            [page.title for page in Page.objects.all()],
            [f"第{n:02}版：{name}" for n, name in enumerate(NAMES, start=1)],
        )
        for page in Page.objects.all():
            self.assertEqual((page.pdf, bool(page.picture)), ("page.pdf", True))
            self.assertTrue(all(placement.hotspot for placement in page.placements.all()))
        self.assertEqual(self.complaints, [])

    def test_a_double_press_makes_no_doubles(self):
        self.drop(("版面.pdf", draw_page(Sheet()).pdf()))
        self.line("版面.pdf")
        self.read()
        self.page.locator("[name=date]").fill("2023-03-02")

        self.page.locator("[name=draft]").last.dblclick()
        self.page.locator(".messagelist").wait_for()
        self.settle()

        self.assertEqual(Article.objects.count(), 2)

    def test_the_hotspots_over_the_page_lead_to_their_stories(self):
        self.drop(("版面.pdf", draw_page(Sheet()).pdf()))
        self.line("版面.pdf")
        self.read()
        picture = self.page.locator(".intake-sheet-picture img")

        self.assertTrue(
            picture.evaluate(
                "async image => { image.loading = 'eager'; await image.decode(); return image.naturalWidth; }"
            )
        )
        self.assertEqual(self.page.locator(".intake-area").count(), 2)
        self.page.locator(".intake-area").nth(1).click()

        self.assertTrue(self.page.url.endswith("#story-2"))


class KeyboardTests(DroppingTestCase):
    def setUp(self):
        super().setUp()
        self.choosers = []

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def open_chooser(self, most=20):
        """A browser under load may be deaf to the first key."""
        for _ in range(most):
            self.press("Enter")
            self.page.wait_for_timeout(500)
            if self.choosers:
                return self.choosers[0]
        self.fail("Enter opens no choice of files")

    def focus_by_tab(self, selector, most=80):
        for _ in range(most):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.press("Tab")
        self.fail(f"Tab does not lead to {selector}")

    def test_from_the_file_to_the_drafts_without_a_mouse(self):
        self.page.on(
            "filechooser", lambda chooser: self.choosers.append(chooser)
        )  # from the start: the browser takes a while to heed it
        self.focus_by_tab("#id_file")
        self.open_chooser().set_files([{"name": "甲.txt", "mimeType": "text/plain", "buffer": TWO.encode()}])
        self.line("甲.txt")
        self.focus_by_tab("[name=read]")
        self.press("Enter")
        self.page.locator(".intake-summary").wait_for(timeout=60_000)
        self.settle()
        self.page.locator(".intake-under-way").wait_for(state="attached")  # the scripts have the form in hand

        self.focus_by_tab("#id_form-0-headline")
        self.press("Control+a")
        self.page.keyboard.insert_text("改过的主题")
        self.press("Enter")  # drafts nothing
        self.focus_by_tab(".intake-end [name=draft]")
        self.press("Enter")
        self.page.locator(".messagelist").wait_for(timeout=60_000)
        self.settle()

        self.assertEqual(set(Article.objects.values_list("headline", flat=True)), {"改过的主题", "下了班上夜校"})

    def test_f8_goes_from_warning_to_warning_and_opens_their_stories(self):
        self.drop(("甲.txt", DOUBTFUL.encode()))
        self.line("甲.txt")
        self.read()
        self.page.locator("[data-intake-walk]:not([hidden])").wait_for()  # F8 is taken from now on
        stops = self.page.locator("[data-warning]")
        count = stops.count()
        self.assertGreater(count, 1)

        seen = []
        for _ in range(count):
            self.press("F8")
            seen.append(self.page.evaluate("document.activeElement.hash"))
        self.press("F8", "Shift+F8")

        self.assertEqual(seen, [stop.get_attribute("href") for stop in stops.all()])
        self.assertEqual(self.page.evaluate("document.activeElement.hash"), seen[-1])
        self.assertEqual(self.page.locator(".intake-doubt.is-current").count(), 1)
