"""The focal point of a photo, set with a mouse and with a keyboard."""

from django.urls import reverse

from media.models import Photo
from tests.articles.writing import WritingTestCase
from tests.factories import make_photo


class FocalPointTests(WritingTestCase):
    def setUp(self):
        super().setUp()
        self.photo = make_photo(size=(1200, 1475))
        self.visit(reverse("admin:media_photo_change", args=[self.photo.pk]))
        self.settle()
        self.picture = self.page.get_by_role("application", name="焦点")
        self.picture.scroll_into_view_if_needed()

    def numbers(self):
        return [self.page.locator(f"#id_focus_{side}").input_value() for side in "xy"]

    def mark(self):
        return [self.page.locator(".focal-spot").get_attribute(name) for name in ("cx", "cy")]

    def click_at(self, x, y):
        box = self.picture.bounding_box()
        self.page.mouse.click(box["x"] + box["width"] * x / 100, box["y"] + box["height"] * y / 100)

    def test_a_click_sets_it_and_saving_cuts_there(self):
        self.click_at(30, 20)
        self.assertEqual((self.numbers(), self.mark()), (["30", "20"], ["30%", "20%"]))

        self.save()

        photo = Photo.objects.get()
        self.assertEqual((photo.focus, self.complaints), ((30, 20), []))
        self.assertEqual(photo.shown("wide").largest["name"], "wide-640-30x20.jpg")

    def test_arrow_keys_move_it_and_say_where_it_is(self):
        self.picture.focus()
        self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("Shift+ArrowUp")

        self.assertEqual((self.numbers(), self.mark()), (["51", "40"], ["51%", "40%"]))
        self.assertEqual(self.page.locator("[data-focal-said]").text_content(), "焦点：距左51%，距上40%")

    def test_stays_in_the_picture(self):
        self.click_at(1, 99)
        self.picture.focus()
        for _ in range(3):
            self.page.keyboard.press("Shift+ArrowLeft")

        self.assertEqual(self.numbers(), ["0", "99"])

    def test_previews_show_what_each_crop_keeps_as_the_server_cuts_it(self):
        wide = self.page.locator("[data-focal-frame='16/9']")
        self.assertEqual(wide.get_attribute("viewBox"), "0 400 1200 675")

        self.click_at(50, 90)

        self.assertEqual(wide.get_attribute("viewBox"), "0 800 1200 675")

    def test_typed_numbers_move_the_mark(self):
        self.page.locator("#id_focus_x").fill("25")

        self.assertEqual(self.mark(), ["25%", "50%"])
