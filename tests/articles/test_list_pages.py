from django.test import TestCase

from articles.filing import relist
from articles.models import Correction
from bylines.models import Contributor
from desk.models import Paper
from tests.factories import (
    illustrate,
    make_channel,
    make_column,
    make_photo,
    make_published,
    make_region,
    make_town,
    photographer,
    reporter,
)


class RegionPageTests(TestCase):
    def test_lists_the_stories_of_all_places_below(self):
        article = make_published(regions=[make_town()])

        for code in ("330681104", "330681", "330600", "330000"):
            self.assertContains(self.client.get(f"/regions/{code}/"), article.get_absolute_url())

    def test_shows_the_way_up_and_the_places_below_that_have_stories(self):
        make_published(regions=[make_town()])
        make_region(code="330681105", name="次坞镇", level="town", parent=make_region(code="330681"))

        response = self.client.get("/regions/330681/")

        self.assertContains(response, '<a href="/regions/330600/">绍兴市</a>')
        self.assertContains(response, '<a class="chart-name" href="/regions/330681104/">店口镇</a>')
        self.assertNotContains(response, "次坞镇")

    def test_draws_where_the_news_is_the_most_first(self):
        county = make_town().parent
        make_region(code="330681105", name="次坞镇", level="town", parent=county)
        for code in ("330681104", "330681105", "330681105"):
            make_published(regions=[make_region(code=code)])

        response = self.client.get("/regions/330681/")

        chart = [(bar.record.name, bar.stories, bar.width) for bar in response.context_data["chart"].bars]
        self.assertEqual(chart, [("次坞镇", 2, "100%"), ("店口镇", 1, "50%")])
        self.assertContains(response, '<rect width="50%" height="100%"></rect>')
        self.assertContains(response, '<span class="chart-number">2篇</span>')
        self.assertContains(response, "<span>3篇</span>")

    def test_tells_what_became_of_a_former_region(self):
        town = make_town()
        former = make_region(code="330625", name="诸暨县", level="county", parent=make_region(code="330600"))
        former.ended_on = "1989-09-27"
        former.save()
        former.successors.add(town.parent)

        of_the_former = self.client.get("/regions/330625/")
        of_the_city = self.client.get("/regions/330681/")

        gone = '该地区已经撤销。 现为： <a href="/regions/330681/">诸暨市</a>'
        self.assertContains(of_the_former, f'<p class="region-note">{gone}</p>', html=True)
        came = '原为： <a href="/regions/330625/">诸暨县</a>'
        self.assertContains(of_the_city, f'<p class="region-note">{came}</p>', html=True)

    def test_is_calm_about_a_region_without_news(self):
        make_town()

        self.assertContains(self.client.get("/regions/330681104/"), "这里还没有稿件")

    def test_is_not_found_for_a_code_that_no_region_has(self):
        for code in ("999999", "3306", "abcdef"):
            self.assertEqual(self.client.get(f"/regions/{code}/").status_code, 404)


class RegionIndexTests(TestCase):
    def test_lists_the_regions_that_have_news(self):
        make_region(code="110000", name="北京市", level="province")
        make_published(regions=[make_town()])

        response = self.client.get("/regions/")

        self.assertContains(response, '<a class="region-province" href="/regions/330000/">浙江省</a>')
        self.assertContains(response, '<a class="region-part" href="/regions/330681/">诸暨市</a>')
        self.assertNotContains(response, "北京市")

    def test_costs_the_same_with_one_region_and_with_three(self):
        Paper.current()
        for code, name in (("330681", "诸暨市"), ("330682", "上虞区"), ("330683", "嵊州市")):
            make_published(regions=[make_region(code=code, name=name)])
            if code != "330682":
                with self.subTest(up_to=name), self.assertNumQueries(4):
                    self.client.get("/regions/")

    def test_names_counties_of_the_fullest_province_alone(self):
        own, other = make_town(), make_region(code="110000", name="北京市", level="province")
        district = make_region(code="110100", name="市辖区", level="city", parent=other)
        make_published(regions=[make_region(code="110101", name="东城区", parent=district)])
        for _story in range(2):
            make_published(regions=[own])

        response = self.client.get("/regions/")

        for name in ("诸暨市", "北京市", "市辖区"):
            self.assertContains(response, name)
        self.assertNotContains(response, "东城区")
        self.assertContains(self.client.get("/regions/110100/"), "东城区")


class ContributorPageTests(TestCase):
    def test_lists_what_a_person_wrote_and_photographed(self):
        make_published(headline="写的稿件", by=[reporter("李凡")])
        pictured = make_published(headline="拍的照片")
        illustrate(article=pictured, photo=make_photo(by=[photographer("李凡")]))
        relist(pictured)

        response = self.client.get(Contributor.objects.get(name="李凡").get_absolute_url())

        self.assertContains(response, "写的稿件")
        self.assertContains(response, "拍的照片")

    def test_tells_the_unit(self):
        make_published(by=[reporter("李凡")])
        Contributor.objects.update(unit="孔浦街道总工会")

        self.assertContains(self.client.get(Contributor.objects.get().get_absolute_url()), "孔浦街道总工会")


class LabelPageTests(TestCase):
    def test_lists_stories_by_column_channel_and_tag(self):
        article = make_published(column=make_column(), channel=make_channel(), tags=["劳模精神"])

        addresses = (article.column.get_absolute_url(), article.channel.get_absolute_url(), "/tags/劳模精神/")
        for address in addresses:
            self.assertContains(self.client.get(address), article.get_absolute_url())

    def test_addresses_may_be_chinese(self):
        make_published(column=make_column(name="匠心"))

        self.assertEqual(self.client.get("/columns/匠心/").status_code, 200)

    def test_is_not_found_for_an_unknown_word(self):
        for kind in ("columns", "channels", "tags"):
            self.assertEqual(self.client.get(f"/{kind}/没有/").status_code, 404)


class ListQueryTests(TestCase):
    def assert_steady(self, address, queries):
        """Writes three stories that stand in every list, and counts with one and with three of them."""
        Paper.current()
        for number in (1, 2, 3):
            article = make_published(
                headline=f"稿件{number}",
                by=[reporter("李凡")],
                regions=[make_town()],
                tags=["劳模"],
                column=make_column(name="匠心"),
                channel=make_channel(name="工会"),
            )
            illustrate(article=article)
            Correction.objects.create(article=article, wrong="误", right="正")
            if number != 2:
                with self.assertNumQueries(queries):
                    self.assertContains(self.client.get(address()), f"稿件{number}")

    def test_region_page(self):
        self.assert_steady(lambda: "/regions/330681/", 8)

    def test_contributor_page(self):
        self.assert_steady(lambda: Contributor.objects.first().get_absolute_url(), 7)

    def test_column_page(self):
        self.assert_steady(lambda: "/columns/匠心/", 6)

    def test_channel_page(self):
        self.assert_steady(lambda: "/channels/工会/", 6)

    def test_tag_page(self):
        self.assert_steady(lambda: "/tags/劳模/", 6)

    def test_corrections_page(self):
        self.assert_steady(lambda: "/corrections/", 2)
