import re

from django.test import TestCase

from articles.models import Issue
from newsroom.benchmark.asking import ask
from newsroom.benchmark.minimal.application import minimal_application
from newsroom.benchmark.uncached import our_application
from tests.factories import make_article
from tests.newsroom.benchmark.archive import make_archive

HEADLINE = re.compile(r'<a href="/articles/(\d+)/"[^>]*>([^<]+)</a>')


def headlines(application, path):
    html = ask(application, path).body.decode()
    return {(int(pk), words) for pk, words in HEADLINE.findall(html) if words.strip()}


class MinimalSiteTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_archive()
        make_article(headline="还没有见报")
        cls.issue = Issue.objects.get()

    def same_headlines(self, path, plain=None):
        ours = headlines(our_application(), path)
        theirs = headlines(minimal_application(), plain or path)

        self.assertTrue(ours)
        self.assertEqual(theirs, ours)

    def test_its_front_page_has_our_headlines(self):
        self.same_headlines("/")

    def test_its_issue_has_our_headlines(self):
        self.same_headlines(self.issue.get_absolute_url())
        self.same_headlines(self.issue.get_absolute_url(), f"{self.issue.get_absolute_url()}stories/")

    def test_its_lists_have_our_headlines(self):
        paths = ["/regions/330000/", "/regions/330681104/", self.story.column.get_absolute_url(), "/tags/工会/"]
        for path in [*paths, self.story.channel.get_absolute_url()]:
            with self.subTest(path):
                self.same_headlines(path)

    def test_its_rows_say_what_ours_say(self):
        html = ask(minimal_application(), "/regions/330000/").body.decode()

        for words in ("一线见闻", "日前，活动在广场举行。", "店口镇", "基层见闻", self.story.photos.get().key):
            self.assertIn(words, html)

    def test_its_story_names_everybody_and_every_place(self):
        html = ask(minimal_application(), self.story.get_absolute_url()).body.decode()

        for words in (
            self.story.headline,
            self.story.body,
            "李凡",
            "马敏",
            "浙江省",
            "店口镇",
            "清凉",
            "职工在车间里比赛。",
        ):
            self.assertIn(words, html)

    def test_its_search_looks_through_every_text(self):
        found = headlines(minimal_application(), "/search/?q=坚守")

        self.assertEqual(found, {(self.story.pk, self.story.headline)})

    def test_nothing_of_it_is_among_our_own_addresses(self):
        self.assertEqual(ask(our_application(), "/latest/").status, 404)
        self.assertEqual(ask(minimal_application(), "/latest/").status, 200)
