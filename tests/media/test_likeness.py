"""The hash itself: what it holds together, and what it keeps apart."""

from itertools import combinations

from django.test import SimpleTestCase
from PIL import Image, ImageOps

from media.comparing import FARTHEST
from media.imaging.likeness import distance, likeness, neighbours, parts, whole
from tests.media import alike
from tests.pictures import draw

SCENES = [alike.scene(number) for number in range(12)]
HANDS = [
    *(alike.smaller, alike.recompressed, alike.brighter, alike.darker, alike.sharper),
    *(alike.grey, alike.marked, alike.barred),
]


class LikenessTests(SimpleTestCase):
    def test_stays_through_the_hands_a_picture_goes_through(self):
        for hand in HANDS:
            with self.subTest(hand.__name__):
                far = [distance(likeness(scene), likeness(hand(scene))) for scene in SCENES]
                self.assertLessEqual(max(far), FARTHEST)

    def test_mostly_stays_when_a_side_is_trimmed(self):
        far = [distance(likeness(scene), likeness(alike.trimmed(scene))) for scene in SCENES]

        self.assertGreaterEqual(sum(bits <= FARTHEST for bits in far), len(SCENES) * 0.8)

    def test_keeps_strangers_apart(self):
        known = [likeness(alike.scene(number, size=(96, 64))) for number in range(100)]

        self.assertGreater(min(distance(*pair) for pair in combinations(known, 2)), FARTHEST)

    def test_a_mirrored_picture_is_another(self):
        far = [distance(likeness(scene), likeness(ImageOps.mirror(scene))) for scene in SCENES]

        self.assertGreater(min(far), FARTHEST)

    def test_plain_areas_and_gradients_have_none(self):
        gradient = Image.linear_gradient("L")
        plain = [Image.new("RGB", (90, 60), "white"), draw(), gradient, gradient.rotate(90), Image.new("RGB", (1, 1))]

        self.assertEqual([likeness(picture) for picture in plain], [0] * 5)


class PartsTests(SimpleTestCase):
    def test_are_sixteen_bits_each(self):
        self.assertEqual(parts(0x0001_FFFF_8000_1234), (0x0001, 0xFFFF, 0x8000, 0x1234))
        self.assertEqual(whole(parts(0x0001_FFFF_8000_1234)), 0x0001_FFFF_8000_1234)

    def test_of_two_hashes_close_enough_one_part_is_a_neighbour(self):
        for places in ((0, 1, 16, 17, 32, 33, 48), (0, 2, 20, 22, 40, 42, 63)):
            other = sum(1 << place for place in places)
            near = [mine in neighbours(other_part) for mine, other_part in zip(parts(0), parts(other), strict=True)]
            self.assertTrue(any(near))
