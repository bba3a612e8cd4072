from articles.models import Article, OpenForm
from desk.models import User
from newsroom.groups import EDITOR
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_user

FIRST, SECOND = "第一段讲会议。", "第二段讲车间。"


class TwoEditorsTestCase(WritingTestCase):
    """The colleague sits at a browser of his own; both have opened the story before anybody saves."""

    def setUp(self):
        super().setUp()
        self.article = make_article(body=f"{FIRST}\n{SECOND}")
        self.mine = self.page
        self.mine.on("dialog", lambda dialog: dialog.accept())
        self.theirs = self.sit_down(make_user(group=EDITOR, name="王编辑"))
        self.at(self.mine)

    def sit_down(self, user):
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN")
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.page.on("request", lambda request: self.under_way.add(request))
        for is_over in ("requestfinished", "requestfailed"):
            self.page.on(is_over, lambda request: self.under_way.discard(request))
        # Sent when its window closes, it would reach a database that is being emptied.
        self.page.add_init_script("navigator.sendBeacon = () => false")
        self.log_in(user)
        self.open_form(self.article)
        return self.page

    def at(self, page):
        self.page = page
        if page.url == "about:blank":
            self.open_form(self.article)
        return page.locator("#id_body")

    def rewrite(self, page, old, new):
        area = self.at(page)
        area.fill(area.input_value().replace(old, new))

    def text(self):
        return Article.objects.get().body.replace("\r\n", "\n")


class TwoEditorsAtOnceTests(TwoEditorsTestCase):
    def test_in_different_places_both_have_their_way(self):
        self.rewrite(self.theirs, "会议", "座谈会")
        self.save()
        self.rewrite(self.mine, "车间", "班组")
        self.save()

        self.assertIn("两人的修改已合并", self.mine.locator(".clashes").inner_text())
        self.assertEqual(self.at(self.mine).input_value(), "第一段讲座谈会。\n第二段讲班组。")
        self.save()

        self.assertEqual(self.text(), "第一段讲座谈会。\n第二段讲班组。")
        self.assertEqual((self.mine.locator(".clashes").count(), self.mine.locator(".kept-words").count()), (0, 0))
        self.assertEqual(self.complaints, [])


class ClashingEditorsTests(TwoEditorsTestCase):
    def setUp(self):
        super().setUp()
        self.rewrite(self.theirs, "车间", "工地")
        self.save()
        self.rewrite(self.mine, "车间", "班组")
        self.save()

    def choose(self, answer):
        self.mine.locator(f".clash-question [value={answer}]").check()

    def test_choose_and_see_it_in_the_text_at_once(self):
        seen = []
        for answer in ("theirs", "both", "mine", "theirs"):
            self.choose(answer)
            seen.append(self.at(self.mine).input_value().splitlines()[1])
        self.save()

        self.assertEqual(seen, ["第二段讲工地。", "第二段讲班组工地。", "第二段讲班组。", "第二段讲工地。"])
        self.assertEqual(self.text(), f"{FIRST}\n第二段讲工地。")
        self.assertEqual(self.complaints, [])

    def test_may_write_on_before_they_choose(self):
        area = self.at(self.mine)
        area.press("Control+Home")
        area.press_sequentially("导语𠮷。")
        self.save()
        self.assertIn("还有没选定的地方", self.mine.locator(".errornote ~ .errorlist, .errorlist").first.inner_text())
        self.choose("theirs")
        self.save()

        self.assertEqual(self.text(), f"导语𠮷。{FIRST}\n第二段讲工地。")

    def test_settle_it_by_hand(self):
        self.rewrite(self.mine, "班组", "班和组")
        self.mine.locator(".clash-by-hand", has_text="以改写的为准").wait_for()
        self.save()

        self.assertEqual(self.text(), f"{FIRST}\n第二段讲班和组。")


class ClashingWithoutScriptsTests(WritingTestCase):
    def test_choices_travel_with_the_save(self):
        article = make_article(body=SECOND)
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN", java_script_enabled=False)
        self.addCleanup(setattr, self, "page", self.page)
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.log_in(User.objects.get())
        area = self.open_form(article)
        self.store(article, "第二段讲工地。")
        area.fill("第二段讲班组。")
        self.save()

        self.page.locator(".clash-question [value=both]").check()
        self.save()

        self.assertEqual(Article.objects.get().body, "第二段讲班组工地。")

    def store(self, article, body):
        article.keep_as_found()
        Article.objects.update(body=body)
        article.keep_version(why="edited")


class TwoWindowsOfOneEditorTests(TwoEditorsTestCase):
    def sit_down(self, user):
        self.page = self.mine.context.new_page()
        self.open_form(self.article)
        return self.page

    def test_tell_of_each_other_and_lose_nothing(self):
        self.mine.locator("[data-others]", has_text="您在另一个窗口也打开了这篇稿件").wait_for()
        self.rewrite(self.theirs, "会议", "座谈会")
        self.save()
        self.rewrite(self.mine, "车间", "班组")
        self.save()
        self.save()

        self.assertEqual(self.text(), "第一段讲座谈会。\n第二段讲班组。")
        self.assertFalse(OpenForm.objects.with_words().exists())


class LateWordsTests(WritingTestCase):
    def test_that_arrive_after_the_save_are_nobodys_unsaved_words(self):
        article = make_article(body=SECOND)
        sent = []
        self.page.on("request", lambda request: sent.append(request) if request.url.endswith("/open/") else None)
        self.open_form(article).press_sequentially("没存的。")
        self.page.locator("[data-kept]", has_text="已存到服务器").wait_for()
        late = sent[-1]
        self.save()

        answer = self.page.request.post(
            late.url, data=late.post_data_buffer, headers={"content-type": late.headers["content-type"]}
        )
        self.open_form(article)

        self.assertTrue(answer.json()["closed"])
        self.assertEqual(self.page.locator(".kept-words").count(), 0)
        self.assertEqual(Article.objects.get().body, f"没存的。{SECOND}")
