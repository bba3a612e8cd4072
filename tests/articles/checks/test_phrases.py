from django.test import TestCase

from articles.house_phrases import load_phrases
from articles.models import Phrase
from tests.articles.checks.checking import only
from tests.factories import make_article


class PhraseTests(TestCase):
    def setUp(self):
        self.article = make_article(body="截止目前，活动**涉及到**三百人。")

    def shown(self, code, **typed):
        return [(hit.text, hit.suggestion, hit.level) for hit in only(code, self.article, typed)]

    def test_suggests_how_the_paper_writes_it(self):
        load_phrases()

        self.assertEqual(
            self.shown("phrase-fixed"), [("截止目前", "截至目前", "warning"), ("涉及到", "涉及", "warning")]
        )

    def test_refuses_banned_words_at_the_level_that_the_paper_says(self):
        Phrase.objects.create(text="史上最强", kind="banned", level="error", note="没有依据。")

        [hit] = only("phrase-banned", self.article, {"headline": "史上最强阵容"})

        self.assertEqual((hit.level, hit.message, hit.start), ("error", "没有依据。", 0))

    def test_takes_the_longest_phrase(self):
        Phrase.objects.create(text="截止", suggestion="截至")
        Phrase.objects.create(text="截止目前", suggestion="截至目前")

        self.assertEqual(self.shown("phrase-fixed"), [("截止目前", "截至目前", "warning")])

    def test_is_content_where_it_is_written_as_it_should_be(self):
        Phrase.objects.create(text="总工会", suggestion="省总工会")

        self.assertEqual(
            self.shown("phrase-fixed", body="省总工会发文，总工会照办。"), [("总工会", "省总工会", "warning")]
        )

    def test_follows_every_change_of_the_list(self):
        phrase = Phrase.objects.create(text="涉及到", suggestion="涉及")
        self.assertEqual(len(self.shown("phrase-fixed")), 1)

        phrase.delete()

        self.assertEqual(self.shown("phrase-fixed"), [])

    def test_loads_the_first_list_only_into_an_empty_one(self):
        self.assertGreater(load_phrases(), 12)
        self.assertEqual(load_phrases(), 0)
