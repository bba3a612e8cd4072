from datetime import UTC, datetime

from django.test import TestCase

from articles.models import Column
from bylines.models import Contributor
from tests.factories import (
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_published,
    make_region,
    make_town,
    reporter,
)

SEARCH = "/search/"


class SearchFilterTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.wanted = make_published(
            headline="工会送清凉",
            at=datetime(2023, 3, 2, tzinfo=UTC),
            by=[reporter("李凡")],
            regions=[make_town()],
            tags=["劳模"],
            column=make_column(name="匠心"),
            channel=make_channel(name="要闻"),
            page=make_page(issue=make_issue(), label="02"),
        )
        make_published(headline="工会的另一篇", at=datetime(2021, 3, 2, tzinfo=UTC))

    def found(self, **asked):
        asked = {"q": "工会", **asked}
        return [story.headline for story in self.client.get(SEARCH, asked).context_data["stories"]]

    def test_each_filter_leaves_what_it_says(self):
        contributor = Contributor.objects.get().pk
        filters = {
            "region": ["330681", "330681104", "店口镇", "诸暨市", "绍兴 诸暨市 店口镇"],
            "from": ["2022-01-01", "2023-03-02"],
            "contributor": [str(contributor)],
            "column": ["匠心"],
            "channel": ["要闻"],
            "tag": ["劳模"],
            "issue": ["2023-03-02"],
            "page": ["02"],
        }
        for name, values in filters.items():
            for value in values:
                with self.subTest(**{name: value}):
                    self.assertEqual(self.found(**{name: value}), ["工会送清凉"])
        self.assertEqual(self.found(to="2022-12-31"), ["工会的另一篇"])

    def test_filters_work_together_and_without_words(self):
        self.assertEqual(self.found(q="", region="330681", column="匠心", page="02"), ["工会送清凉"])
        self.assertEqual(self.found(q="", to="2022-12-31"), ["工会的另一篇"])
        self.assertEqual(self.found(region="330681", to="2022-12-31"), [])

    def test_each_filter_may_be_taken_away(self):
        asked = {"q": "工会", "region": "店口镇", "from": "2023-01-01", "tag": "劳模"}

        chips = self.client.get(SEARCH, asked).context_data["search"].chips

        self.assertEqual([chip.words for chip, _address in chips], ["店口镇", "2023年1月1日起", "劳模"])
        word, tag = "%E5%B7%A5%E4%BC%9A", "%E5%8A%B3%E6%A8%A1"
        self.assertEqual(chips[0][1], f"/search/?q={word}&from=2023-01-01&tag={tag}")
        self.assertEqual(chips[2][1], f"/search/?q={word}&region=330681104&from=2023-01-01")

    def test_the_form_shows_what_was_asked(self):
        response = self.client.get(SEARCH, {"q": "工会", "region": "330681104", "column": "匠心", "tag": "劳模"})

        self.assertContains(response, 'value="浙江省 绍兴市 诸暨市 店口镇"')
        self.assertContains(response, '<option value="匠心" selected>匠心</option>')
        self.assertContains(response, '<input type="hidden" name="tag" value="劳模">')

    def test_offers_a_choice_where_regions_share_a_name(self):
        other = make_region(
            code="330382105", name="店口镇", level="town", parent=make_region(code="330382", name="乐清市")
        )
        make_published(headline="工会在乐清", regions=[other])

        response = self.client.get(SEARCH, {"q": "工会", "region": "店口镇"})

        self.assertEqual(response.status_code, 200)
        self.assertContains(response, "同名的地区不止一个")
        self.assertContains(response, "region=330382105")
        self.assertEqual(self.found(region="乐清市 店口镇"), ["工会在乐清"])

    def test_offers_what_has_stories_alone(self):
        Column.objects.create(name="暗访")

        self.assertNotContains(self.client.get(SEARCH), "暗访")
