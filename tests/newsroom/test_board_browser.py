from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles.models import Page, Placement
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_issue, make_page, place


class BoardBrowserTestCase(WritingTestCase):
    """Two pages with two stories each, and one story that stands nowhere."""

    def setUp(self):
        super().setUp()
        self.issue = make_issue(on=timezone.localdate() + timedelta(days=1), published=False)
        self.one = make_page(issue=self.issue, label="01", name="要闻")
        self.two = make_page(issue=self.issue, label="02", name="县域")
        for headline, page in (("甲", self.one), ("乙", self.one), ("丙", self.two), ("丁", self.two)):
            place(article=make_article(headline=headline), page=page)
        make_article(headline="待上版")
        self.open_board()

    def open_board(self):
        self.visit(reverse("admin:index"))
        self.settle()

    def card(self, headline):
        return self.page.locator(".board-pages, .board-unplaced").locator(f".board-card:has(> :text-is('{headline}'))")

    def shown_on(self, page):
        return self.page.locator(
            f"[data-list='{page.pk if page else ''}'] > .board-card > .board-headline"
        ).all_inner_texts()

    def stored_on(self, page):
        return list(page.placements.order_by("order", "pk").values_list("article__headline", flat=True))

    def told(self):
        return self.page.locator("[data-told]").inner_text()

    def wait_until_told(self, words):
        self.page.locator("[data-told]", has_text=words).wait_for()
        self.settle()

    def drag(self, headline, onto, *, below=False, drop=True):
        """With the mouse, to a place above (or below) the middle of another card, or onto a sheet."""
        start, end = self.card(headline).bounding_box(), onto.bounding_box()
        mouse = self.page.mouse
        mouse.move(start["x"] + 60, start["y"] + 45)
        mouse.down()
        mouse.move(start["x"] + 80, start["y"] + 60, steps=3)
        mouse.move(end["x"] + 60, end["y"] + (end["height"] - 4 if below else 4), steps=6)
        if drop:
            mouse.up()


class MouseTests(BoardBrowserTestCase):
    def test_drags_a_story_before_another_on_another_page(self):
        self.drag("甲", self.card("丁"))
        self.wait_until_told("“甲”已移到第02版：县域。")

        self.assertEqual(self.stored_on(self.two), ["丙", "甲", "丁"])
        self.assertEqual(self.shown_on(self.two), ["丙", "甲", "丁"])
        self.assertEqual(self.complaints, [])

    def test_drags_a_waiting_story_onto_a_page_and_back(self):
        self.drag("待上版", self.card("乙"), below=True)
        self.wait_until_told("已上第01版")
        self.assertEqual(self.stored_on(self.one), ["甲", "乙", "待上版"])

        self.drag("待上版", self.page.locator(".board-unplaced"))
        self.wait_until_told("已从第01版：要闻撤下")

        self.assertEqual((self.stored_on(self.one), self.shown_on(None)), (["甲", "乙"], ["待上版"]))

    def test_sums_up_the_pages_anew(self):
        before = self.page.locator("[data-page-length]").all_inner_texts()

        self.drag("甲", self.card("丁"))
        self.wait_until_told("已移到")

        self.assertEqual(before, ["22字", "22字"])
        self.assertEqual(self.page.locator("[data-page-length]").all_inner_texts(), ["11字", "33字"])

    def test_escape_lets_the_story_where_it_is(self):
        self.drag("甲", self.card("丁"), drop=False)
        self.page.keyboard.press("Escape")
        self.page.mouse.up()
        self.settle()

        self.assertEqual((self.shown_on(self.one), self.stored_on(self.one)), (["甲", "乙"], ["甲", "乙"]))
        self.assertEqual(self.page.locator(".board-ghost, .board-gap").count(), 0)

    def test_a_click_on_a_headline_opens_the_story(self):
        self.card("甲").locator(".board-headline").click()
        self.page.wait_for_load_state()

        self.assertIn("/change/", self.page.url)
        self.settle()

    def test_ctrl_z_takes_the_move_back(self):
        self.drag("甲", self.card("丁"))
        self.wait_until_told("已移到")

        self.page.keyboard.press("Control+z")
        self.wait_until_told("已撤销")

        self.assertEqual(self.stored_on(self.one), ["甲", "乙"])


class KeyTests(BoardBrowserTestCase):
    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def test_carry_a_story_to_another_page_and_keep_the_focus(self):
        self.card("甲").focus()
        self.press("Space", "ArrowRight")
        self.assertEqual(self.told(), "第02版：县域，第1篇，共3篇")
        self.press("ArrowDown", "Space")
        self.wait_until_told("已移到第02版")

        self.assertEqual(self.stored_on(self.two), ["丙", "甲", "丁"])
        focused = self.page.evaluate("document.activeElement.querySelector('.board-headline').textContent")
        self.assertEqual(focused, "甲")

    def test_carry_a_story_off_its_page(self):
        self.card("丙").focus()
        self.press("Enter", "ArrowRight", "Enter")
        self.wait_until_told("已从第02版")

        self.assertEqual(self.stored_on(self.two), ["丁"])

    def test_escape_puts_it_back(self):
        self.card("甲").focus()
        self.press("Space", "ArrowRight", "ArrowDown", "Escape")

        self.assertEqual(self.told(), "“甲”已放回原处。")
        self.assertEqual(self.shown_on(self.one), ["甲", "乙"])

    def test_arrows_go_from_card_to_card(self):
        self.card("甲").focus()
        self.press("ArrowDown", "ArrowRight")

        focused = self.page.evaluate("document.activeElement.querySelector('.board-headline').textContent")
        self.assertEqual(focused, "丁")


class TwoEditorsTests(BoardBrowserTestCase):
    def test_the_second_is_told_and_sees_the_present_board(self):
        Placement.objects.get(article__headline="乙").delete()  # by a colleague, a moment ago

        self.drag("甲", self.card("丁"))
        self.wait_until_told("有人刚刚改动了第01版：要闻")

        self.assertEqual((self.stored_on(self.one), self.shown_on(self.one)), (["甲"], ["甲"]))
        self.assertEqual(self.stored_on(self.two), ["丙", "丁"])

    def test_the_board_follows_and_keeps_the_focus(self):
        self.card("丙").focus()
        Placement.objects.get(article__headline="乙").delete()

        self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        self.wait_until_told("版面有变动")

        self.assertEqual(self.shown_on(self.one), ["甲"])
        focused = self.page.evaluate("document.activeElement.querySelector('.board-headline').textContent")
        self.assertEqual(focused, "丙")

    def test_the_board_waits_while_a_story_is_held(self):
        self.card("甲").focus()
        self.page.keyboard.press("Space")
        Placement.objects.get(article__headline="乙").delete()

        self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        self.settle()

        self.assertEqual(self.shown_on(self.one), ["甲", "乙"])


class MenuTests(BoardBrowserTestCase):
    def test_takes_a_story_to_a_page(self):
        self.card("甲").locator("summary").click()
        self.card("甲").locator("select").select_option(label="第02版：县域")
        self.card("甲").get_by_role("button", name="移过去").click()
        self.wait_until_told("已移到第02版")

        self.assertEqual(self.stored_on(self.two), ["丙", "丁", "甲"])

    def test_names_a_page_without_leaving_the_board(self):
        page = self.page.locator(".board-page").first
        page.locator("[data-menu^=page] > summary").click()
        page.get_by_label("责任编辑").fill("闻人清")
        page.get_by_role("button", name="保存").click()
        self.wait_until_told("第01版：要闻已保存。")

        self.one.refresh_from_db()
        self.assertEqual(self.one.duty_editor, "闻人清")
        self.assertTrue(page.get_by_text("责任编辑 闻人清").is_visible())


class TypedWordsTests(BoardBrowserTestCase):
    """Half-typed in the menu of a page, and not sent yet."""

    def setUp(self):
        super().setUp()
        self.menu = self.page.locator("[data-menu^=page]").first
        self.menu.locator("summary").click()
        self.field = self.menu.get_by_label("责任编辑")
        self.field.fill("闻人")

    def save(self):
        self.menu.get_by_role("button", name="保存").click()

    def test_stay_while_a_story_is_moved(self):
        self.drag("丙", self.card("丁"), below=True)
        self.wait_until_told("换了位置")

        self.assertEqual((self.field.input_value(), self.field.is_visible()), ("闻人", True))

    def test_overwrite_no_colleague_unawares_and_stay_after_the_refusal(self):
        Page.objects.filter(pk=self.one.pk).update(duty_editor="毕佳音")
        self.drag("丙", self.card("丁"), below=True)
        self.wait_until_told("换了位置")

        self.save()
        self.wait_until_told("有人刚刚改动了第01版")
        self.assertEqual((self.field.input_value(), self.field.is_visible()), ("闻人", True))
        self.save()
        self.wait_until_told("已保存")

        self.one.refresh_from_db()
        self.assertEqual(self.one.duty_editor, "闻人")
        self.assertTrue(self.menu.locator("summary").evaluate("it => it === document.activeElement"))

    def test_stay_when_the_server_does_not_answer(self):
        self.page.route("**/page/", lambda route: route.abort())

        self.save()
        self.wait_until_told("服务器没有应答")

        self.assertEqual((self.field.input_value(), self.field.is_visible()), ("闻人", True))


class NoServerTests(BoardBrowserTestCase):
    def test_all_that_was_moved_goes_back_to_its_place(self):
        place(article=make_article(headline="戊"), page=self.one)
        self.open_board()
        asked = []
        self.page.route("**/move/", lambda route: asked.append(route))  # and not answered yet

        self.drag("甲", self.card("丁"))
        self.drag("乙", self.card("丁"))
        self.wait_until(lambda: asked)
        asked[0].abort()
        self.wait_until_told("服务器没有应答")

        self.assertEqual((self.shown_on(self.one), self.shown_on(self.two)), (["甲", "乙", "戊"], ["丙", "丁"]))


class MenuWidthTests(BoardBrowserTestCase):
    def test_no_menu_hangs_over_the_window(self):
        for label in ("03", "04"):
            make_page(issue=self.issue, label=label)
        for width in (1440, 1000, 800, 640, 390):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.open_board()
            for menu in self.page.locator(".board details").all():
                menu.locator("summary").click()
                box = menu.locator("summary + *").bounding_box()
                with self.subTest(width=width, menu=menu.inner_text()[:4]):
                    self.assertGreaterEqual(box["x"], 0)
                    self.assertLessEqual(box["x"] + box["width"], width)
                menu.locator("summary").click()


class WithoutScriptTests(BoardBrowserTestCase):
    def setUp(self):
        super().setUp()
        cookies = self.page.context.cookies()
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN", java_script_enabled=False)
        self.addCleanup(context.close)
        context.add_cookies(cookies)
        self.addCleanup(setattr, self, "page", self.page)
        self.page = context.new_page()
        self.visit(reverse("admin:index"))

    def test_a_story_moves_by_its_menu_and_comes_back_by_undo(self):
        card = self.card("甲")
        card.locator("summary").click()
        card.locator("select").select_option(label="第02版：县域")
        card.get_by_role("button", name="移过去").click()
        self.assertEqual(self.stored_on(self.two), ["丙", "丁", "甲"])
        self.assertTrue(self.page.locator(".messagelist", has_text="“甲”已移到第02版：县域。").is_visible())

        self.page.get_by_role("button", name="撤销").click()

        self.assertEqual(self.stored_on(self.one), ["甲", "乙"])


class PhoneTests(BoardBrowserTestCase):
    viewport = {"width": 390, "height": 844}

    def touch(self, kind, x, y):
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        self.client_of_browser.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def test_a_finger_drags_a_story_by_its_grip(self):
        self.client_of_browser = self.page.context.new_cdp_session(self.page)
        self.client_of_browser.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        # In the middle: near an edge the page scrolls along.
        self.card("甲").evaluate("card => card.scrollIntoView({ block: 'center' })")
        grip = self.card("甲").locator(".board-grip").bounding_box()
        end = self.card("乙").bounding_box()

        self.touch("touchStart", grip["x"] + 8, grip["y"] + 10)
        for step in range(1, 9):
            self.touch(
                "touchMove", grip["x"] + 8, grip["y"] + 10 + (end["y"] + end["height"] - 4 - grip["y"]) * step / 8
            )
        self.touch("touchEnd", 0, 0)
        self.wait_until_told("换了位置")

        self.assertEqual(self.stored_on(self.one), ["乙", "甲"])

    def test_nothing_is_wider_than_the_screen(self):
        self.card("甲").locator("summary").click()

        self.assertLessEqual(self.page.evaluate("document.documentElement.scrollWidth"), 390)
