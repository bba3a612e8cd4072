from articles import open_forms
from articles.models import Article, OpenForm
from articles.models.article import Stage
from desk.models import User
from newsroom.groups import EDITOR
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_user, reporter


class OpenFormsInABrowserTests(WritingTestCase):
    """What the server keeps of a form while somebody writes in it."""

    def setUp(self):
        super().setUp()
        self.article = make_article(body="第一稿。", by=[reporter("李凡")])
        self.page.on("dialog", lambda dialog: dialog.accept())

    def write(self, words="没有保存的半句"):
        area = self.open_form(self.article)
        area.press("Control+End")
        area.press_sequentially(words)
        return area

    def wait_until_kept(self):
        self.page.locator("[data-kept]", has_text="已存到服务器").wait_for()
        self.settle()

    def wait_until_the_server_has(self, words):
        kept = OpenForm.objects.with_words()
        self.wait_until(lambda: any(words in dict(form.fields)["body"] for form in kept.all()))
        self.settle()
        self.assertEqual(kept.count(), 1)

    def forget_this_computer(self):
        """As on another computer: what this browser itself has kept is not there."""
        self.page.evaluate("localStorage.clear()")

    def test_words_come_back_on_another_computer_after_a_crash(self):
        self.write()
        self.wait_until_kept()
        self.forget_this_computer()
        self.page.goto("about:blank")

        area = self.open_form(self.article)
        offered = self.page.locator(".open-form .kept-words")
        self.assertEqual((area.input_value(), offered.count()), ("第一稿。", 1))
        offered.get_by_text("取回").click()
        self.settle()

        self.assertEqual(self.page.locator("#id_body").input_value(), "第一稿。没有保存的半句")
        self.save()
        self.assertEqual(Article.objects.get().body, "第一稿。没有保存的半句")
        self.assertFalse(OpenForm.objects.with_words().exists())

    def test_rows_come_back_with_the_words(self):
        self.open_form(self.article)
        self.page.get_by_role("tab", name="署名").click()
        self.page.locator("#id_bylines-0-name").fill("李帆")
        self.wait_until_kept()
        self.forget_this_computer()
        self.page.goto("about:blank")

        self.open_form(self.article)
        self.page.locator(".open-form .kept-words").get_by_text("取回").click()
        self.settle()

        self.assertEqual(self.page.locator("#id_bylines-0-name").input_value(), "李帆")

    def test_are_offered_once_where_this_computer_has_kept_them_too(self):
        self.write()
        self.wait_until_kept()
        self.page.goto("about:blank")

        self.open_form(self.article)

        self.assertEqual(self.page.locator(".kept-words").count(), 1)

    def test_words_written_after_a_refused_save_are_kept_too(self):
        self.write("一句。")
        self.wait_until_kept()
        OpenForm.objects.update(turn=50)  # as after some minutes of writing
        self.refuse_a_save()
        self.page.locator("#id_body").press_sequentially("二句。")

        self.wait_until_the_server_has("二句。")
        self.assertEqual(OpenForm.objects.count(), 1)

    def test_a_save_that_was_stopped_stops_nothing_else(self):
        asked = []
        self.page.on("dialog", lambda dialog: asked.append(dialog.type))
        self.write("一句。")
        # The page stays, as when somebody stops it: nothing comes back.
        self.page.route("**/change/", lambda route: route.fulfill(status=204) if is_post(route) else route.continue_())
        with self.page.expect_response(lambda response: response.status == 204):
            self.page.locator("[name=_continue]").last.click()
        self.page.locator("#id_body").press_sequentially("二句。")

        self.wait_until_the_server_has("二句。")
        self.page.goto("about:blank")
        self.assertEqual(asked, ["beforeunload"])

    def test_a_page_too_large_to_be_sent_as_it_goes_still_says_that_it_goes(self):
        area = self.open_form(self.article)
        area.fill("长" * 40_000)
        self.page.goto("about:blank")

        self.wait_until(lambda: not OpenForm.objects.alive().exists())

    def test_a_form_that_was_saved_and_gone_back_to_is_another_without_https(self):
        self.page.add_init_script("delete Crypto.prototype.randomUUID")
        area = self.write("一句。")
        self.wait_until_kept()
        open_forms.close(key=OpenForm.objects.get().key, user=self.first(), article=self.article)
        area.press_sequentially("二句。")

        self.wait_until_the_server_has("二句。")
        self.assertEqual(self.complaints, [])

    def test_whoever_may_write_no_longer_is_told_so(self):
        self.write("一句。")
        Article.objects.update(stage=Stage.READY)

        self.page.locator("[data-kept].is-trouble", has_text="不能再改").wait_for()

    def refuse_a_save(self):
        self.page.locator("#id_headline").evaluate("(field) => { field.required = false; field.value = ''; }")
        self.save()
        self.page.locator(".errornote").first.wait_for()
        self.page.locator("#id_body").press("Control+End")

    def test_what_only_this_computer_has_is_offered_beside_them(self):
        self.page.add_init_script("navigator.sendBeacon = () => false")
        area = self.write("一句。")
        self.wait_until_kept()
        self.page.route("**/article/open/", lambda route: route.abort())
        area.press_sequentially("二句。")
        self.page.goto("about:blank")

        self.open_form(self.article)
        self.page.locator(".kept-words").get_by_text("恢复").click()

        self.assertEqual(self.page.locator("#id_body").input_value(), "第一稿。一句。二句。")

    def test_a_save_leaves_nothing_to_offer(self):
        self.write()
        self.wait_until_kept()

        self.save()
        self.open_form(self.article)

        self.assertEqual(self.page.locator(".kept-words").count(), 0)
        self.assertEqual(self.complaints, [])

    def test_a_colleague_is_announced_before_both_collide(self):
        self.open_form(self.article)
        mine = self.page
        theirs = self.chromium.new_context(viewport=self.viewport, locale="zh-CN")
        self.addCleanup(theirs.close)
        self.watch(theirs)
        self.page = theirs.new_page()
        self.log_in(make_user(group=EDITOR, name="王编辑"))

        self.open_form(self.article)

        self.page.locator("[data-others]", has_text=f"{self.first()}正打开这篇稿件。").wait_for()
        self.page = mine
        mine.locator("[data-others]", has_text="王编辑").wait_for()

    def first(self):
        return User.objects.exclude(name="王编辑").get()

    def test_an_expired_login_is_told_while_writing(self):
        self.write()
        self.wait_until_kept()
        self.page.context.clear_cookies(name="sessionid")

        self.page.locator("#id_body").press_sequentially("还在写")

        self.page.locator("[data-kept]", has_text="登录已过期").wait_for()
        self.assertEqual(self.page.locator("#id_body").input_value(), "第一稿。没有保存的半句还在写")

    def test_an_expired_login_costs_no_word_once_somebody_has_logged_in_again(self):
        self.write("前半句，")
        self.wait_until_kept()
        self.page.context.clear_cookies(name="sessionid")
        self.page.locator("#id_body").press_sequentially("后半句。")
        self.page.locator("[data-kept]", has_text="登录已过期").wait_for()

        self.log_in(User.objects.get())
        self.wait_until_kept()
        self.save()

        self.assertEqual(Article.objects.get().body, "第一稿。前半句，后半句。")
        self.assertFalse(OpenForm.objects.with_words().exists())


def is_post(route):
    return route.request.method == "POST"
