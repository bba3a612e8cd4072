from articles.models import Article
from tests.articles.writing import WritingTestCase
from tests.factories import correspondent, make_article, reporter


class TabsTests(WritingTestCase):
    def tab(self, name):
        return self.page.get_by_role("tab", name=name)

    def open_tab(self):
        return self.page.locator("[role=tab][aria-selected=true]").evaluate("(tab) => tab.firstChild.data")

    def test_show_one_section_at_a_time(self):
        self.open_form(make_article(by=[reporter("李凡")]))

        self.tab("署名").click()

        self.assertTrue(self.page.locator("#bylines-group").is_visible())
        self.assertFalse(self.page.locator("#id_headline").is_visible())

    def test_are_walked_with_the_arrow_keys(self):
        self.open_form(make_article())
        first = self.open_tab()

        self.page.locator("[role=tab][aria-selected=true]").press("End")
        self.assertEqual(self.open_tab(), "更正")
        self.page.keyboard.press("ArrowRight")
        self.assertEqual(self.open_tab(), first)

    def test_an_address_leads_to_its_section(self):
        article = make_article()
        self.visit(f"/admin/articles/article/{article.pk}/change/#illustrations-group")

        self.assertEqual(self.open_tab(), "配图")

    def test_the_section_stays_open_over_a_save(self):
        self.open_form(make_article(by=[reporter("李凡")]))
        self.tab("署名").click()

        self.save()

        self.assertEqual(self.open_tab(), "署名")

    def test_the_first_section_with_an_error_opens(self):
        self.open_form(make_article(by=[reporter("李凡")]))
        self.page.locator("#id_headline").fill("")
        self.tab("署名").click()

        self.save()

        self.assertTrue(self.page.locator("#id_headline").is_visible())
        self.assertEqual(self.page.locator(".form-tab-errors").inner_text(), "1")


class OrderOfRowsTests(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.article = make_article(by=[reporter("李凡"), correspondent("周永卫"), correspondent("梁昊")])
        self.visit(f"/admin/articles/article/{self.article.pk}/change/#bylines-group")

    def row(self, place):
        return self.page.locator("#bylines-group tr.has_original").nth(place)

    def names(self):
        return [byline.name for byline in Article.objects.get().bylines.order_by("order", "pk")]

    def test_is_changed_with_the_buttons(self):
        self.row(2).get_by_role("button", name="上移").press("Enter")
        self.save()

        self.assertEqual(self.names(), ["李凡", "梁昊", "周永卫"])

    def test_is_changed_by_dragging(self):
        grip, target = self.row(2).locator(".order-grip"), self.row(0).bounding_box()
        grip.hover()
        self.page.mouse.down()
        self.page.mouse.move(target["x"] + 30, target["y"] + target["height"] + 10, steps=5)
        self.page.mouse.move(target["x"] + 30, target["y"] + 5, steps=5)
        self.page.mouse.up()
        self.save()

        self.assertEqual(self.names(), ["梁昊", "李凡", "周永卫"])

    def test_a_blank_new_row_is_not_sent_for_checking(self):
        self.page.locator("#bylines-group .add-row a").click()
        self.row(1).get_by_role("button", name="上移").click()
        self.save()

        self.assertEqual(self.names(), ["周永卫", "李凡", "梁昊"])

    def test_survives_a_new_row_moved_up_and_another_taken_away(self):
        for _ in range(2):
            self.page.locator("#bylines-group .add-row a").click()
        new = self.page.locator("#bylines-group tr.dynamic-bylines:not(.has_original)")
        new.nth(0).get_by_role("button", name="上移").click()
        new.nth(1).locator(".inline-deletelink").click()
        new.nth(0).locator(".inline-deletelink").click()
        self.row(2).get_by_role("button", name="上移").click()
        self.save()

        self.assertEqual(self.names(), ["李凡", "梁昊", "周永卫"])

    def test_the_numbers_are_out_of_sight(self):
        self.assertFalse(self.page.locator("#id_bylines-0-order").is_visible())
