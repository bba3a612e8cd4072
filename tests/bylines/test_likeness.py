from django.test import SimpleTestCase

from bylines.likeness import lookalikes


def like(name, *known):
    return lookalikes([name], known)[name]


class LikenessTests(SimpleTestCase):
    def test_one_character_may_differ(self):
        self.assertEqual(like("王文婷", "王文亭", "王雯婷", "王雯亭", "汪文婷"), {"王文亭", "王雯婷"})

    def test_one_character_may_be_missing_or_too_many(self):
        self.assertEqual(like("林岚", "林小岚", "林岚岚", "林", "江林岚"), {"林小岚", "林岚岚", "林"})
        self.assertEqual(like("林小岚", "林岚"), {"林岚"})

    def test_a_surname_of_two_characters_is_one(self):
        self.assertEqual(like("欧阳雪", "欧阳雷", "欧文雪", "欧阳"), {"欧阳雷", "欧阳"})

    def test_a_name_is_not_like_itself(self):
        self.assertEqual(like("林岚", "林岚"), set())

    def test_many_names_are_looked_up_in_one_pass(self):
        known = [f"王{first}{last}" for first in "文武双全" for last in "东南西北"]

        found = lookalikes(["王文东", "王武"], known)

        self.assertEqual(found["王文东"], {"王武东", "王双东", "王全东", "王文南", "王文西", "王文北"})
        self.assertEqual(found["王武"], {"王武东", "王武南", "王武西", "王武北"})
