"""How large pictures are decoded in little memory; here with small ones, made to go the same way."""

from io import BytesIO
from unittest.mock import patch

from django.test import SimpleTestCase
from PIL import Image, ImageChops, ImageStat

from media.imaging import webp
from media.imaging.decoding import upright
from media.imaging.opening import ONE_LARGE, open_negative
from media.imaging.refusal import PictureRefused
from tests.media.hostile_files import png
from tests.pictures import draw, encoded, exif, opened


def painted(*, mode="RGB", size=(203, 117)):
    """Something in every block, and no whole number of blocks."""
    bands = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90)]
    return Image.merge("RGB", bands).resize(size).convert(mode)


def decoded(content, *, size=None):
    negative = open_negative(BytesIO(content), "a.jpg")
    return upright(negative, *(size or negative.upright_size))


def decoded_in_parts(content, **options):
    with patch("media.imaging.limits.COEFFICIENT_BYTES", 0):
        assert open_negative(BytesIO(content), "a.jpg").layout
        return decoded(content, **options)


def difference(one, other):
    """(mean, most) of all channels."""
    picture = ImageChops.difference(one, other)
    return max(ImageStat.Stat(picture).mean), max(most for _least, most in ImageStat.Stat(picture).extrema)


class ComponentTests(SimpleTestCase):
    def test_gives_the_same_picture_as_whole(self):
        for options in ({"subsampling": 0}, {"keep_rgb": True}):
            for size in ((203, 117), (17, 9), (8, 8)):
                content = encoded(painted(size=size), progressive=True, **options)
                self.assertLessEqual(difference(decoded_in_parts(content), decoded(content))[1], 1, (options, size))

    def test_colours_of_fewer_pixels_fall_into_place(self):
        for subsampling in (1, 2):
            content = encoded(painted(), progressive=True, subsampling=subsampling, quality=95)
            self.assertLess(difference(decoded_in_parts(content), decoded(content))[0], 1.5)

    def test_inks_and_greys_are_as_they_were(self):
        for mode in ("CMYK", "L"):
            content = encoded(painted(mode=mode), progressive=True)
            self.assertEqual(difference(decoded_in_parts(content), decoded(content)), (0, 0))

    def test_inks_by_way_of_brightness_are_as_they_were(self):
        content = bytearray(encoded(painted(mode="CMYK"), progressive=True))
        content[content.index(b"Adobe") + 11] = 2

        self.assertLessEqual(difference(decoded_in_parts(content), decoded(content))[1], 1)

    def test_comes_out_in_the_size_that_is_asked_for(self):
        content = encoded(painted(size=(1203, 617)), progressive=True)

        small = decoded_in_parts(content, size=(320, 164))

        self.assertEqual(small.size, (320, 164))
        self.assertLess(difference(small, decoded(content, size=(320, 164)))[0], 1.5)

    def test_stands_upright(self):
        content = encoded(draw(size=(64, 48)), progressive=True, exif=exif(orientation=6))

        picture = decoded_in_parts(content)

        self.assertEqual(picture.size, (48, 64))
        self.assertGreater(picture.getpixel((24, 5))[0], 150)

    def test_refuses_what_is_cut_short(self):
        content = encoded(painted(), progressive=True)

        with self.assertRaises(PictureRefused):
            decoded_in_parts(content[: len(content) // 2])

    def test_refuses_bits_that_mean_nothing(self):
        content = encoded(painted(), progressive=True, subsampling=0)
        first = content.index(b"\xff\xda") + 14

        with self.assertRaises(ValueError):
            decoded_in_parts(content[:first] + b"\xfe" * 20 + content[first + 20 :])


@patch("media.imaging.decoding.PLAIN_WEBP", 0)
class LargeWebpTests(SimpleTestCase):
    def test_gives_the_same_picture(self):
        content = encoded(painted(), format="WEBP", lossless=True)

        self.assertEqual(difference(decoded(content), painted()), (0, 0))

    def test_comes_out_in_the_size_that_is_asked_for(self):
        content = encoded(painted(size=(1203, 617)), format="WEBP", quality=90)

        small = decoded(content, size=(320, 164))

        self.assertEqual(small.size, (320, 164))
        self.assertLess(difference(small, opened(content).convert("RGB").resize((320, 164)))[0], 2)

    def test_lays_glass_on_white(self):
        glass = Image.new("RGBA", (300, 200), (200, 0, 0, 0))

        self.assertEqual(decoded(encoded(glass, format="WEBP"), size=(30, 20)).getpixel((9, 9)), (255, 255, 255))

    def test_refuses_what_is_cut_short(self):
        content = encoded(painted(), format="WEBP", quality=95)

        with self.assertRaises(PictureRefused):
            webp.shrunk(BytesIO(content[: len(content) // 2]), (203, 117))

    def test_goes_without_where_pillow_has_none_to_offer(self):
        with patch("media.imaging.webp.LIBRARY", None):
            self.assertEqual(decoded(encoded(format="WEBP")).size, (64, 48))


class InTurnTests(SimpleTestCase):
    def test_a_process_decodes_one_large_picture_at_a_time(self):
        large, small = (open_negative(BytesIO(png(*size)), "a.png") for size in ((8_000, 4_000), (80, 40)))

        with large.in_turn, small.in_turn:
            self.assertTrue(ONE_LARGE.locked())

        with small.in_turn:
            self.assertFalse(ONE_LARGE.locked())
