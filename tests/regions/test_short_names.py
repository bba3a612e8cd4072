from django.test import SimpleTestCase

from regions.short_names import short_name, short_names


class ShortNameTests(SimpleTestCase):
    def test_leaves_out_what_kind_of_region_it_is(self):
        said = [
            ("浙江省", "province"),
            ("诸暨市", "county"),
            ("店口镇", "town"),
            ("孔浦街道", "town"),
            ("玉环市", "county"),
        ]

        self.assertEqual([short_name(*each) for each in said], ["浙江", "诸暨", "店口", "孔浦", "玉环"])

    def test_leaves_out_the_peoples_of_an_autonomous_region(self):
        said = [
            ("广西壮族自治区", "province"),
            ("新疆维吾尔自治区", "province"),
            ("凉山彝族自治州", "city"),
            ("海西蒙古族藏族自治州", "city"),
            ("双江拉祜族佤族布朗族傣族自治县", "county"),
            ("梅里斯达斡尔族区", "county"),
            ("于家务回族乡", "town"),
        ]

        self.assertEqual(
            [short_name(*each) for each in said], ["广西", "新疆", "凉山", "海西", "双江", "梅里斯", "于家务"]
        )

    def test_keeps_a_people_that_is_the_name(self):
        self.assertEqual(short_name("内蒙古自治区", "province"), "内蒙古")
        self.assertEqual(short_name("东乡族自治县", "county"), "东乡")

    def test_is_never_a_single_character(self):
        for name, level in [("泰县", "county"), ("芒市", "county"), ("城区", "county")]:
            self.assertEqual(short_names(name, level), [])

    def test_does_not_cut_a_new_district_in_the_wrong_place(self):
        said = ["浦东新区", "新林区", "神农架林区", "井陉矿区", "鄂托克前旗"]

        self.assertEqual(
            [short_name(name, "county") for name in said], ["浦东", "新林", "神农架", "井陉矿区", "鄂托克前旗"]
        )

    def test_is_not_made_of_what_nobody_says(self):
        self.assertEqual(short_names("市中区", "county"), [])

    def test_of_a_prefecture_comes_with_and_without_its_last_syllable(self):
        self.assertEqual(short_names("凉山彝族自治州", "city"), ["凉山", "凉山州"])
