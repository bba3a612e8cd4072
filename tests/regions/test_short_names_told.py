from django.test import SimpleTestCase

from regions.lookalikes import NAMESAKES
from regions.places import gazetteer


class ToldByItsPlaceTests(SimpleTestCase):
    """A county by its short name alone, and names that are a lake, a sea or a zone before they are a region."""

    def regions(self, body, *, headlines=(), dateline=None):
        return gazetteer().resolve(dateline, headlines, body)

    def test_a_county_is_the_first_word_of_the_headline_or_the_text(self):
        self.assertEqual(self.regions("夜校昨天开课。", headlines=["上虞工友上夜校"]), ["330604"])
        self.assertEqual(self.regions("武昌一条小街上，三家书摊昨天开张。"), ["420106"])

    def test_a_county_has_an_organ(self):
        self.assertEqual(self.regions("老人走失，杨浦公安分局民警连夜寻找，杨浦警方提醒家属。"), ["310110"])

    def test_a_county_is_where_the_story_was_filed(self):
        self.assertEqual(self.regions("夜校昨天开课。", dateline="本报靖西讯"), ["451081"])
        self.assertEqual(self.regions("夜校昨天开课。", dateline="靖西网讯"), [])

    def test_the_season_is_no_county(self):
        self.assertEqual(self.regions("阳春三月，夜校开课，学员三百人。"), [])

    def test_a_sea_or_a_lake_is_no_district(self):
        self.assertEqual(self.regions("渔船昨天在南海遇险，南海救助船赶到。"), [])
        self.assertEqual(
            self.regions("西湖边的夜校开课了。杭州的工友在西湖边读书。", headlines=["杭州有了夜校"]), ["330100"]
        )

    def test_unless_it_has_an_organ_or_its_full_name(self):
        self.assertEqual(self.regions("杭州西湖警方昨天找到老人。", headlines=["西湖警方找到老人"]), ["330106"])
        self.assertEqual(self.regions("佛山市南海区的夜校昨天开课。"), ["440605"])

    def test_every_namesake_is_also_a_name(self):
        self.assertEqual([word for word in NAMESAKES if word not in gazetteer().called], [])

    def test_a_zone_of_that_name_in_another_province_is_none(self):
        body = "杭州市临安区的小班组昨天比武，地点在青山湖科技城。工友在海门产业园学过艺。"

        self.assertEqual(self.regions(body), ["330112"])

    def test_an_issue_of_foreign_affairs_is_no_place(self):
        self.assertEqual(self.regions("发言人说，台湾问题是内政，在台湾海峡，在台湾问题上没有妥协余地。"), [])

    def test_a_works_is_not_where_its_name_says(self):
        self.assertEqual(self.regions("宝山钢铁总厂的工友昨天上夜校。", headlines=["宝山机械总厂办夜校"]), [])

    def test_a_town_by_its_short_name_needs_its_district(self):
        self.assertEqual(self.regions("青岛夏庄派出所的民警送老人回家。"), ["370200"])
        self.assertEqual(self.regions("青岛城阳区的夏庄派出所昨天送老人回家，青岛夏庄的街坊道谢。")[0][:6], "370214")
