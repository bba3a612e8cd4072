"""The pages that name the lists: places, channels, columns, tags and people that have something to read."""

from datetime import timedelta
from unittest import mock

from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from articles.charts import bars
from articles.publishing import withdraw
from bylines.models import Contributor
from desk.models import Paper
from tests.factories import correspondent, make_article, make_channel, make_column, make_published, make_town, reporter

ADDRESSES = ("/regions/", "/channels/", "/columns/", "/tags/", "/contributors/")


def make_story(number, **fields):
    filed = {"by": [reporter(f"李凡{number}")], "tags": [f"劳模{number}"], "regions": [make_town()]}
    labels = {"column": make_column(name=f"匠心{number}"), "channel": make_channel(name=f"工会{number}")}
    return make_published(headline=f"稿件{number}", **filed, **labels, **fields)


class ListIndexTests(TestCase):
    def test_name_what_has_stories_with_their_number(self):
        make_story(1)
        make_story(1)
        names = {"/regions/": "诸暨市", "/channels/": "工会1", "/columns/": "匠心1", "/tags/": "劳模1"}

        for address, name in {**names, "/contributors/": "李凡1"}.items():
            self.assertContains(self.client.get(address), name)
            self.assertContains(self.client.get(address), "2篇")

    def test_name_nothing_that_readers_may_not_see(self):
        hour = timezone.now() + timedelta(hours=1)
        make_article(headline="机密", by=[reporter("线人")], tags=["暗访"], column=make_column(name="暗访"))
        make_story("机密", at=hour)
        withdraw(make_story("撤下"))

        for address in ADDRESSES:
            response = self.client.get(address)
            self.assertContains(response, "这里还没有稿件")
            for word in ("机密", "线人", "暗访", "撤下", "浙江"):
                self.assertNotContains(response, word)

    def test_a_column_leads_to_its_newest_story(self):
        make_story(1, at=timezone.now() - timedelta(days=2))
        newest = make_story(1)

        response = self.client.get("/columns/")

        self.assertContains(response, f'<a class="index-newest" href="{newest.get_absolute_url()}">稿件1</a>')

    def test_people_stand_by_their_role_the_most_read_of_first(self):
        for by in ([reporter("李凡")], [reporter("王敏"), correspondent("周永卫")], [reporter("王敏")]):
            make_published(by=by)
        Contributor.objects.filter(name="周永卫").update(usual_role="correspondent", unit="孔浦街道总工会")

        response = self.client.get("/contributors/")

        groups = [(str(role), [person.name for person in people]) for role, people in response.context_data["groups"]]
        self.assertEqual(groups, [("记者", ["王敏", "李凡"]), ("通讯员", ["周永卫"])])
        self.assertContains(response, "孔浦街道总工会")

    def test_name_so_many_and_say_that_there_are_others(self):
        for number in range(3):
            make_story(number)

        with mock.patch("articles.views.indexes.MOST_TAGS", 2):
            response = self.client.get("/tags/")

        self.assertEqual(len(response.context_data["tags"]), 2)
        self.assertContains(response, "这里列出稿件最多的2个")

    def test_are_reached_from_the_foot_of_every_page_and_from_their_lists(self):
        story = make_story(1)

        front, column = self.client.get("/"), self.client.get(story.column.get_absolute_url())

        for address in (*ADDRESSES, "/issues/", "/feeds/"):
            self.assertContains(front, f'<li><a href="{address}">')
        self.assertContains(column, '<li><a href="/columns/">专栏</a></li>')
        self.assertContains(column, "BreadcrumbList")

    def test_cost_the_same_with_one_and_with_three(self):
        Paper.current()
        costs = dict(zip(ADDRESSES, (4, 3, 3, 3, 3), strict=True))
        for number in (1, 2, 3):
            make_story(number)
            for address, queries in costs.items():
                if number != 2:
                    with self.subTest(address, number=number), self.assertNumQueries(queries):
                        self.client.get(address)


class ChartTests(SimpleTestCase):
    def drawn(self, *stories):
        return bars([mock.Mock(stories=number) for number in stories])

    def test_the_longest_bar_is_the_fullest_and_none_is_too_short_to_see(self):
        self.assertEqual([bar.width for bar in self.drawn(1, 1000, 250).bars], ["100%", "25%", "0.75%"])

    def test_many_places_are_one_tap_away_and_a_few_are_not(self):
        few, many = self.drawn(*range(1, 16)), self.drawn(*range(1, 17))

        self.assertEqual((len(few.bars), len(few.more)), (15, 0))
        self.assertEqual((len(many.bars), len(many.more)), (12, 4))

    def test_nothing_is_drawn_of_nothing(self):
        self.assertEqual(self.drawn().bars, [])
