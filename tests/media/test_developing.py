from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from django.test import SimpleTestCase
from PIL import Image, ImageCms

from media.imaging.developing import develop, rendition_sizes
from tests.pictures import draw, encoded, exif, opened

PHONE = Path(__file__).parent / "phone.heic"  # 64 × 48, its EXIF knows a place and a turn


def developed(content, filename=""):
    return develop(BytesIO(content), filename)


def printed(prints, name):
    content = next(rendition.content for rendition in prints.renditions if rendition.name == name)
    return opened(content)


def redness(picture, x, y):
    red, _green, blue = picture.getpixel((x, y))
    return red - blue


class DevelopingTests(SimpleTestCase):
    def test_makes_jpeg_and_webp_of_every_step(self):
        prints = developed(encoded(draw(size=(2400, 1600))))

        sizes = [(rendition.name, rendition.width, rendition.height) for rendition in prints.renditions]

        steps = [(320, 213), (640, 427), (960, 640), (1280, 853), (1920, 1280)]
        self.assertEqual(
            sizes, [(f"{width}.{suffix}", width, height) for width, height in steps for suffix in ("jpg", "webp")]
        )

    def test_what_is_recorded_is_what_was_printed(self):
        for rendition in developed(encoded(draw(size=(700, 500)))).renditions:
            picture = opened(rendition.content)

            self.assertEqual(picture.size, (rendition.width, rendition.height))
            self.assertEqual(picture.format.lower(), rendition.format)
            self.assertEqual(rendition.record["bytes"], len(rendition.content))

    def test_remembers_the_hash_of_the_file_as_it_came(self):
        content = encoded()

        self.assertEqual(developed(content).content_hash, sha256(content).hexdigest())

    def test_takes_the_format_from_the_bytes_and_not_from_the_name(self):
        self.assertEqual(developed(encoded(format="PNG"), "picture.jpg").format, "png")

    def test_reads_png_webp_and_a_phones_double_jpeg(self):
        double = encoded(format="MPO", save_all=True, append_images=[draw()])

        formats = [developed(content).format for content in (encoded(format="PNG"), encoded(format="WEBP"), double)]

        self.assertEqual(formats, ["png", "webp", "jpeg"])

    def test_reads_heic(self):
        prints = developed(PHONE.read_bytes())

        self.assertEqual((prints.format, prints.width, prints.height), ("heic", 64, 48))
        self.assertGreater(redness(printed(prints, "64.jpg"), 5, 24), 100)
        self.assertLess(redness(printed(prints, "64.jpg"), 58, 24), -100)


class TurnTests(SimpleTestCase):
    def test_stands_a_turned_picture_upright(self):
        prints = developed(encoded(exif=exif(orientation=6)))

        top, bottom = (redness(printed(prints, "48.jpg"), 24, y) for y in (5, 58))
        self.assertEqual((prints.width, prints.height), (48, 64))
        self.assertGreater(top, 100)
        self.assertLess(bottom, -100)

    def test_knows_every_orientation(self):
        for orientation in range(1, 9):
            picture = draw()
            prints = developed(encoded(picture, format="PNG", exif=exif(orientation=orientation)))

            upright = (48, 64) if orientation >= 5 else (64, 48)
            self.assertEqual((prints.width, prints.height), upright, orientation)

    def test_draws_a_large_turned_jpeg_at_full_width(self):
        prints = developed(encoded(draw(size=(4000, 3000)), exif=exif(orientation=8)))

        self.assertEqual(printed(prints, "1920.jpg").size, (1920, 2560))

    def test_ignores_an_orientation_that_does_not_exist(self):
        self.assertEqual(developed(encoded(exif=exif(orientation=77))).width, 64)


class PrivacyTests(SimpleTestCase):
    def test_tells_nobody_where_the_camera_stood(self):
        contents = [encoded(exif=exif(gps=True), comment=b"secret"), PHONE.read_bytes()]

        for content in contents:
            self.assertIn(b"Exif", content)
            for rendition in developed(content).renditions:
                picture = opened(rendition.content)
                self.assertEqual(dict(picture.getexif()), {})
                self.assertNotIn("comment", picture.info)
                self.assertNotIn(b"Exif", rendition.content)

    def test_drops_what_was_hidden_behind_the_picture(self):
        prints = developed(encoded() + b"<script>alert(1)</script>")

        self.assertFalse(any(b"script" in rendition.content for rendition in prints.renditions))


class SizeTests(SimpleTestCase):
    def test_never_enlarges(self):
        self.assertEqual(rendition_sizes(200, 100), [(200, 100)])

    def test_adds_the_own_width_where_it_gains_something(self):
        self.assertEqual(rendition_sizes(1200, 800)[-1], (1200, 800))
        self.assertEqual(rendition_sizes(1000, 800)[-1], (960, 768))

    def test_keeps_a_very_long_picture_within_what_webp_can_hold(self):
        widest = rendition_sizes(1080, 40_000)[-1]

        self.assertEqual(widest, (442, 16370))

    def test_keeps_a_hair_thin_picture_alive(self):
        self.assertEqual(rendition_sizes(40_000, 2)[0], (320, 1))
        self.assertEqual(rendition_sizes(2, 40_000), [(1, 16383)])


class ColourTests(SimpleTestCase):
    def test_lays_transparency_on_white(self):
        glass = Image.new("RGBA", (40, 40), (0, 0, 0, 0))

        for format in ("PNG", "WEBP"):
            picture = printed(developed(encoded(glass, format=format)), "40.jpg")
            self.assertEqual(picture.getpixel((20, 20)), (255, 255, 255))

    def test_keeps_the_grey_of_sixteen_bits(self):
        grey = Image.new("I;16", (40, 40), 0x8000)

        picture = printed(developed(encoded(grey, format="PNG")), "40.jpg")

        self.assertEqual(picture.getpixel((20, 20)), (128, 128, 128))

    def test_prints_every_kind_of_picture_in_rgb(self):
        formats = {"CMYK": "JPEG", "L": "JPEG", "1": "PNG", "P": "PNG", "LA": "PNG", "RGBA": "PNG"}

        for mode, format in formats.items():
            picture = printed(developed(encoded(draw(mode=mode), format=format)), "64.jpg")
            self.assertEqual(picture.mode, "RGB", mode)

    def test_shrinks_a_large_png_in_bands_without_a_seam(self):
        picture = Image.linear_gradient("L").resize((4001, 3001)).convert("RGBA")

        shrunk = printed(developed(encoded(picture, format="PNG", compress_level=1)), "1920.jpg")

        column = [shrunk.getpixel((960, y))[0] for y in range(shrunk.height)]
        self.assertEqual(shrunk.size, (1920, 1440))
        self.assertLessEqual(max(abs(below - above) for above, below in pairwise(column)), 3)

    def test_converts_another_colour_space_to_srgb(self):
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        red_is_blue = srgb.replace(b"rXYZ", b"wait").replace(b"bXYZ", b"rXYZ").replace(b"wait", b"bXYZ")

        picture = printed(developed(encoded(icc_profile=red_is_blue)), "64.jpg")

        self.assertLess(redness(picture, 5, 24), -100)
        self.assertNotIn("icc_profile", picture.info)

    def test_takes_the_plain_colours_where_the_profile_is_of_no_use(self):
        for_other_pictures = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()

        for profile in (for_other_pictures, b"no profile at all"):
            picture = printed(developed(encoded(icc_profile=profile)), "64.jpg")
            self.assertGreater(redness(picture, 5, 24), 100)
