from articles.models import Article, Note, OpenForm
from articles.noting import write
from desk.notices import tell
from newsroom.groups import EDITOR
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, make_user


class NotesInABrowserTests(WritingTestCase):
    """A note goes out by itself, and the words in the story's form stay where they are."""

    def setUp(self):
        super().setUp()
        self.colleague = make_user(group=EDITOR, name="周敏")
        self.user = make_user(group=EDITOR, name="林岚")
        self.log_in(self.user)
        self.article = make_article(body="第一稿。")
        self.area = self.open_form(self.article)
        self.area.press_sequentially("没有保存的半句")
        self.panel = self.page.locator("[data-notes]")

    def write(self, words):
        self.panel.locator(".notes-new > summary").click()
        self.panel.locator("[data-note-words]").press_sequentially(words)

    def send(self):
        self.panel.locator(".note-send .button").click()

    def test_typing_an_at_sign_calls_a_colleague(self):
        self.write("@周")
        self.page.keyboard.press("Enter")
        self.page.keyboard.type("请看导语")
        self.send()
        self.panel.locator(".note").wait_for()
        self.settle()

        note = Note.objects.get()
        self.assertEqual((note.words, list(note.to.all())), ("@周敏 请看导语", [self.colleague]))
        self.assertTrue(self.area.input_value().startswith("没有保存的半句"))
        self.assertEqual(Article.objects.get().body, "第一稿。")
        self.assertEqual(self.complaints, [])

    def test_a_note_never_travels_with_the_unsaved_words(self):
        self.write("只是留言")
        self.wait_until(lambda: OpenForm.objects.with_words().exists())
        self.settle()

        self.assertNotIn("只是留言", str(OpenForm.objects.with_words().get().fields))

    def test_a_note_that_the_server_refuses_stays_in_its_field(self):
        self.panel.locator(".notes-new > summary").click()
        if self.panel.locator("[data-note-all]").count():
            self.panel.locator("[data-note-all]").uncheck()
        self.panel.locator("[data-note-words]").fill("给谁呢")
        self.send()
        self.panel.get_by_text("请选择留言给谁。").wait_for()

        self.assertEqual(self.panel.locator("[data-note-words]").input_value(), "给谁呢")

    def test_whoever_was_logged_out_is_told_and_keeps_the_note(self):
        self.write("@周敏 请看")
        self.page.context.clear_cookies()
        self.send()
        self.panel.get_by_text("您已退出登录").wait_for()

        self.assertEqual(self.panel.locator("[data-note-words]").input_value(), "@周敏 请看")
        self.assertFalse(Note.objects.exists())

    def test_an_unsent_note_outlives_a_save_of_the_story(self):
        self.write("@周")
        self.page.keyboard.press("Enter")
        self.page.keyboard.type("还没发出")
        self.save()

        self.assertEqual(self.panel.locator("[data-note-words]").input_value(), "@周敏 还没发出")
        self.assertTrue(self.panel.locator("[data-note-name='周敏']").is_checked())
        self.assertFalse(Note.objects.exists())

    def test_another_note_keeps_its_words_and_for_whom_they_are_while_one_is_settled(self):
        write(self.article, by=self.colleague, words="导语太长", to=[self.user])
        self.open_form(self.article)
        self.write("@周")
        self.page.keyboard.press("Enter")
        self.page.keyboard.type("写到一半")
        self.panel.locator(".note-settle").click()
        self.panel.locator(".notes-settled").wait_for()

        self.assertEqual(self.panel.locator("[data-note-words]").input_value(), "@周敏 写到一半")
        self.assertEqual(self.panel.locator("input:checked").count(), 1)
        self.send()
        self.panel.locator(".note", has_text="写到一半").wait_for()
        self.assertEqual(self.panel.locator("[data-note-words]").input_value(), "")

    def test_the_sign_of_life_brings_the_number_at_the_bell(self):
        tell([self.user], kind="sent-back", record=self.article)

        self.page.locator("[data-unread]", has_text="1").wait_for()

        self.assertTrue(self.page.title().startswith("(1) "))
        self.settle()


class NotesWithoutAScriptTests(WritingTestCase):
    def setUp(self):
        super().setUp()
        context = self.chromium.new_context(viewport=self.viewport, locale="zh-CN", java_script_enabled=False)
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.colleague = make_user(group=EDITOR, name="周敏")
        self.log_in(make_user(group=EDITOR, name="林岚"))

    def settle(self):
        """Nothing goes on behind such a page."""

    def test_a_note_is_sent_in_a_new_window(self):
        article = make_article(body="第一稿。")
        self.visit(f"/admin/articles/article/{article.pk}/change/")
        self.page.locator("#id_body").fill("没有保存")
        self.page.locator(".notes-new > summary").click()
        self.page.locator("[data-note-words]").fill("@周敏 请看")
        with self.page.context.expect_page() as opened:
            self.page.locator(".note-send .button").click()
        opened.value.wait_for_load_state()

        self.assertIn("@周敏 请看", opened.value.content())
        self.assertEqual(self.page.locator("#id_body").input_value(), "没有保存")
