from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles.publishing import withdraw
from desk.models import Paper
from tests.factories import make_column, make_published, make_town, reporter


class RelatedStoryTests(TestCase):
    def setUp(self):
        self.now = timezone.now()
        self.town = make_town()

    def story(self, headline, days, **fields):
        return make_published(headline=headline, at=self.now - timedelta(days=days), **fields)

    def related(self, article):
        return [story.headline for story in self.client.get(article.get_absolute_url()).context_data["related"]]

    def test_are_those_of_the_same_column_place_or_person(self):
        self.story("同栏目", 5, column=make_column())
        self.story("同地", 4, regions=[self.town])
        self.story("同记者", 3, by=[reporter("李凡")])
        self.story("无关", 2)
        article = self.story("本稿", 1, column=make_column(), regions=[self.town], by=[reporter("李凡")])

        self.assertEqual(set(self.related(article)), {"同栏目", "同地", "同记者"})

    def test_are_older_than_the_story(self):
        article = self.story("本稿", 5, column=make_column())
        self.story("新稿", 4, column=make_column())
        self.story("同时", 5, column=make_column())

        self.assertEqual(self.related(article), [])

    def test_stand_there_once_and_first_with_what_they_share(self):
        self.story("全同", 9, column=make_column(), by=[reporter("李凡")])
        self.story("半同", 2, column=make_column())
        article = self.story("本稿", 1, column=make_column(), by=[reporter("李凡")])

        self.assertEqual(self.related(article), ["全同", "半同"])

    def test_are_found_in_the_county_around_a_town(self):
        self.story("县里", 3, regions=[self.town.parent])

        self.assertEqual(self.related(self.story("本稿", 1, regions=[self.town])), ["县里"])

    def test_withdrawn_ones_are_gone(self):
        withdraw(self.story("误报", 3, column=make_column()))

        self.assertEqual(self.related(self.story("本稿", 1, column=make_column())), [])

    def test_are_six_at_most_for_one_query(self):
        Paper.current()
        article = self.story("本稿", 1, column=make_column(), regions=[self.town], by=[reporter("李凡")])
        for more in (1, 8):
            for number in range(more):
                self.story("旧稿", 2 + number, column=make_column(), regions=[self.town], by=[reporter("李凡")])
            with self.assertNumQueries(8):
                self.client.get(article.get_absolute_url())

        self.assertEqual(len(self.related(article)), 6)
