from collections import Counter
from datetime import date

from django.test import SimpleTestCase

from regions.gazetteer.build import packed
from regions.gazetteer.reading import read_rows


class ListOfRegionsTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = {row.code: row for row in read_rows()}

    def test_knows_the_places_of_the_paper(self):
        places = ["330681104", "330329230", "330205003", "330102001", "330112", "331083"]

        self.assertEqual(
            [(self.rows[code].name, self.rows[code].parent) for code in places],
            [
                ("店口镇", "330681"),
                ("大安乡", "330329"),
                ("孔浦街道", "330205"),
                ("清波街道", "330102"),
                ("临安区", "330100"),
                ("玉环市", "331000"),
            ],
        )

    def test_covers_the_country(self):
        levels = Counter(row.level for row in self.rows.values() if not row.ended_on)

        self.assertEqual(levels, {"province": 34, "city": 333, "county": 2850, "town": 41352})

    def test_has_hong_kong_macau_and_taiwan_as_provinces(self):
        names = [self.rows[code].name for code in ("710000", "810000", "820000")]

        self.assertEqual(names, ["台湾省", "香港特别行政区", "澳门特别行政区"])

    def test_every_region_but_a_province_stands_under_a_listed_one(self):
        lost = [row.code for row in self.rows.values() if row.level != "province" and row.parent not in self.rows]

        self.assertEqual(lost, [])

    def test_nothing_that_exists_stands_under_what_has_ended(self):
        rows = [row for row in self.rows.values() if row.parent and not row.ended_on]

        self.assertEqual([row.code for row in rows if self.rows[row.parent].ended_on], [])

    def test_has_no_sections_of_the_statistics(self):
        names = {row.name for row in self.rows.values()}

        self.assertTrue(names.isdisjoint({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}))
        self.assertEqual([row.code for row in self.rows.values() if row.level == "county" and row.code[4] == "7"], [])

    def test_counties_without_a_city_stand_under_their_province(self):
        self.assertEqual((self.rows["419001"].name, self.rows["419001"].parent), ("济源市", "410000"))
        self.assertEqual((self.rows["110105"].name, self.rows["110105"].parent), ("朝阳区", "110000"))

    def test_towns_of_a_city_without_counties_stand_under_it(self):
        self.assertEqual((self.rows["441900003"].name, self.rows["441900003"].parent), ("东城街道", "441900"))

    def test_is_packed_into_the_same_bytes_every_time(self):
        self.assertEqual(packed([["110000", "北京市"]]), packed([["110000", "北京市"]]))


class FormerRegionTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = {row.code: row for row in read_rows()}
        cls.former = [row for row in cls.rows.values() if row.ended_on]

    def test_every_one_has_a_successor_that_exists(self):
        self.assertEqual(len(self.former), 208)
        for row in self.former:
            self.assertTrue(row.successors, row)
            self.assertTrue(all(self.rows[code].ended_on is None for code in row.successors), row)

    def test_went_to_one_or_to_several(self):
        went = {self.rows[code].name: self.rows[code].successors for code in ("330185", "331021", "330104", "330103")}

        self.assertEqual(
            went,
            {"临安市": ["330112"], "玉环县": ["331083"], "江干区": ["330102", "330114"], "下城区": ["330105"]},
        )

    def test_ended_by_the_day_of_the_first_list_without_it(self):
        self.assertEqual(self.rows["330104"].ended_on, date(2021, 10, 31))

    def test_renamed_region_keeps_its_old_name_as_an_alias(self):
        self.assertEqual(
            (self.rows["130502"].name, self.rows["130502"].aliases), ("襄都区", ["襄都", "桥东区", "桥东"])
        )
