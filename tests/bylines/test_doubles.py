from django.test import TestCase

from bylines import private
from bylines.doubles import Why, are_near, likely_doubles, likely_doubles_of, remember_two_people
from bylines.models import TwoPeople
from desk.models import AuditEntry
from tests.factories import make_contributor, make_user


def doubles():
    return [(one.first, one.second, one.why) for one in likely_doubles()]


class LikelyDoublesTests(TestCase):
    def test_have_the_same_name_and_unit(self):
        one, other = (make_contributor(name="何青", unit=unit) for unit in ("县总工会", "县总工会 "))

        self.assertEqual(doubles(), [(one.pk, other.pk, Why.SAME)])

    def test_have_the_same_name_and_units_alike_or_none(self):
        one = make_contributor(name="何青", unit="诸暨市总工会")
        other = make_contributor(name="何青", unit="诸暨总工会")
        bare = make_contributor(name="何青")

        self.assertEqual(
            doubles(),
            [(one.pk, other.pk, Why.NAME), (one.pk, bare.pk, Why.NO_UNIT), (other.pk, bare.pk, Why.NO_UNIT)],
        )

    def test_have_names_that_sound_alike_in_units_near_each_other(self):
        one = make_contributor(name="林佩玉", unit="玉环骑手之家")
        other = make_contributor(name="林佩宇", unit="玉环市骑手之家")
        make_contributor(name="林佩雨", unit="泰顺职工文化站")

        self.assertEqual(doubles(), [(one.pk, other.pk, Why.SOUND)])

    def test_have_names_that_are_heard_alike_in_the_south(self):
        one, other = make_contributor(name="陈英", unit="县总工会"), make_contributor(name="岑音", unit="县总工会")

        self.assertEqual(doubles(), [(one.pk, other.pk, Why.SOUND)])

    def test_have_one_phone_whatever_they_are_called(self):
        one, other = make_contributor(name="何青", unit="甲"), make_contributor(name="江望", unit="乙")
        for person in (one, other):
            private.keep(person, None, phone="13900000001")

        self.assertEqual(doubles(), [(one.pk, other.pk, Why.PHONE)])

    def test_may_go_by_each_others_names(self):
        for units in (("泰顺退休教师", ""), ("", "泰顺退休教师")):
            one, other = make_contributor(name="方砚秋", unit=units[0]), make_contributor(name="砚秋", unit=units[1])
            one.pen_names.create(name="砚秋")

            self.assertEqual(doubles(), [(one.pk, other.pk, Why.GOES_BY)])
            one.delete()
            other.delete()

    def test_are_no_namesakes_of_different_places(self):
        make_contributor(name="王晓峰", unit="店口镇职工服务站")
        make_contributor(name="王晓峰", unit="大麦屿港区职工之家")

        self.assertEqual(doubles(), [])

    def test_are_none_of_those_that_were_merged_away(self):
        left = make_contributor(name="何青", unit="县总工会")
        make_contributor(name="何青", unit="县总工会", merged_into=left)

        self.assertEqual(doubles(), [])

    def test_are_found_in_four_queries_however_long_the_register_is(self):
        for _number in range(4):
            make_contributor(name="何青", unit="县总工会")

        with self.assertNumQueries(4):
            self.assertEqual(len(likely_doubles()), 6)


class DoublesOfOnePersonTests(TestCase):
    def setUp(self):
        self.person = make_contributor(name="林佩玉", unit="玉环骑手之家")
        for _time in range(2):
            make_contributor(name="何青", unit="县总工会")

    def found(self, person):
        return [(one.first, one.second, one.why) for one in likely_doubles_of(person)]

    def test_are_those_of_the_same_sound_name_phone_or_other_name(self):
        sound = make_contributor(name="林佩宇", unit="玉环市骑手之家")
        namesake = make_contributor(name="林佩玉")
        by_phone = make_contributor(name="江望")
        for one in (self.person, by_phone):
            private.keep(one, None, phone="13900000001")
        other_name = make_contributor(name="佩玉")
        other_name.pen_names.create(name="林佩玉")
        expected = {(by_phone, Why.PHONE), (other_name, Why.GOES_BY), (namesake, Why.NO_UNIT), (sound, Why.SOUND)}

        found = self.found(self.person)

        self.assertEqual(set(found), {(self.person.pk, other.pk, why) for other, why in expected})

    def test_are_found_from_either_side(self):
        other = make_contributor(name="佩玉")
        other.pen_names.create(name="林佩玉")

        self.assertEqual(self.found(self.person), self.found(other))

    def test_are_no_pairs_of_others(self):
        self.assertEqual(self.found(self.person), [])


class TwoPeopleTests(TestCase):
    def test_are_not_asked_about_again(self):
        one, other = (make_contributor(name="何青", unit="县总工会") for _time in range(2))
        user = make_user()

        for _time in range(2):
            remember_two_people(other, one, by=user)

        self.assertEqual(doubles(), [])
        self.assertEqual(TwoPeople.objects.get().by, user)
        self.assertEqual(AuditEntry.objects.filter(verb="two_people").count(), 2)


class NearUnitsTests(TestCase):
    def test_share_most_of_their_words(self):
        pairs = [("诸暨市总工会", "诸暨总工会"), ("店口镇", "诸暨市店口镇"), ("A厂", "a 厂"), ("", "")]

        self.assertEqual([are_near(*pair) for pair in pairs], [True] * 4)

    def test_do_not_where_they_merely_end_alike(self):
        pairs = [("店口镇职工服务站", "石塘渔工服务站"), ("县总工会", ""), ("甲", "乙")]

        self.assertEqual([are_near(*pair) for pair in pairs], [False] * 3)
