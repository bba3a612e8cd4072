"""The forms of a photo and of a story on a narrow screen: nothing sticks out, rows stand below each other."""

from django.urls import reverse

from tests.articles.writing import WritingTestCase
from tests.factories import illustrate, make_article, make_photo, photographer

# Fields that begin or end outside the card they stand in.
STICKING_OUT = """() => [...document.querySelectorAll(".module :is(input, select, textarea)")]
  .filter((field) => field.offsetParent && field.type !== "hidden")
  .filter((field) => field.getBoundingClientRect().right > field.closest(".module").getBoundingClientRect().right)
  .map((field) => field.name)"""


class PhoneTests(WritingTestCase):
    viewport = {"width": 390, "height": 844}

    def test_no_field_sticks_out_of_its_card(self):
        photo, story = make_photo(by=[photographer("马敏")]), make_article()
        illustrate(article=story, photo=photo)
        for name, record in (("media_photo", photo), ("articles_article", story)):
            self.visit(reverse(f"admin:{name}_change", args=[record.pk]))
            self.settle()
            for panel in self.page.locator("[role=tab]").all() or [self.page.locator("h1")]:
                panel.click()
                with self.subTest(name, panel=panel.inner_text()):
                    self.assertEqual(self.page.evaluate(STICKING_OUT), [])

    def test_the_cells_of_a_row_stand_below_each_other_under_their_names(self):
        photo = make_photo(by=[photographer("马敏")])
        self.visit(reverse("admin:media_photo_change", args=[photo.pk]))
        cell = self.page.locator("#bylines-0 .field-unit")

        label = cell.evaluate("(cell) => getComputedStyle(cell, '::before').content")

        self.assertIn("单位", label)
        self.assertLess(cell.bounding_box()["x"], 60)

    def test_the_bar_of_checks_and_saving_is_one_row(self):
        self.visit(reverse("admin:articles_article_change", args=[make_article().pk]))
        self.settle()

        bar = self.page.locator(".form-end").bounding_box()

        self.assertLess(bar["height"], 66)
        self.assertLessEqual(bar["x"] + bar["width"], 390)
