from datetime import timedelta

from django.test import SimpleTestCase, TestCase
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Issue, Page, Placement
from articles.models.article import Stage
from articles.publishing import withdraw
from articles.state import State, state_of
from tests.factories import make_article, make_issue, make_page, make_published, make_user

NOW = timezone.now()
HOUR = timedelta(hours=1)


class StoryTests(TestCase):
    """One story in each state; every word of the queryset finds its own and no other."""

    def setUp(self):
        self.draft = make_article(headline="草稿")
        self.ready = make_article(headline="待签", stage=Stage.READY)
        self.scheduled = make_published(headline="定时", at=NOW + HOUR)
        self.published = make_published(headline="已发")
        self.withdrawn = make_published(headline="已撤")
        withdraw(self.withdrawn)

    def test_each_word_finds_its_own(self):
        stories = Article.objects

        self.assertQuerySetEqual(stories.published(), [self.published])
        self.assertQuerySetEqual(stories.scheduled(), [self.scheduled])
        self.assertQuerySetEqual(stories.withdrawn(), [self.withdrawn])
        self.assertQuerySetEqual(stories.unpublished(Stage.DRAFT), [self.draft])
        self.assertQuerySetEqual(stories.unpublished(Stage.READY), [self.ready])

    def test_the_state_says_the_same(self):
        stories = [self.draft, self.ready, self.scheduled, self.published, self.withdrawn]

        states = [State.DRAFT, State.READY, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN]
        self.assertEqual([state_of(story) for story in stories], states)

    def test_somebody_of_no_desk_sees_what_readers_see(self):
        self.assertQuerySetEqual(Article.objects.visible_to(make_user()), [self.published])


class PlacementTests(TestCase):
    def setUp(self):
        self.issue = make_issue()
        self.page = make_page(issue=self.issue)
        self.story = make_published(page=self.page)

    def test_is_read_once_issue_and_story_are_out(self):
        make_article(page=self.page)
        make_published(page=self.page, at=NOW + HOUR)
        withdraw(make_published(page=self.page))

        self.assertEqual([placement.article for placement in Placement.objects.published()], [self.story])

    def test_waits_for_its_issue(self):
        Issue.objects.update(published_at=NOW + HOUR)

        self.assertQuerySetEqual(Placement.objects.published(), [])
        self.assertQuerySetEqual(Page.objects.published(), [])
        self.assertQuerySetEqual(Page.objects.published(at=NOW + HOUR), [self.page])


class IssueStateTests(SimpleTestCase):
    def test_is_told_by_its_hour(self):
        hours = {Issue.State.DRAFT: None, Issue.State.SCHEDULED: NOW + HOUR, Issue.State.PUBLISHED: NOW - HOUR}

        for state, hour in hours.items():
            self.assertEqual(Issue(published_at=hour).state, state)


class IssueOnTheBoardTests(TestCase):
    def test_says_its_state_in_words(self):
        self.client.force_login(make_user(is_superuser=True))
        issue = make_issue(on=timezone.localdate(), published=False)
        board = reverse("admin:index")

        self.assertContains(self.client.get(board), "编排中")
        Issue.objects.update(published_at=NOW + HOUR)
        self.assertContains(self.client.get(board), "state-scheduled")
        Issue.objects.update(published_at=NOW - HOUR)
        self.assertContains(self.client.get(board), issue.get_absolute_url())
