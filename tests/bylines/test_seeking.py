from datetime import date

from django.test import TestCase

from bylines.models import Contributor
from bylines.seeking import sought
from tests.factories import make_contributor


class SeekingTests(TestCase):
    def setUp(self):
        self.zhou = make_contributor(name="周永卫", unit="诸暨市总工会")
        self.zhou.pen_names.create(name="越溪")
        self.zhou.terms.create(since=date(2023, 1, 1), number="SH-016")
        self.other = make_contributor(name="何青", unit="店口镇")
        make_contributor(name="周永玮", unit="诸暨市总工会", merged_into=self.zhou)

    def found(self, words):
        return list(sought(Contributor.objects.order_by("pk"), words))

    def test_finds_by_name_unit_pen_name_card_and_sound(self):
        for words in ("周永", "总工会", "越溪", "sh-016", "zhouyong", "ZHOU yongwei", "zyw", "诸暨 zyw"):
            self.assertEqual(self.found(words), [self.zhou], words)

    def test_narrows_with_each_word(self):
        self.assertEqual(self.found("周永 店口"), [])

    def test_without_words_finds_all_but_those_merged_away(self):
        self.assertEqual(self.found(" "), [self.zhou, self.other])
