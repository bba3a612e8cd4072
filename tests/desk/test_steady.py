import json
from datetime import UTC, datetime
from urllib.parse import quote

from django.db.models import Q
from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from articles.searching import enter_stories
from desk.positions import beyond, rows_beyond
from desk.steady import read_place
from tests.factories import make_article, make_user

LIST = reverse("admin:articles_article_changelist")


class SteadyListTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))
        Article.objects.bulk_create(Article(headline=f"第{number:03}号") for number in range(120))

    def see(self, address=LIST):
        """(headlines, list)"""
        shown = self.client.get(address).context["cl"]
        return [story.headline for story in shown.result_list], shown

    def follow(self, way, address=LIST):
        """All pages one after the other, each in its own order."""
        found, shown = self.see(address)
        pages = [found]
        while getattr(shown, way):
            found, shown = self.see(LIST + getattr(shown, way))
            pages.append(found)
        return pages, shown

    def test_goes_through_all_rows_once(self):
        pages, _last = self.follow("older")

        every = [f"第{number:03}号" for number in range(119, -1, -1)]
        self.assertEqual(pages, [every[:50], every[50:100], every[100:]])

    def test_goes_back_over_the_same_pages(self):
        pages, last = self.follow("older")
        back, first = self.follow("newer", LIST + last.newer)

        self.assertEqual(back, pages[1::-1])
        self.assertEqual(first.newer, "")

    def test_goes_on_in_the_order_chosen(self):
        pages, _last = self.follow("older", f"{LIST}?o=1")

        self.assertEqual([headline for page in pages for headline in page], [f"第{n:03}号" for n in range(120)])

    def test_rows_of_one_value_are_told_apart_by_their_keys(self):
        Article.objects.update(updated_at=datetime(2023, 3, 2, tzinfo=UTC))

        pages, _last = self.follow("older", f"{LIST}?o=-8")
        self.assertEqual(len({headline for page in pages for headline in page}), 120)

    def test_a_place_that_is_none_shows_the_first_page(self):
        for said in ("x", "[]", "7", '["x"]', "[" * 3000):
            with self.subTest(said=said[:5]):
                self.assertEqual(self.see(f"{LIST}?before={said}")[0][0], "第119号")

    def test_a_place_that_we_never_named_shows_the_first_page(self):
        moments = ("9999-12-31 23:59:59-23:59", "0001-01-01 00:00:00", "2024-01-01T00:00:00+00:00", "\0", "None")
        places = [*([moment, "1"] for moment in moments), [None, None], [7, 7], ["2024-01-01 00:00:00+00:00", 1e400]]
        for place in map(json.dumps, places):
            with self.subTest(place):
                self.assertEqual(len(self.see(f"{LIST}?o=-8&before={quote(place)}")[0]), 50)

    def test_half_a_character_is_no_place(self):
        for word in ("\\ud800", "\\u0000"):
            self.assertIsNone(read_place(Article, ["headline", "pk"], f'["{word}","7"]'))

    def test_a_number_that_no_record_has_narrows_nothing(self):
        self.assertRedirects(self.client.get(f"{LIST}?desk={'9' * 20}"), f"{LIST}?e=1")

    def test_a_page_behind_others_asks_one_query_more_than_a_short_list(self):
        shown = self.see()[1]

        with self.assertNumQueries(10):
            self.client.get(LIST + shown.older)

    def test_counts_no_further_than_a_thousand(self):
        self.assertContains(self.client.get(LIST), "<span>120 稿件</span>", html=True)

        Article.objects.bulk_create(Article(headline="多") for number in range(900))
        self.assertContains(self.client.get(LIST), "<span>1000+ 稿件</span>", html=True)

    def test_a_filter_begins_at_its_own_first_page(self):
        shown = self.see(LIST + self.see()[1].older)[1]

        self.assertNotIn("before", shown.get_query_string({"state": "draft"}))

    def test_no_filter_counts_its_choices(self):
        _found, shown = self.see(f"{LIST}?_facets=True")

        self.assertFalse(shown.add_facets)

    def test_no_act_takes_the_whole_archive(self):
        self.assertNotContains(self.client.get(LIST), 'select_across" value="1')
        self.assertEqual(self.see()[1].result_count, 50)


class PlaceTests(TestCase):
    def test_lies_behind_the_row_it_names(self):
        Article.objects.bulk_create(Article(headline=headline) for headline in "乙甲乙丙乙")
        rows = [(story.headline, story.pk) for story in Article.objects.order_by("-headline", "-pk")]

        behind = Article.objects.filter(beyond(["-headline", "-pk"], rows[2]))

        self.assertEqual(set(behind.values_list("headline", "pk")), set(rows[3:]))

    def test_lies_behind_it_in_an_order_that_rises_and_falls(self):
        behind = Q(headline__gt="乙") | Q(headline="乙") & Q(pk__lt=7)

        self.assertEqual(beyond(["headline", "-pk"], ["乙", 7]), behind & Q(headline__gte="乙"))

    def test_the_bound_of_a_place_stands_before_that_of_the_hour(self):
        rows = rows_beyond(Article.objects.published(), ["-published_at", "-pk"], [datetime(2023, 3, 2, tzinfo=UTC), 7])

        self.assertLess(str(rows.query).index('published_at", "'), str(rows.query).index('published_at" <='))

    def test_of_another_order_is_none(self):
        self.assertIsNone(read_place(Article, ["headline", "pk"], '["7"]'))
        self.assertIsNone(read_place(Article, ["pk"], f'["{2**63}"]'))


class StorySearchTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_superuser=True))

    def found(self, words):
        return {story.headline for story in self.client.get(LIST, {"q": words}).context["cl"].result_list}

    def test_finds_a_story_by_its_number(self):
        story = make_article(headline="旧稿")
        make_article(headline="新稿")

        self.assertEqual(self.found(story.pk), {"旧稿"})

    def test_finds_what_says_every_word(self):
        enter_stories([make_article(headline="工会送清凉", kicker="盛夏"), make_article(headline="工会送温暖")])

        self.assertEqual(self.found("工会 盛夏"), {"工会送清凉"})
        self.assertContains(self.client.get(LIST, {"q": "工会"}), "最多列出最新的1000篇")
