"""What an act asks the database besides, to say what it changes: as much for many stories as for one."""

from datetime import timedelta

from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from pagecache.showing import recording
from tests.factories import make_article, make_issue, make_page, make_published, make_town, reporter


class CostsOfActsTests(TestCase):
    def test_an_issue_with_more_stories_asks_no_more(self):
        self.more_for_issue(stories=1)  # what is looked up once in a process

        self.assertEqual(self.more_for_issue(stories=1), self.more_for_issue(stories=4))

    def test_an_old_issue_asks_little_more(self):
        newer = make_published(by=[reporter("李凡")], regions=[make_town()])

        self.assertLessEqual(self.more_for_issue(stories=4, days=9), self.more_for_issue(stories=1, days=9) + 1)
        self.assertIsNotNone(newer)

    def test_a_draft_asks_nothing(self):
        draft = make_article()

        self.assertEqual(self.asked("database", lambda: draft.save()), self.asked("off", lambda: draft.save()))

    def more_for_issue(self, *, stories, days=0):
        """Queries that the kept pages add to the publication of an issue."""
        return self.issue_out("database", stories, days) - self.issue_out("off", stories, days)

    def issue_out(self, cache, stories, days):
        hour = timezone.now() - timedelta(days=days)
        issue = make_issue(on=hour.date() - timedelta(days=self.count()), published=False)
        page = make_page(issue=issue)
        for _story in range(stories):
            make_article(stage="ready", page=page, by=[reporter("李凡")], regions=[make_town()])
        return self.asked(cache, lambda: publishing.publish_issue(issue, at=hour))

    def asked(self, cache, act):
        with override_settings(PAGE_CACHE=cache), CaptureQueriesContext(connection) as queries:
            act()
        return len(queries)

    def count(self):
        self.counted = getattr(self, "counted", 0) + 1
        return self.counted


class CostsOfPagesTests(TestCase):
    def test_a_page_that_says_what_it_shows_asks_no_more(self):
        story = make_published(by=[reporter("李凡")], regions=[make_town()], page=make_page())

        self.client.get("/")
        for path in ("/", story.get_absolute_url(), make_town().get_absolute_url()):
            with CaptureQueriesContext(connection) as unsaid:
                self.client.get(path)
            with CaptureQueriesContext(connection) as said, recording():
                self.client.get(path)
            self.assertEqual(len(said), len(unsaid))
