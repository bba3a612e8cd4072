from datetime import UTC, datetime

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.filing import relist
from articles.models import Article
from bylines.models import Contributor
from desk.models import Paper
from search.models import Building
from tests.factories import (
    illustrate,
    make_channel,
    make_column,
    make_issue,
    make_page,
    make_published,
    make_town,
    reporter,
)

SEARCH = "/search/"
QUERIES = 16  # beside the index's own, which differ from one database to the other


class SearchPageTests(TestCase):
    def test_asks_for_words_and_says_how(self):
        response = self.client.get(SEARCH)

        self.assertContains(response, '<input type="search" name="q"')
        self.assertContains(response, "几个词之间空一格")
        self.assertNotContains(response, "没有找到")

    def test_shows_a_story_with_all_that_is_printed_of_it(self):
        page = make_page(issue=make_issue(), label="02", name="工会")
        story = make_published(
            headline="工会送清凉",
            kicker="高温下的问候",
            body="开头。\n昨日，工会干部来到工地。",
            by=[reporter("李凡")],
            regions=[make_town()],
            page=page,
        )

        response = self.client.get(SEARCH, {"q": "工会"})

        self.assertContains(response, "共 1 篇")
        self.assertContains(response, "高温下的问候")
        self.assertContains(response, f'<a href="{story.get_absolute_url()}"><mark>工会</mark>送清凉</a>')
        self.assertContains(response, "昨日，<mark>工会</mark>干部来到工地。")
        self.assertContains(response, f'href="{Contributor.objects.get().get_absolute_url()}">李凡</a>')
        self.assertContains(response, "2023年3月2日 第02版：工会</a>")
        self.assertContains(response, '<a href="/regions/330681104/">店口镇</a>')

    def test_says_while_not_everything_is_found_yet(self):
        story = make_published(headline="工会送清凉")
        building = Building.objects.create(of=1000, done=250)

        self.assertContains(self.client.get(SEARCH, {"q": "工会"}), "目前可查到最新的250篇，全部共1000篇")

        building.entered_at = story.published_at
        building.save()
        self.assertNotContains(self.client.get(SEARCH, {"q": "工会"}), "检索索引")

    def test_escapes_what_was_typed_and_what_was_found(self):
        make_published(headline="工会<script>alert(1)</script>", body="工会<b>粗体</b>")

        response = self.client.get(SEARCH, {"q": '工会 "><script>'})
        found = self.client.get(SEARCH, {"q": "工会"})

        self.assertNotContains(response, "<script>a")
        self.assertNotContains(response, '"><script>')
        self.assertContains(found, "<mark>工会</mark>&lt;script&gt;")
        self.assertContains(found, "<mark>工会</mark>&lt;b&gt;")

    def test_leads_to_pages_of_the_very_name(self):
        make_published(by=[reporter("李凡")], regions=[make_town()], tags=["劳模"], column=make_column(name="匠心"))

        for name, kind in (("李凡", "作者"), ("店口镇", "地区"), ("劳模", "标签"), ("匠心", "专栏")):
            with self.subTest(name=name):
                self.assertContains(self.client.get(SEARCH, {"q": name}), f'<span class="search-kind">{kind}</span>')

    def test_helps_where_nothing_is_found(self):
        make_published(regions=[make_town()])

        response = self.client.get(SEARCH, {"q": "无影无踪", "region": "330681"})

        self.assertContains(response, "没有找到符合条件的稿件")
        self.assertContains(response, '<a href="/search/?q=%E6%97%A0%E5%BD%B1%E6%97%A0%E8%B8%AA">去掉全部条件')

    def test_goes_on_by_a_cursor_and_back_to_the_first(self):
        hour = datetime(2023, 3, 2, tzinfo=UTC)
        for number in range(23):
            make_published(headline=f"工会第{number}篇", at=hour)

        first = self.client.get(SEARCH, {"q": "工会"})
        second = self.client.get(first.context_data["search"].next_address)

        self.assertContains(first, "约 23 篇")
        self.assertEqual([len(first.context_data["stories"]), len(second.context_data["stories"])], [20, 3])
        self.assertContains(second, "回到第一页")
        shown = {story.pk for response in (first, second) for story in response.context_data["stories"]}
        self.assertEqual(shown, set(Article.objects.values_list("pk", flat=True)))

    def test_may_be_ordered_by_time(self):
        for headline, year in (("工会旧闻", 2021), ("工会新闻", 2023), ("工会前闻", 2022)):
            make_published(headline=headline, at=datetime(year, 3, 2, tzinfo=UTC))

        response = self.client.get(SEARCH, {"q": "工会", "order": "newest"})

        headlines = [story.headline for story in response.context_data["stories"]]
        self.assertEqual(headlines, ["工会新闻", "工会前闻", "工会旧闻"])
        self.assertContains(response, 'aria-current="true">最新</a>')

    def test_keeps_large_print(self):
        make_published(headline="工会送清凉", regions=[make_town()])

        response = self.client.get(SEARCH, {"q": "工会", "region": "330681", "large": "1"})

        self.assertContains(response, '<input type="hidden" name="large" value="1">')
        self.assertTrue(all("large=1" in address for _filter, address in response.context_data["search"].chips))

    def test_costs_the_same_with_one_story_and_with_three(self):
        Paper.current()
        asked = []
        for number in (1, 2, 3):
            story = make_published(
                headline=f"工会第{number}篇",
                by=[reporter("李凡")],
                regions=[make_town()],
                tags=["劳模"],
                column=make_column(),
                channel=make_channel(),
                page=make_page(issue=make_issue(on=datetime(2023, 3, number).date())),
            )
            illustrate(article=story)
            relist(story)
            if number != 2:
                with CaptureQueriesContext(connection) as queries:
                    response = self.client.get(SEARCH, {"q": "工会", "region": "店口镇", "tag": "劳模"})
                self.assertEqual(len(response.context_data["stories"]), number)
                asked.append(["search_" in query["sql"] for query in queries])
        self.assertEqual(asked[0].count(False), QUERIES)
        self.assertEqual(sorted(asked[0]), sorted(asked[1]))

    def test_tells_whose_unit_it_was_found_by(self):
        story = make_published(headline="清凉", by=[reporter("李凡")])
        story.bylines.update(unit="店口镇总工会")
        relist(story)

        self.assertContains(self.client.get(SEARCH, {"q": "工会"}), "李凡（店口镇总<mark>工会</mark>）")


class ListTests(TestCase):
    def test_each_list_leads_to_a_search_in_it(self):
        column = make_column(name="匠心")
        make_published(by=[reporter("李凡")], regions=[make_town()], tags=["劳模"], column=column)
        person = Contributor.objects.get()

        asked = {
            "/regions/330681/": "region=330681",
            person.get_absolute_url(): f"contributor={person.pk}",
            column.get_absolute_url(): "column=%E5%8C%A0%E5%BF%83",
            "/tags/劳模/": "tag=%E5%8A%B3%E6%A8%A1",
        }
        for address, question in asked.items():
            with self.subTest(address=address):
                self.assertContains(self.client.get(address), f'href="/search/?{question}"')
                self.assertEqual(len(self.client.get(f"{SEARCH}?{question}").context_data["stories"]), 1)
