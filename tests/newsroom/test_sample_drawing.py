from io import BytesIO

from django.test import SimpleTestCase
from PIL import Image

from newsroom.sample.drawing import DRAWINGS, draw


class DrawingTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.drawn = {name: draw(name) for name in DRAWINGS}

    def test_every_picture_is_a_jpeg_of_its_promised_size(self):
        for name, (_scene, size) in DRAWINGS.items():
            with self.subTest(name), Image.open(BytesIO(self.drawn[name])) as picture:
                self.assertEqual((picture.format, picture.size), ("JPEG", size))

    def test_pictures_are_landscape_or_portrait_of_one_format(self):
        sizes = {size for _scene, size in DRAWINGS.values()}

        self.assertEqual(sizes, {(1600, 1067), (1067, 1600)})

    def test_draws_the_same_picture_every_time(self):
        self.assertEqual(draw("harbour"), self.drawn["harbour"])

    def test_a_picture_has_light_and_dark_in_it(self):
        for name in DRAWINGS:
            with self.subTest(name), Image.open(BytesIO(self.drawn[name])) as picture:
                darkest, lightest = picture.convert("L").resize((40, 40)).getextrema()

                self.assertGreater(lightest - darkest, 90)

    def test_refuses_a_picture_it_does_not_know(self):
        with self.assertRaises(KeyError):
            draw("eclipse")
