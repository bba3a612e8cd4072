from articles.models import FrontBlock, FrontPage
from tests.articles.writing import WritingTestCase
from tests.factories import compose, make_published


class ComposingTests(WritingTestCase):
    def test_a_story_is_found_looked_at_and_pinned(self):
        make_published(headline="夜校开课")
        FrontPage.current()
        self.visit("/admin/articles/frontpage/1/change/")

        self.page.locator(".field-lead .select2-selection").click()
        self.page.keyboard.type("夜校")
        self.page.get_by_role("option", name="夜校开课").click()
        with self.page.context.expect_page() as opened:
            self.page.get_by_role("button", name="预览首页").click()
        self.assertEqual(opened.value.locator(".lead-headline").inner_text(), "夜校开课")
        self.assertIsNone(FrontPage.current().lead)
        self.page.get_by_role("button", name="保存", exact=True).click()

        self.page.get_by_text("人工指定").wait_for()
        self.assertEqual(self.complaints, [])

    def test_blocks_change_places_by_button_on_one_sheet(self):
        compose(blocks=[{"kind": "picked", "title": title} for title in "甲乙丙"])
        self.visit("/admin/articles/frontpage/1/change/")

        self.page.get_by_role("button", name="上移").nth(2).press("Enter")
        self.page.get_by_role("button", name="保存", exact=True).click()

        self.page.locator(".messagelist").wait_for()
        self.assertEqual([block.title for block in FrontBlock.objects.all()], ["甲", "丙", "乙"])

    def test_a_block_asks_only_for_what_its_kind_needs(self):
        self.visit("/admin/articles/frontblock/add/")
        for name, shown in (
            ("专栏", ".field-column"),
            ("最新一期的版面", ".field-page_label"),
            ("手选稿件", "#picks-group"),
        ):
            self.page.get_by_role("radio", name=name, exact=True).check()
            for part in (".field-column", ".field-page_label", "#picks-group"):
                self.assertEqual(self.page.locator(part).is_visible(), part == shown, (name, part))
