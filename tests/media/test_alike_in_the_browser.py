"""The lines of an upload in a real browser: what is there already stands beside its line, a series in one sentence."""

from media.models import KeptBoth
from tests.factories import make_photo, make_user
from tests.media.alike import darker, marked, scene
from tests.media.test_dropping_photos import UPLOAD, PhotographerTestCase
from tests.pictures import encoded, upload


def file(name, picture, quality=80):
    return name, encoded(picture, quality=quality)


class AlikeLinesTests(PhotographerTestCase):
    def setUp(self):
        super().setUp()
        self.theirs = make_photo(
            caption="比武现场。", file=upload(encoded(scene(1))), uploaded_by=make_user(username="马敏")
        )
        self.visit(UPLOAD)

    def test_a_line_shows_the_picture_that_it_looks_like_and_it_is_ticked_in_the_table(self):
        self.drop(file("甲.jpg", marked(scene(1))), file("乙.jpg", scene(2)))
        self.count(".drop-line.is-done", 2)

        beside = self.line("甲.jpg").locator(".photo-alike")
        self.assertIn("相近图片： 比武现场。", beside.inner_text())
        self.assertIn("马敏", beside.inner_text())
        self.assertEqual(beside.locator("img").count(), 2)
        self.assertEqual(self.line("乙.jpg").locator(".photo-alike").count(), 0)

        self.go_on()
        self.page.get_by_text("两张都留").click()
        self.save()

        self.assertEqual(KeptBoth.objects.get().first, self.theirs)
        self.assertEqual(self.complaints, [])

    def test_a_series_is_one_sentence(self):
        self.drop(*[file(f"{quality}.jpg", darker(scene(3)), quality) for quality in (60, 70, 80)])
        self.count(".drop-line.is-done", 3)

        self.page.get_by_text("其中3张彼此相近。").wait_for()
        self.assertEqual(self.page.locator(".photo-alike").count(), 0)
