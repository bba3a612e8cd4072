from articles.models import Article
from tests.articles.writing import WritingTestCase
from tests.factories import make_article

KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('newsroom:unsaved:')).length"


class UnsavedWordsTests(WritingTestCase):
    """What this computer itself keeps, for words that did not get as far as the server."""

    def setUp(self):
        super().setUp()
        self.page.route("**/admin/articles/article/open/", lambda route: route.abort())
        self.page.add_init_script("navigator.sendBeacon = () => false")
        self.article = make_article(body="第一稿。")
        self.asked = []
        self.page.on("dialog", self.answer)

    def answer(self, dialog):
        self.asked.append(dialog.type)
        dialog.accept()

    def write_and_leave(self):
        area = self.open_form(self.article)
        area.press("Control+End")
        area.press_sequentially("没有保存的半句")
        self.visit("/admin/articles/article/")

    def test_leaving_with_them_asks_first(self):
        self.write_and_leave()

        self.assertEqual(self.asked, ["beforeunload"])

    def test_leaving_without_any_asks_nothing(self):
        self.open_form(self.article).press("Control+End")
        self.visit("/admin/articles/article/")

        self.assertEqual(self.asked, [])

    def test_are_offered_on_the_return_and_brought_back(self):
        self.write_and_leave()
        area = self.open_form(self.article)
        self.assertEqual(area.input_value(), "第一稿。")

        self.page.locator(".kept-words").get_by_text("恢复").click()

        self.assertEqual(area.input_value(), "第一稿。没有保存的半句")

    def test_are_gone_once_discarded(self):
        self.write_and_leave()
        self.open_form(self.article)

        self.page.locator(".kept-words").get_by_text("丢弃").click()
        self.open_form(self.article)

        self.assertEqual(self.page.locator(".kept-words").count(), 0)

    def test_say_when_the_story_was_changed_meanwhile(self):
        self.write_and_leave()
        Article.objects.update(version=7, body="别人改过。")

        self.open_form(self.article)

        self.assertIn("较早版本", self.page.locator(".kept-words").inner_text())

    def test_are_forgotten_after_a_save(self):
        area = self.open_form(self.article)
        area.press_sequentially("新")

        self.save()

        self.assertEqual(self.page.evaluate(KEPT), 0)
        self.assertEqual(self.asked, [])
        self.assertEqual(Article.objects.get().body, "新第一稿。")

    def test_are_kept_while_a_save_is_refused(self):
        area = self.open_form(self.article)
        area.press("Control+End")
        area.press_sequentially("我的。")
        Article.objects.update(version=7, body="别人改过。")

        self.save()

        self.assertEqual(self.page.locator("#id_body").input_value(), "第一稿。我的。")
        self.assertEqual(self.page.locator(".kept-words").count(), 0)
        self.assertEqual(self.page.evaluate(KEPT), 1)

    def test_survive_a_story_that_was_never_saved(self):
        self.open_form().press_sequentially("新稿的开头")
        self.visit("/admin/articles/article/")

        area = self.open_form()
        self.page.locator(".kept-words").get_by_text("恢复").click()

        self.assertEqual(area.input_value(), "新稿的开头")
