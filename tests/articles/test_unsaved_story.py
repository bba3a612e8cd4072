from django.test import TestCase

from articles.models import Article
from articles.reading import credits_of
from articles.story_in_print import printed
from tests.factories import make_article, make_page, make_photo, place, reporter


class UnsavedStoryTests(TestCase):
    def test_has_nothing_of_others_that_belongs_to_no_story(self):
        make_photo(by=[reporter("李凡")])  # its credit hangs from no story
        place(article=make_article(), page=make_page())

        self.assertEqual(credits_of(Article(), []), {})
        self.assertEqual(printed(Article()).placements, [])
