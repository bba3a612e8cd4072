"""Picking photos over the story's form, with a real browser."""

from unittest.mock import patch

from django.urls import reverse

from articles.models import Article
from tests.articles.writing import WritingTestCase
from tests.factories import illustrate, make_article, make_photo, make_user


class PickerTestCase(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.photos = [make_photo(caption=f"第{number}张。") for number in range(4)]
        self.story = make_article(headline="工会送清凉")

    def tearDown(self):
        """The form says now and then that it is open: not while the tables are emptied."""
        self.page.goto("about:blank")
        self.settle()

    def open_story(self):
        self.visit(reverse("admin:articles_article_change", args=[self.story.pk]))
        self.open_picker()

    def open_picker(self):
        self.page.get_by_role("tab", name="配图").click()
        self.page.locator(".picker-open button").click()
        self.page.locator(".picker .wall-card").first.wait_for()

    def box(self, photo):
        return self.page.locator(f'.picker .wall-card[data-photo="{photo.pk}"] .action-select')

    def put(self):
        self.page.locator("[data-picker-put]").click()

    def save(self):
        self.page.locator('input[name="_continue"]').click()
        self.page.wait_for_load_state()

    def shown(self):
        return [row.photo.caption for row in self.story.illustrations.all()]


class PickerTests(PickerTestCase):
    def test_what_is_picked_becomes_rows_in_that_order_and_nothing_typed_is_lost(self):
        illustrate(article=self.story, photo=self.photos[0])
        self.visit(reverse("admin:articles_article_change", args=[self.story.pk]))
        self.page.locator("#id_headline").fill("没保存的标题")
        self.open_picker()
        self.box(self.photos[3]).check()
        self.box(self.photos[1]).check()
        self.put()

        rows = self.page.locator("#illustrations-group tr.dynamic-illustrations:not(.has_original)")
        self.assertEqual(rows.count(), 2)
        self.assertIn("第3张", rows.nth(0).locator(".select2-selection__rendered").inner_text())
        self.save()

        self.story.refresh_from_db()
        self.assertEqual(self.shown(), ["第0张。", "第3张。", "第1张。"])
        self.assertEqual(self.story.headline, "没保存的标题")
        self.assertEqual(list(self.story.illustrations.values_list("alt", flat=True))[1:], ["第3张。", "第1张。"])
        self.assertEqual(self.complaints, [])

    def test_leads_from_any_tab_to_the_new_rows_and_says_that_they_are_not_saved(self):
        self.visit(reverse("admin:articles_article_change", args=[self.story.pk]))
        self.page.locator("a[data-pick-photos]").first.click()
        self.box(self.photos[3]).check()
        self.box(self.photos[1]).check()
        self.put()

        self.assertEqual(self.page.get_by_role("tab", name="配图").get_attribute("aria-selected"), "true")
        self.assertEqual(self.page.evaluate("document.activeElement.name"), "illustrations-0-caption")
        self.assertEqual(self.page.locator(".picker-unsaved").inner_text(), "已放入2张，保存稿件后才生效。")

    def test_what_is_picked_stays_while_one_searches_on(self):
        self.open_story()
        self.box(self.photos[2]).check()
        self.page.locator(".picker input[name=q]").fill("第0张")
        self.page.locator(".picker input[name=q]").press("Enter")
        self.box(self.photos[2]).wait_for(state="detached")
        self.box(self.photos[0]).check()

        self.assertIn("已选2张", self.page.locator(".picker-said").inner_text())
        self.page.locator(".picker-tray button").first.click()
        self.put()
        self.save()

        self.assertEqual(self.shown(), ["第0张。"])

    def test_turns_the_page_without_leaving_the_form(self):
        with patch("articles.admin.picking.PAGE", 2):
            self.open_story()
            self.box(self.photos[3]).check()
            self.page.get_by_role("link", name="较早的图片").click()
            self.box(self.photos[0]).check()
            self.put()
        self.save()

        self.assertEqual(self.shown(), ["第3张。", "第0张。"])

    def test_works_by_keyboard_alone(self):
        self.open_story()
        press = self.page.keyboard.press
        self.box(self.photos[3]).focus()
        press("ArrowRight")
        press("Space")
        press("Shift+ArrowRight")
        press("Control+Enter")
        self.save()

        self.assertEqual(self.shown(), ["第2张。", "第1张。"])

    def test_a_photo_of_the_form_cannot_be_picked_again(self):
        self.open_story()
        self.box(self.photos[1]).check()
        self.put()
        self.page.locator(".picker-open button").click()
        self.box(self.photos[2]).wait_for()

        self.assertTrue(self.box(self.photos[1]).is_disabled())
        self.assertIn("已在本稿", self.page.locator(f'.picker [data-photo="{self.photos[1].pk}"]').inner_text())

    def test_a_new_story_takes_them_before_it_is_saved(self):
        self.visit(reverse("admin:articles_article_add"))
        self.page.locator("#id_headline").fill("新稿")
        self.open_picker()
        self.box(self.photos[3]).check()
        self.put()
        self.save()

        self.assertEqual(list(Article.objects.get(headline="新稿").photos.all()), [self.photos[3]])

    def test_closes_by_escape_and_leaves_the_form_as_it_was(self):
        self.open_story()
        self.box(self.photos[1]).check()
        self.page.keyboard.press("Escape")

        self.assertFalse(self.page.locator(".picker").is_visible())
        self.assertEqual(self.page.locator("#illustrations-group tr.dynamic-illustrations").count(), 0)

    def test_says_so_when_the_photos_do_not_come(self):
        self.visit(reverse("admin:articles_article_change", args=[self.story.pk]))
        self.page.context.clear_cookies()
        self.page.get_by_role("tab", name="配图").click()
        self.page.locator(".picker-open button").click()

        self.page.get_by_text("图片没有取到").wait_for()


class PickerOfAReporterTests(PickerTestCase):
    def test_is_not_there_for_a_story_that_one_may_only_look_at(self):
        self.page.context.clear_cookies()
        self.log_in(make_user(group="记者", desk=None))
        self.story.created_by = None
        self.story.save()

        self.visit(reverse("admin:articles_article_change", args=[self.story.pk]))

        self.assertEqual(self.page.locator("[data-photo-picker]").count(), 0)
