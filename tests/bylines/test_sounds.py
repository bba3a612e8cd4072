from django.test import SimpleTestCase, TestCase

from bylines.models import Contributor
from bylines.sounding import sound_names
from bylines.sounds import sound_of, typed_sound
from tests.factories import make_contributor


class SoundTests(SimpleTestCase):
    def test_is_the_name_in_pinyin_with_its_first_letters_behind(self):
        self.assertEqual(sound_of("周永卫"), "zhouyongwei zyw")

    def test_of_a_surname_is_the_one_that_it_has_as_a_surname(self):
        heard = [sound_of(name).split()[0] for name in ("单雄", "曾子墨", "解小明", "尉迟恭", "欧阳娜")]

        self.assertEqual(heard, ["shanxiong", "zengzimo", "xiexiaoming", "yuchigong", "ouyangna"])

    def test_tells_no_character_apart_that_sounds_the_same(self):
        self.assertEqual(sound_of("林佩玉"), sound_of("林佩宇"))

    def test_of_a_name_in_other_letters_is_the_name(self):
        self.assertEqual(sound_of("Tom Smith").split()[0], "tomsmith")
        self.assertEqual(sound_of("·"), "·")

    def test_that_was_typed_has_no_spaces_and_no_chinese(self):
        typed = [typed_sound(words) for words in ("Zhou Yongwei", "xi'an", "周", "zyw", "12")]

        self.assertEqual(typed, ["zhouyongwei", "xian", "", "zyw", ""])


class SoundOfContributorTests(TestCase):
    def test_goes_with_the_name(self):
        person = make_contributor(name="李凡")
        person.name = "李帆远"
        person.save(update_fields=["name"])

        self.assertEqual(Contributor.objects.get().sound, "lifanyuan lfy")

    def test_of_those_entered_without_one_is_written_by_the_worker(self):
        Contributor.objects.bulk_create([Contributor(name="李凡"), Contributor(name="何青")])

        self.assertEqual(sound_names(), 2)
        self.assertEqual(sound_names(), 0)
        self.assertEqual(set(Contributor.objects.values_list("sound", flat=True)), {"lifan lf", "heqing hq"})
