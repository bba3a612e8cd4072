from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles import publishing
from bylines.models import Contributor
from tests.factories import make_column, make_published, make_town, reporter

QUERIES = 5


class SuggestionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published(
            by=[reporter("李凡"), reporter("王李")],
            regions=[make_town()],
            tags=["劳模"],
            column=make_column(name="匠心"),
        )

    def names(self, typed):
        response = self.client.get("/search/suggest/", {"q": typed})
        self.assertEqual(response.headers["Content-Type"], "application/x-suggestions+json")
        return response.json()[1]

    def test_completes_names_of_people_places_columns_and_tags(self):
        for typed, name in {"李": "李凡", "匠": "匠心", "劳": "劳模", "勞": "劳模", "浙": "浙江省"}.items():
            with self.subTest(typed):
                self.assertEqual(self.names(typed), [name])
        self.assertEqual(self.names("店口"), ["浙江省绍兴市诸暨市店口镇"])

    def test_does_not_mind_small_and_great_letters_nor_their_width(self):
        make_published(column=make_column(name="AI前沿"), tags=["Tea"])

        for typed, name in {"ai": "AI前沿", "ＡＩ前": "AI前沿", "TEA": "Tea", "ｔｅａ": "Tea"}.items():
            with self.subTest(typed):
                self.assertEqual(self.names(typed), [name])

    def test_says_what_each_is_and_where(self):
        person = Contributor.objects.get(name="李凡")

        answer = self.client.get("/search/suggest/", {"q": "李"}).json()

        self.assertEqual(answer, ["李", ["李凡"], ["作者"], [f"http://testserver{person.get_absolute_url()}"]])

    def test_puts_the_very_name_first_and_then_who_has_most(self):
        for name, stories in {"李凡凡": 1, "李凡木": 2}.items():
            for _number in range(stories):
                make_published(by=[reporter(name)])

        self.assertEqual(self.names("李凡"), ["李凡", "李凡木", "李凡凡"])

    def test_has_nothing_for_what_nobody_is_called(self):
        for typed in ("", " ", "李" * 21, "%", "_", "李\x00王", "\U0010ffff"):
            with self.subTest(ascii(typed)):
                self.assertEqual(self.names(typed), [])

    def test_names_nobody_before_a_story_is_out_nor_after(self):
        make_published(by=[reporter("线人")], tags=["暗号"], at=timezone.now() + timedelta(hours=1))
        publishing.withdraw(self.story)

        for typed in ("线", "暗", "李", "店口", "劳", "匠"):
            with self.subTest(typed):
                self.assertEqual(self.names(typed), [])

    def test_costs_the_same_with_many_names(self):
        with self.assertNumQueries(QUERIES):
            self.names("李")
        make_published(by=[reporter("李凡凡"), reporter("李凡木")])
        with self.assertNumQueries(QUERIES):
            self.names("李")

    def test_stand_on_the_page_of_the_results_too(self):
        self.assertContains(self.client.get("/search/", {"q": "李"}), "search-named")
        self.assertContains(self.client.get("/opensearch.xml"), "/search/suggest/?q={searchTerms}")
