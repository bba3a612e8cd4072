from django.core.files.storage import default_storage
from django.db import transaction
from django.test import SimpleTestCase, TestCase

from media.darkroom import public_path
from media.imaging.cropping import CROPS, FOR_MACHINES, box, crops
from media.models import Photo
from tests.factories import make_photo, photographer
from tests.media.test_darkroom import stored
from tests.media.test_labelling import said_by
from tests.pictures import draw, encoded, opened, upload

WHITE = (255, 255, 255)


def with_a_dot(at, size=(1600, 1600)):
    """A picture with one white square around this point, in percent."""
    picture = draw(size=size)
    x, y = size[0] * at[0] // 100, size[1] * at[1] // 100
    picture.paste(WHITE, (x - 60, y - 60, x + 60, y + 60))
    return encoded(picture, quality=95)


def shows_the_dot(content):
    return opened(content).convert("L").getextrema()[1] > 240


class CutTests(SimpleTestCase):
    def test_keeps_as_much_as_the_shape_allows(self):
        self.assertEqual(box((1600, 1600), CROPS["wide"], (50, 50)), (0, 350, 1600, 1250))
        self.assertEqual(box((3000, 1000), CROPS["list"], (50, 50)), (750, 0, 2250, 1000))

    def test_stops_at_the_edges(self):
        self.assertEqual(box((1600, 1600), CROPS["wide"], (0, 0)), (0, 0, 1600, 900))
        self.assertEqual(box((3000, 1000), CROPS["list"], (100, 100)), (1500, 0, 3000, 1000))

    def test_never_loses_the_focal_point(self):
        for focus in [(5, 5), (95, 5), (50, 95), (35, 60)]:
            for crop in crops(with_a_dot(focus), focus):
                with self.subTest(crop.name):
                    self.assertTrue(shows_the_dot(crop.content))

    def test_loses_what_lies_elsewhere(self):
        names = [crop.name for crop in crops(with_a_dot((50, 5)), (50, 95)) if shows_the_dot(crop.content)]

        self.assertEqual(names, [])

    def test_makes_each_shape_in_its_widths_as_jpeg_and_webp(self):
        made = [(crop.name, crop.width, crop.height) for crop in crops(encoded(draw(size=(1920, 1280))), (35, 60))]

        self.assertEqual(
            made,
            [
                *(("wide-640-35x60.jpg", 640, 360), ("wide-640-35x60.webp", 640, 360)),
                *(("wide-1280-35x60.jpg", 1280, 720), ("wide-1280-35x60.webp", 1280, 720)),
                *(("list-240-35x60.jpg", 240, 160), ("list-240-35x60.webp", 240, 160)),
                *(("list-480-35x60.jpg", 480, 320), ("list-480-35x60.webp", 480, 320)),
            ],
        )

    def test_enlarges_nothing(self):
        upright = crops(encoded(draw(size=(500, 900))))

        self.assertEqual({crop.width for crop in upright}, {240, 480})
        self.assertEqual(crops(encoded(draw(size=(1920, 48)))), [])


class PhotoTests(TestCase):
    def test_has_its_crops_from_the_start_with_the_words_of_the_other_files(self):
        photo = make_photo(size=(700, 500), focus_x=35, focus_y=60, copyright="示例日报")

        for name in ("list-480-35x60.webp", "list-480-35x60.jpg"):
            self.assertEqual(said_by(stored(public_path(photo.key, name))), {"copyright": "示例日报"})
        self.assertIn(public_path(photo.key, "wide-640-35x60.jpg"), photo.stored_files)

    def test_a_retouched_picture_keeps_its_focal_point_and_another_one_begins_in_the_middle(self):
        photo = make_photo(size=(700, 500), focus_x=35, focus_y=60)

        photo.take_in(upload(encoded(draw(size=(1400, 1000)))))
        self.assertEqual(Photo.objects.get().focus, (35, 60))

        photo.take_in(upload(encoded(draw(size=(500, 700)))))
        self.assertEqual(Photo.objects.get().focus, (50, 50))
        self.assertEqual(photo.shown("list").largest["name"], "list-480-50x50.jpg")


class RenewingTests(TestCase):
    def setUp(self):
        with self.captureOnCommitCallbacks(execute=True):
            self.photo = make_photo(size=(700, 500), by=[photographer("马敏")])

    def renew(self):
        with self.captureOnCommitCallbacks(execute=True):
            self.photo.renew_crops()

    def files(self):
        return set(default_storage.listdir(f"files/{self.photo.key}")[1])

    def test_another_focal_point_brings_other_files_and_takes_the_old_ones(self):
        key, whole = self.photo.key, {"320.jpg", "320.webp", "640.jpg", "640.webp"}
        self.photo.focus = (0, 50)

        self.renew()

        steps = ("wide-640", "list-240", "list-480")
        cut = {f"{step}-0x50.{suffix}" for step in steps for suffix in ("jpg", "webp")}
        self.assertEqual((self.photo.key, self.files()), (key, whole | cut))
        self.assertEqual({row["name"] for row in Photo.objects.get().renditions}, whole | cut)

    def test_the_same_focal_point_writes_nothing(self):
        before = self.files()

        with self.assertNumQueries(0):
            self.photo.renew_crops()

        self.assertEqual(self.files(), before)

    def test_a_save_that_fails_leaves_the_old_files_and_no_new_ones(self):
        before = self.files()
        self.photo.focus = (0, 50)

        with self.assertRaises(ZeroDivisionError):
            self.break_off_a_save()

        self.assertEqual(self.files(), before)

    def break_off_a_save(self):
        with transaction.atomic():
            self.photo.renew_crops()
            raise ZeroDivisionError


class MachineCropTests(SimpleTestCase):
    SIZE = (1600, 1000)

    def test_are_one_jpeg_of_each_shape_around_the_focal_point(self):
        made = crops(with_a_dot((95, 5), self.SIZE), (95, 5), FOR_MACHINES)

        names = ["standard-960-95x5.jpg", "square-960-95x5.jpg"]
        self.assertEqual([(crop.name, shows_the_dot(crop.content)) for crop in made], [(name, True) for name in names])

    def test_nobody_waits_for_them(self):
        self.assertEqual({crop.crop for crop in crops(encoded(draw(size=self.SIZE)))}, {"wide", "list"})
