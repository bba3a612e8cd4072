import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import SimpleTestCase

from regions.gazetteer.history import former_names, former_units
from regions.gazetteer.releases import Release, Unit, read_release

PROVINCE = ("330000", "浙江省", "province", "")
CITY = ("330100", "杭州市", "city", "330000")


def release(year, *units):
    return Release(date(year, 6, 30), {unit[0]: Unit(*unit) for unit in (PROVINCE, CITY, *units)})


def county(code, name):
    return code, name, "county", "330100"


def town(code, name):
    return code, name, "town", code[:6]


class FormerUnitTests(SimpleTestCase):
    def heirs(self, *releases):
        return {code: former.successors for code, former in former_units(releases).items()}

    def test_county_that_became_a_city_is_known_by_its_name(self):
        earlier, later = release(2016, county("330185", "临安市")), release(2017, county("330112", "临安区"))

        self.assertEqual(self.heirs(earlier, later), {"330185": ("330112",)})

    def test_divided_county_is_followed_through_its_towns(self):
        standing = county("330102", "上城区")
        earlier = release(
            2020, standing, county("330104", "江干区"), town("330104001", "凯旋街道"), town("330104002", "下沙街道")
        )
        later = release(
            2021, standing, county("330114", "钱塘区"), town("330102009", "凯旋街道"), town("330114001", "下沙街道")
        )

        self.assertEqual(set(self.heirs(earlier, later)["330104"]), {"330102", "330114"})

    def test_town_that_was_there_before_is_no_trace(self):
        namesake = town("330102001", "新华街道")
        earlier = release(
            2020, county("330102", "上城区"), namesake, county("330104", "江干区"), town("330104001", "新华街道")
        )
        later = release(2021, county("330102", "上城区"), namesake)

        self.assertEqual(self.heirs(earlier, later), {"330104": ("330100",)})

    def test_chain_of_successors_ends_with_what_stands(self):
        releases = [
            release(2015, county("330124", "临安县")),
            release(2016, county("330185", "临安市")),
            release(2017, county("330112", "临安区")),
        ]

        self.assertEqual(self.heirs(*releases), {"330124": ("330112",), "330185": ("330112",)})

    def test_new_name_under_the_same_code_is_no_end(self):
        releases = [release(2019, county("330102", "桥东区")), release(2020, county("330102", "襄都区"))]

        self.assertEqual(former_units(releases), {})
        self.assertEqual(former_names(releases), {"330102": ["桥东区"]})


class ReleaseTests(SimpleTestCase):
    def read(self, **files):
        with TemporaryDirectory() as folder:
            dist = Path(folder, "package", "dist")
            dist.mkdir(parents=True)
            Path(folder, "package", "README.md").write_text("2023年统计用区划代码（截止时间：2023-6-30）", "utf-8")
            for name in ("provinces", "cities", "areas", "streets"):
                rows = [{"code": code, "name": title} for code, title in files.get(name, [])]
                (dist / f"{name}.json").write_text(json.dumps(rows), "utf-8")
            return read_release(folder)

    def test_says_on_which_day_it_stands(self):
        self.assertEqual(self.read().standing_on, date(2023, 6, 30))

    def test_towns_of_a_zone_go_to_the_city(self):
        units = self.read(
            provinces=[("13", "河北省")],
            cities=[("1301", "石家庄市")],
            areas=[("130171", "石家庄高新技术产业开发区")],
            streets=[("130171100", "宋营镇")],
        ).units

        self.assertNotIn("130171", units)
        self.assertEqual(units["130171100"].parent, "130100")

    def test_counties_of_a_placeholder_go_to_the_province(self):
        units = self.read(provinces=[("11", "北京市")], cities=[("1101", "市辖区")], areas=[("110105", "朝阳区")]).units

        self.assertEqual(units["110105"].parent, "110000")

    def test_reads_the_longer_codes_of_old_releases(self):
        units = self.read(
            provinces=[("110000", "北京市")],
            areas=[("110107", "石景山区")],
            streets=[("110107001000", "八宝山街道办事处")],
        )

        self.assertEqual(units.units["110107001"].name, "八宝山街道")
