"""A story on the pages of two issues, of which both are signed."""

from datetime import timedelta
from unittest import mock

from articles import issuing, publishing
from articles.history.acts import Why
from articles.models import Article, Issue
from tests.articles.test_whole_issues import TODAY, SignedIssueCase, edit
from tests.factories import make_issue, make_page, place, signed


class TwoIssuesTests(SignedIssueCase):
    def setUp(self):
        super().setUp()
        self.extra = make_issue(on=TODAY + timedelta(days=1), edition="extra", published=False)
        self.shared = self.stories[0]
        place(article=self.shared, page=make_page(issue=self.extra))

    def hour_of_the_shared(self):
        return Article.objects.get(pk=self.shared.pk).published_at

    def test_it_comes_out_with_the_earlier_one_though_that_was_signed_later(self):
        sooner = self.hour - timedelta(hours=2)

        publishing.publish_issue(self.extra, at=sooner)

        self.assertEqual(self.hours(), [self.hour, sooner, self.hour])

    def test_an_embargo_of_its_own_stays(self):
        alone = signed(headline="另有时间", page=self.extra.pages.get())
        publishing.publish(alone, at=self.hour + timedelta(hours=1))

        publishing.publish_issue(self.extra, at=self.hour - timedelta(hours=2))

        self.assertEqual(Article.objects.get(pk=alone.pk).published_at, self.hour + timedelta(hours=1))

    def test_when_one_signing_is_taken_back_it_waits_for_the_other(self):
        for other in (self.hour, self.hour + timedelta(hours=3)):
            publishing.publish_issue(self.extra, at=other)

            issuing.take_signing_back(self.issue, reason="头版要换")

            self.assertEqual(self.hour_of_the_shared(), other)
            publishing.publish_issue(self.issue, at=self.hour)

    def test_when_one_is_put_off_it_waits_for_the_other(self):
        publishing.publish_issue(self.extra, at=self.hour)

        edit(self.stories[1])

        self.assertEqual(self.hours()[:2], [None, self.hour])

    def test_when_one_moves_it_goes_with_whichever_is_first_now(self):
        publishing.publish_issue(self.extra, at=self.hour + timedelta(hours=3))

        issuing.move_hour(self.issue, at=self.hour + timedelta(hours=5))
        self.assertEqual(self.hour_of_the_shared(), self.hour + timedelta(hours=3))
        issuing.move_hour(self.issue, at=self.hour)
        self.assertEqual(self.hour_of_the_shared(), self.hour)

    def test_a_fault_in_one_does_not_keep_the_other_from_being_looked_at(self):
        publishing.publish_issue(self.extra, at=self.hour)
        Article.objects.filter(pk=self.shared.pk).update(stage="draft", published_at=None)
        looked = issuing.missing_of

        def stumbling(issue, stories):
            return 1 / 0 if issue == self.issue else looked(issue, stories)

        with mock.patch("articles.issuing.missing_of", stumbling), self.assertLogs("articles.issuing", "ERROR"):
            issuing.keep_all_whole()

        self.assertIsNone(Issue.objects.get(pk=self.extra.pk).published_at)

    def test_one_that_is_out_leaves_it_as_it_is(self):
        publishing.publish_issue(self.extra)
        publishing.publish(self.shared)
        out = self.hour_of_the_shared()

        issuing.take_signing_back(self.issue, reason="头版要换")

        self.assertEqual(self.hour_of_the_shared(), out)

    def test_when_it_leaves_the_one_whose_hour_it_has_it_waits_for_the_other(self):
        later = self.hour + timedelta(hours=3)
        for issue, other in [(self.issue, self.extra), (self.extra, self.issue)]:
            publishing.publish_issue(issue, at=self.hour)
            publishing.publish_issue(other, at=later)

            self.shared.placements.filter(page__issue=issue).delete()
            self.shared.keep_version(why=Why.MOVED)

            self.assertEqual((self.shared.published_at, self.hour_of_the_shared()), (later, later))
            place(article=self.shared, page=issue.pages.get())
            self.shared.keep_version(why=Why.MOVED)
