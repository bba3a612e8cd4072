from django.test import SimpleTestCase

from regions.lookalikes import EVERYDAY_WORDS, NO_PLACES
from regions.places import gazetteer


class FindTests(SimpleTestCase):
    def names(self, text):
        return [place.name for place in gazetteer().find(text)]

    def test_takes_the_longest_name(self):
        self.assertEqual(self.names("杭州市上城区清波街道"), ["杭州市", "上城区", "清波街道"])

    def test_says_where_a_name_stands_and_all_that_it_may_be(self):
        place = gazetteer().find("在大安乡")[0]

        self.assertEqual((place.start, place.end), (1, 4))
        self.assertIn("330329230", place.codes)
        self.assertGreater(len(place.codes), 1)

    def test_puts_what_exists_first(self):
        codes = gazetteer().find("临安")[0].codes

        self.assertEqual((codes[0], codes[-1]), ("330112", "330185"))

    def test_knows_words_that_hide_a_name(self):
        self.assertEqual(self.names("新华社记者从公安局获悉，北京时间8时"), [])

    def test_every_everyday_word_is_also_a_name(self):
        self.assertEqual([word for word in EVERYDAY_WORDS if word not in gazetteer().called], [])

    def test_no_word_that_hides_a_name_is_one(self):
        self.assertEqual([word for word in NO_PLACES if word in gazetteer().called], [])


class ResolveTests(SimpleTestCase):
    def regions(self, body, *, headlines=(), dateline=None):
        return gazetteer().resolve(dateline, headlines, body)

    def test_tells_namesakes_apart_by_the_county_before(self):
        self.assertEqual(self.regions("入秋以来，泰顺县大安乡的茶农忙着修枝。"), ["330329230"])
        self.assertEqual(self.regions("周末，宁波江北区孔浦街道的社区食堂开张。"), ["330205003"])

    def test_takes_the_town_for_what_the_story_is_about(self):
        body = "诸暨市店口镇的工人夜校本周开班。店口镇的夜校在诸暨办得最早。"

        self.assertEqual(self.regions(body, headlines=["店口的夜校开课了"]), ["330681104"])

    def test_takes_the_district_where_its_towns_are_only_mentioned(self):
        body = "杭州上城区的流动书屋上路，清波街道是第一站。杭州市上城区图书馆送书，上城区的志愿者看店。"

        self.assertEqual(self.regions(body, headlines=["杭州上城的书屋上路了"]), ["330102"])

    def test_takes_the_city_where_several_districts_share_the_story(self):
        body = "北京市新装一批街头饮水机，东城区、朝阳区的行人先喝上了水。"

        self.assertEqual(self.regions(body), ["110000"])

    def test_a_county_whose_name_towns_share_is_believed_where_somebody_is(self):
        self.assertEqual(self.regions("工友们昨天在海门办起了夜校。"), ["320614"])
        self.assertEqual(self.regions("工友们说海门两个字好听。"), [])

    def test_a_full_name_of_a_district_goes_before_namesake_streets_and_squares(self):
        self.assertEqual(self.regions("西城区的一条胡同里开了夜校。"), ["110102"])
        self.assertEqual(self.regions("昨晚，中山区五一广场上教起了舞。"), ["210202"])

    def test_a_post_is_no_part_of_a_place(self):
        self.assertEqual(self.regions("外长沙某今天出访。"), [])

    def test_where_the_story_was_filed_weighs_among_the_places_of_its_text(self):
        body = "夜校今天在杭州开班，老师从衢州、丽水等地来。杭州的工友先到。"

        self.assertEqual(self.regions(body, dateline="本报杭州9月1日讯"), ["330100"])
        self.assertEqual(self.regions(body), ["330000"])

    def test_short_name_of_a_town_alone_is_no_place(self):
        self.assertEqual(self.regions("店口和大安都是好名字。"), [])

    def test_everyday_word_is_a_place_only_after_its_region(self):
        self.assertEqual(self.regions("湖北省的通道很多，公安和合作社都在。"), ["420000"])
        self.assertEqual(self.regions("荆州市公安县的工会。"), ["421022"])

    def test_firms_and_schools_make_no_region(self):
        for name in ("浙江青禾灯具有限公司", "宁波渔民银行", "浙江青禾集团", "北京远山大学", "延安路", "河北牌照"):
            self.assertEqual(self.regions(f"日前，{name}迎来客人。"), [], name)

    def test_former_county_counts_for_its_only_successor(self):
        self.assertEqual(self.regions("在临安市举行，临安市总工会主办。"), ["330112"])

    def test_former_county_with_two_successors_stays_itself(self):
        self.assertEqual(self.regions("杭州市江干区总工会举行活动。"), ["330104"])

    def test_dateline_answers_only_when_nothing_else_does(self):
        self.assertEqual(self.regions("云南瑞丽市发生地震。", dateline="新华社昆明5月6日电"), ["533102"])
        self.assertEqual(self.regions("列车悬浮起来。", dateline="本报成都电"), ["510100"])
        self.assertEqual(self.regions("纲要出台。", dateline="新华社北京1月15日电"), [])

    def test_story_of_two_provinces_has_two_regions(self):
        body = "北京市、内蒙古自治区的画家合办画展，先挂在北京市，再挂到内蒙古。"

        self.assertEqual(set(self.regions(body)), {"150000", "110000"})

    def test_empty_story_has_no_region(self):
        self.assertEqual(self.regions("", headlines=[None, ""]), [])
