"""What the reader sees, pixel by pixel, of pictures whose colours are not written as a screen's."""

import struct
import zlib
from io import BytesIO

from django.test import SimpleTestCase
from PIL import Image, ImageChops

from media.imaging.developing import develop
from tests.media.colour_profiles import display_p3, odd_press
from tests.media.hostile_files import chunk
from tests.pictures import encoded, opened

GREY, RGB, GREY_ALPHA, RGB_ALPHA = 0, 2, 4, 6


def seen(content):
    """The colour in the middle of the largest JPEG that readers get."""
    prints = develop(BytesIO(content))
    picture = opened(prints.renditions[-2].content)
    assert (picture.mode, picture.info.get("icc_profile")) == ("RGB", None)
    return picture.getpixel((picture.width // 2, picture.height // 2))


def plain(mode, colour):
    return Image.new(mode, (40, 40), colour)


def png16(kind, *values, **options):
    """Of one colour in 16 bits a channel."""
    row = b"\0" + struct.pack(f">{len(values)}H", *values) * 40
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 40, 16, kind, 0, 0, 0))
    before = b"".join(chunk(name.encode(), content) for name, content in options.items())
    return b"\x89PNG\r\n\x1a\n" + head + before + chunk(b"IDAT", zlib.compress(row * 40)) + chunk(b"IEND", b"")


class ColourTestCase(SimpleTestCase):
    def assert_seen(self, content, colour, within=2):
        got = seen(content)
        self.assertLessEqual(max(abs(one - other) for one, other in zip(got, colour, strict=True)), within, got)


class ProfileTests(ColourTestCase):
    def test_a_phones_wide_colours_become_those_of_a_screen(self):
        # By the matrices of both: red 0.6 and green 0.4 in P3 stand further apart in sRGB.
        for options in ({"format": "PNG"}, {"quality": 100, "subsampling": 0}):
            content = encoded(plain("RGB", (153, 102, 102)), icc_profile=display_p3(), **options)
            self.assert_seen(content, (162, 100, 101))

    def test_colours_that_no_screen_shows_come_as_near_as_they_can(self):
        content = encoded(plain("RGB", (255, 0, 0)), format="PNG", icc_profile=display_p3())

        self.assert_seen(content, (255, 0, 0))

    def test_greys_stay_grey(self):
        content = encoded(plain("RGB", (200, 200, 200)), format="PNG", icc_profile=display_p3())

        self.assert_seen(content, (200, 200, 200))


class InkTests(ColourTestCase):
    def test_without_a_profile_inks_take_their_light_away(self):
        for ink, colour in {
            (0, 255, 255, 0): (255, 0, 0),
            (255, 0, 0, 0): (0, 255, 255),
            (0, 0, 0, 128): (127, 127, 127),
            (0, 0, 0, 0): (255, 255, 255),
        }.items():
            self.assert_seen(encoded(plain("CMYK", ink), quality=100), colour)

    def test_with_a_profile_they_look_as_on_that_press(self):
        for ink, colour in {
            (255, 0, 0, 0): (0, 255, 0),
            (0, 0, 0, 0): (255, 255, 255),
            (255, 255, 0, 0): (0, 0, 0),
            (0, 0, 0, 255): (0, 0, 0),
        }.items():
            content = encoded(plain("CMYK", ink), quality=100, icc_profile=odd_press())
            self.assert_seen(content, colour, within=16)

    def test_adobe_writes_inks_upside_down_and_others_do_not(self):
        by_adobe = encoded(ImageChops.invert(plain("CMYK", (0, 255, 255, 0))), quality=100)
        mark = by_adobe.index(b"\xff\xee")
        by_others = by_adobe[:mark] + by_adobe[mark + 16 :]

        self.assertEqual(by_adobe[mark + 4 : mark + 9], b"Adobe")
        self.assert_seen(by_adobe, (0, 0, 0))
        self.assert_seen(by_others, (255, 0, 0))


class SixteenBitTests(ColourTestCase):
    def test_keeps_the_upper_eight_bits(self):
        self.assert_seen(png16(RGB, 0xFFFF, 0x8000, 0x00FF), (255, 128, 0))
        self.assert_seen(png16(GREY, 0x40FF), (64, 64, 64))

    def test_lays_glass_on_white(self):
        self.assert_seen(png16(RGB_ALPHA, 0xFFFF, 0, 0, 0x8000), (255, 127, 127))
        self.assert_seen(png16(GREY_ALPHA, 0, 0x8000), (127, 127, 127))

    def test_reads_the_profile_too(self):
        packed = b"p3\0\0" + zlib.compress(display_p3())

        self.assert_seen(png16(RGB, 0x9999, 0x6666, 0x6666, iCCP=packed), (162, 100, 101))


class PaletteTests(ColourTestCase):
    def test_shows_its_colours_and_white_where_it_is_open(self):
        palette = plain("P", 1)
        palette.putpalette([9, 9, 9, 200, 30, 60])

        self.assert_seen(encoded(palette, format="PNG"), (200, 30, 60))
        self.assert_seen(encoded(palette, format="PNG", transparency=1), (255, 255, 255))
