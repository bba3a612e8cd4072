from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase

from regions.gazetteer.reading import read_rows
from regions.models import Region, RegionAlias
from tests.factories import make_region, make_town


class RegionTests(TestCase):
    def test_full_name_goes_from_the_province_down(self):
        self.assertEqual(make_town().full_name, "浙江省绍兴市诸暨市店口镇")

    def test_district_of_a_municipality_stands_right_under_it(self):
        shanghai = make_region(code="310000", name="上海市", level="province")
        pudong = make_region(code="310115", name="浦东新区", parent=shanghai)

        self.assertEqual(pudong.full_name, "上海市浦东新区")

    def test_is_printed_with_the_regions_above_since_names_repeat(self):
        self.assertEqual(str(make_town().parent), "诸暨市（浙江省绍兴市）")
        self.assertEqual(str(make_region(code="330000", name="浙江省", level="province")), "浙江省")

    def test_knows_all_above_it_in_one_query(self):
        make_town()

        with self.assertNumQueries(1):
            town = Region.objects.with_ancestors().get(code="330681104")
            names = [region.name for region in town.self_and_ancestors()]

        self.assertEqual(names, ["浙江省", "绍兴市", "诸暨市", "店口镇"])

    def test_province_alone_stands_under_nothing(self):
        province = make_region(code="330000", name="浙江省", level="province")

        for fields in ({"level": "county"}, {"level": "province", "parent": province}):
            with self.assertRaises(IntegrityError), transaction.atomic():
                Region.objects.create(code="330999", name="无名", **fields)

    def test_code_is_unique(self):
        make_region(code="330000", name="浙江省", level="province")

        with self.assertRaises(IntegrityError), transaction.atomic():
            Region.objects.create(code="330000", name="浙江省", level="province")


class LevelTests(TestCase):
    def setUp(self):
        self.town = make_town()
        self.county = self.town.parent

    def assert_refused(self, region, field):
        with self.assertRaises(ValidationError) as raised:
            region.full_clean()
        self.assertIn(field, raised.exception.message_dict)

    def test_a_region_stands_below_its_parent(self):
        for parent in (self.county, self.town):
            self.county.parent = parent
            self.assert_refused(self.county, "parent")

    def test_and_above_its_children(self):
        self.county.level = "town"

        self.assert_refused(self.county, "level")

    def test_the_database_lets_no_region_be_its_own_parent(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Region.objects.filter(pk=self.county.pk).update(parent=self.county.pk)

    def test_the_whole_list_falls_from_above_to_below(self):
        order = {level: height for height, level in enumerate(Region.Level.values)}
        levels = {row.code: row.level for row in read_rows()}

        for row in read_rows():
            self.assertTrue(not row.parent or order[levels[row.parent]] < order[row.level], row.code)


class RegionQueryTests(TestCase):
    def setUp(self):
        self.county = make_town().parent
        RegionAlias.objects.create(region=self.county, name="诸暨")

    def test_named_takes_full_and_short_names(self):
        self.assertEqual(list(Region.objects.named("诸暨")), [self.county])
        self.assertEqual(list(Region.objects.named("诸暨市")), [self.county])
        self.assertEqual(list(Region.objects.named("诸")), [])

    def test_current_leaves_out_what_has_ended(self):
        former = make_region(code="330625", name="诸暨县", parent=self.county.parent)
        Region.objects.filter(pk=former.pk).update(ended_on=date(1989, 9, 27))

        self.assertNotIn(former, Region.objects.current())
        self.assertIn(self.county, Region.objects.current())

    def test_children_are_those_right_below(self):
        self.assertEqual([child.name for child in Region.objects.children_of(self.county)], ["店口镇"])


class FindingARegionTests(TestCase):
    def setUp(self):
        self.town = make_town()
        self.county = self.town.parent
        RegionAlias.objects.create(region=self.county, name="诸暨")
        self.former = make_region(code="330625", name="诸暨县", parent=self.county.parent)
        Region.objects.filter(pk=self.former.pk).update(ended_on=date(1989, 9, 27))
        RegionAlias.objects.create(region=self.former, name="诸暨")

    def found(self, words):
        return [region.name for region in Region.objects.found_by(words)]

    def test_puts_what_exists_before_what_has_ended(self):
        self.assertEqual(self.found("诸暨"), ["诸暨市", "诸暨县"])

    def test_puts_the_exact_name_before_longer_ones_and_counties_before_towns(self):
        make_region(code="330681199", name="新诸暨镇", level="town", parent=self.county)
        make_region(code="330682", name="小诸暨市", parent=self.county.parent)

        self.assertEqual(self.found("诸暨"), ["诸暨市", "诸暨县", "小诸暨市", "新诸暨镇"])

    def test_goes_by_code(self):
        self.assertEqual(self.found("330681"), ["诸暨市", "店口镇"])

    def test_takes_the_region_above_as_a_first_word(self):
        other = make_region(code="330329", name="泰顺县")
        make_region(code="330329100", name="店口镇", level="town", parent=other)

        self.assertEqual([region.code for region in Region.objects.found_by("诸暨 店口")], [self.town.code])
