from articles.models import Doubt
from tests.articles.test_doubt_steps import UNKNOWN, doubt_about
from tests.articles.writing import WritingTestCase
from tests.factories import make_article, reporter


class DoubtKeysTests(WritingTestCase):
    """The steps by keyboard, in a real browser."""

    def setUp(self):
        super().setUp()
        self.article = make_article(by=[reporter("林岚")])
        self.doubt = doubt_about(self.article, **UNKNOWN)

    def press(self, place, key):
        place.press(key)
        self.page.wait_for_load_state()
        self.settle()

    def test_enter_on_its_button_takes_a_step_and_keeps_what_was_typed(self):
        area = self.open_form(self.article)
        area.fill("改过的正文。")
        self.page.get_by_role("tab", name="存疑").click()

        self.press(self.page.get_by_role("button", name="列入作者库并署名"), "Enter")

        self.article.refresh_from_db()
        self.assertEqual(self.article.body, "改过的正文。")
        self.assertTrue(self.article.bylines.filter(name="何青").exists())
        self.assertIn("何青已在作者库中", self.page.locator(".messagelist").inner_text())
        self.assertTrue(self.page.locator("#doubts-group").is_visible())
        self.assertEqual(self.complaints, [])

    def test_enter_in_a_field_takes_none(self):
        self.open_form(self.article)

        self.press(self.page.locator("#id_headline"), "Enter")

        self.assertFalse(self.article.bylines.filter(name="何青").exists())
        self.assertEqual(list(Doubt.objects.open()), [self.doubt])
