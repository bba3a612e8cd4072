"""An issue goes out whole at the hour that it was signed for, or not at all."""

from datetime import timedelta
from unittest import mock

from django.contrib.auth.models import Group
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import issuing, publishing, reviewing
from articles.acting import Refusal
from articles.going_out import planned_hour_of
from articles.history.acts import Why
from articles.issue_jobs import REMINDED_BEFORE, plan_reminders
from articles.models import Article, Issue, Listing, Placement
from desk.job_runner import JobRunner
from desk.models import AuditEntry, Job, Notice
from desk.notice_list import lines_for
from newsroom.groups import CHIEF, REPORTER
from tests.factories import make_article, make_issue, make_page, make_user, pass_reviews, place, signed

TODAY = timezone.localdate()


def edit(story, by=None):
    """As the form does: what readers will read is another text."""
    Article.objects.filter(pk=story.pk).update(body="改过的正文。")
    story.keep_version(by=by, why=Why.EDITED)


class SignedIssueCase(TestCase):
    def setUp(self):
        self.hour = timezone.now() + timedelta(hours=8)
        self.issue = make_issue(on=TODAY + timedelta(days=1), published=False)
        self.page = make_page(issue=self.issue)
        self.stories = [signed(headline=headline, page=self.page) for headline in ("送清凉", "评职称")]
        publishing.publish_issue(self.issue, at=self.hour)

    def hours(self):
        """Of the issue, and of its stories."""
        stories = Article.objects.filter(pk__in=[story.pk for story in self.stories]).order_by("pk")
        return [Issue.objects.get(pk=self.issue.pk).published_at, *stories.values_list("published_at", flat=True)]

    def assert_whole(self, hour=None):
        self.assertEqual(self.hours(), [hour or self.hour] * (len(self.stories) + 1))

    def assert_none_has_its_hour(self):
        self.assertEqual(set(self.hours()), {None})
        self.assertFalse(Listing.objects.exists())
        self.assertFalse(Job.objects.filter(kind="issue-out").exists())


class KeepWholeTests(SignedIssueCase):
    def test_an_edit_after_the_signing_takes_the_hour_from_all_and_the_last_signature_gives_it_back(self):
        edit(self.stories[0])

        self.assert_none_has_its_hour()
        pass_reviews(article=self.stories[0], times=3)
        self.assert_whole()

    def test_what_comes_back_too_late_goes_out_at_once(self):
        edit(self.stories[0])
        later = self.hour + timedelta(minutes=5)

        with mock.patch("django.utils.timezone.now", return_value=later):
            pass_reviews(article=self.stories[0], times=3)

        self.assert_whole(later)

    def test_a_story_that_is_sent_back_takes_the_hour_from_all(self):
        reviewing.send_back(Article.objects.get(pk=self.stories[0].pk), reason="人名有误")

        self.assert_none_has_its_hour()

    def test_an_unsigned_story_that_is_placed_there_does_so_until_it_is_taken_off(self):
        late = make_article(headline="来晚了")
        late.keep_version(why=Why.ENTERED)
        row = place(article=late, page=self.page)
        late.keep_version(why=Why.MOVED)
        self.assert_none_has_its_hour()

        row.delete()
        late.keep_version(why=Why.MOVED)

        self.assert_whole()

    def test_a_story_that_is_taken_off_does_not_go_out_with_it(self):
        story = self.stories.pop()
        story.placements.get().delete()

        story.keep_version(why=Why.MOVED)

        self.assertIsNone(Article.objects.get(pk=story.pk).published_at)
        self.assertFalse(Listing.objects.filter(article=story).exists())
        self.assert_whole()

    def test_one_that_is_moved_on_goes_out_with_the_other_issue(self):
        later, story = self.hour + timedelta(days=1), self.stories.pop()
        other = make_page(issue=make_issue(on=TODAY + timedelta(days=2), published=False))
        Issue.objects.filter(pk=other.issue_id).update(signed_for=later, published_at=later)
        story.placements.update(page=other)

        story.keep_version(why=Why.MOVED)

        self.assertEqual(Article.objects.get(pk=story.pk).published_at, later)

    def test_one_that_stands_on_another_of_its_pages_still_does(self):
        place(article=self.stories[0], page=make_page(issue=self.issue, label="03"))
        self.stories[0].keep_version(why=Why.MOVED)
        self.stories[0].placements.get(page=self.page).delete()

        self.stories[0].keep_version(why=Why.MOVED)

        self.assert_whole()

    def test_so_does_a_new_story_that_begins_there(self):
        late = make_article(headline="来晚了", page=self.page)

        late.keep_version(why=Why.ENTERED)

        self.assert_none_has_its_hour()

    def test_a_signed_story_that_is_placed_there_gets_the_hour(self):
        late = signed(headline="加稿")
        place(article=late, page=self.page)

        late.keep_version(why=Why.MOVED)

        self.assertEqual(late.published_at, self.hour)

    def test_a_story_that_was_deleted_is_noticed_by_the_worker(self):
        late = make_article(headline="来晚了", page=self.page)
        late.keep_version(why=Why.ENTERED)
        Placement.objects.filter(article=late).delete()

        issuing.keep_all_whole()

        self.assert_whole()

    def test_one_that_is_out_and_withdrawn_is_left_aside(self):
        publishing.publish(self.stories[0])
        publishing.withdraw(self.stories[0])

        self.assertEqual(Issue.objects.get().published_at, self.hour)

    def test_chiefs_are_told_what_is_missing_except_who_did_it(self):
        chief, other = make_user(group=CHIEF), make_user(group=CHIEF)

        edit(self.stories[0], by=other)

        told = Notice.objects.filter(kind="issue-not-whole")
        self.assertEqual(told.get(user=chief).words, "尚未签发：送清凉")
        self.assertFalse(told.filter(user=other).exists())
        self.assertEqual(AuditEntry.objects.get(verb="put_off").by, other)

    def test_who_is_chief_no_longer_reads_no_headline_in_what_was_told(self):
        chief = make_user(group=CHIEF)
        edit(self.stories[0], by=make_user())
        chief.groups.set([Group.objects.get(name=REPORTER)])

        [line] = lines_for(type(chief).objects.get(pk=chief.pk), chief.notices.filter(kind="issue-not-whole"))

        self.assertEqual((line.is_hidden, line.words), (False, ""))

    def test_an_issue_that_is_out_stays_out(self):
        Issue.objects.update(published_at=timezone.now() - timedelta(hours=1))
        late = make_article(headline="来晚了", page=self.page)

        late.keep_version(why=Why.ENTERED)

        self.assertTrue(Issue.objects.get().is_published)

    def test_stories_with_an_hour_of_their_own_keep_it(self):
        own = self.hour + timedelta(days=1)
        bound = signed(headline="有约")
        publishing.publish(bound, at=own)
        place(article=bound, page=self.page)
        bound.keep_version(why=Why.MOVED)

        edit(self.stories[0])

        self.assertEqual(Article.objects.get(pk=bound.pk).published_at, own)


class SingleStoryTests(SignedIssueCase):
    def test_one_may_come_out_before_its_issue(self):
        publishing.publish(self.stories[0])

        self.assertTrue(self.stories[0].is_published)
        self.assertEqual(Issue.objects.get().published_at, self.hour)

    def test_none_is_taken_out_of_the_issues_hour_by_itself(self):
        with self.assertRaisesMessage(Refusal, "它随本期"):
            publishing.unschedule(Article.objects.get(pk=self.stories[0].pk))


class TakeBackTests(SignedIssueCase):
    def test_takes_the_hour_from_all_and_leaves_them_signed_off(self):
        issuing.take_signing_back(self.issue, by=make_user(group=CHIEF), reason="等一条稿")

        self.assert_none_has_its_hour()
        self.assertEqual({story.stage for story in Article.objects.all()}, {"ready"})
        self.assertIsNone(Issue.objects.get().signed_for)
        self.assertEqual(AuditEntry.objects.get(verb="unsign").words, "等一条稿")

    def test_needs_a_reason_and_comes_too_late_after_the_hour(self):
        with self.assertRaises(Refusal):
            issuing.take_signing_back(self.issue, reason=" ")
        Issue.objects.update(published_at=timezone.now())
        with self.assertRaises(Refusal):
            issuing.take_signing_back(self.issue, reason="等一条稿")


class MoveHourTests(SignedIssueCase):
    def test_moves_the_issue_and_all_that_waits_for_it(self):
        later = self.hour + timedelta(hours=2)

        issuing.move_hour(self.issue, at=later)

        self.assert_whole(later)
        self.assertEqual(set(Listing.objects.values_list("published_at", flat=True)) - {later}, set())
        self.assertEqual(Job.objects.get(kind="issue-out").due_at, later)

    def test_of_an_issue_that_is_not_whole_counts_when_it_is(self):
        edit(self.stories[0])
        later = self.hour + timedelta(hours=2)

        issuing.move_hour(self.issue, at=later)
        self.assert_none_has_its_hour()
        pass_reviews(article=self.stories[0], times=3)

        self.assert_whole(later)


class JobTests(SignedIssueCase):
    def run_at(self, at):
        with mock.patch("django.utils.timezone.now", return_value=at):
            JobRunner("night", silence=60).run_due()

    def test_at_its_hour_the_log_says_that_it_is_out_and_who_listens_hears_it(self):
        heard = []

        with mock.patch.object(issuing, "WHEN_OUT", issuing.WHEN_OUT):
            issuing.WHEN_OUT.append(lambda issue, stories: heard.append((issue, len(stories))))
            self.addCleanup(issuing.WHEN_OUT.pop)
            self.run_at(self.hour + timedelta(seconds=1))

        self.assertEqual(heard, [(self.issue, 2)])
        self.assertEqual(AuditEntry.objects.get(verb="out").words, "2篇稿件随期刊出")

    def test_a_chief_is_told_half_an_hour_before_when_it_is_not_whole(self):
        chief = make_user(group=CHIEF)
        self.plan_at(self.hour - timedelta(hours=2))
        edit(self.stories[0], by=chief)

        self.run_at(self.hour - timedelta(minutes=29))

        self.assertEqual(Notice.objects.filter(kind="issue-due", user=chief).count(), 1)

    def test_nobody_is_told_when_all_is_well_and_nobody_twice(self):
        make_user(group=CHIEF)
        for _again in range(2):
            self.plan_at(self.hour - timedelta(hours=2))
            self.run_at(self.hour - timedelta(minutes=29))

        self.assertFalse(Notice.objects.filter(kind="issue-due").exists())
        self.assertEqual(Job.objects.get(kind="issue-due").result, "一切就绪。")

    def test_an_issue_that_is_signed_for_the_hour_it_was_expected_at_has_one_word(self):
        issuing.take_signing_back(self.issue, reason="头版要换")
        plan_reminders()
        Issue.objects.update(signed_for=planned_hour_of(self.issue))

        plan_reminders()

        planned = Job.objects.filter(kind="issue-due", details__issue=self.issue.pk)
        self.assertEqual(planned.filter(due_at=planned_hour_of(self.issue) - REMINDED_BEFORE).count(), 1)

    def plan_at(self, at):
        with mock.patch("django.utils.timezone.now", return_value=at):
            plan_reminders()


class CostTests(TestCase):
    def test_an_issue_is_signed_in_as_many_queries_however_many_stories_it_has(self):
        asked = [self.queries(stories) for stories in (2, 8)]

        self.assertEqual(asked[0], asked[1])

    def test_an_edit_costs_as_many_however_many_stories_wait_with_it(self):
        taken, repeated = zip(*(self.queries_of_edits(stories) for stories in (2, 8)), strict=True)

        self.assertEqual(taken[0], taken[1])
        self.assertEqual(repeated[0], repeated[1])

    def queries_of_edits(self, stories):
        """One that takes the hour from them, and the next, when it is gone."""
        self.queries(stories)
        asked = []
        for story in Article.objects.order_by("-pk")[:2]:
            with CaptureQueriesContext(connection) as counted:
                edit(story)
            asked.append(len(counted))
        return asked

    def queries(self, stories):
        issue = make_issue(on=TODAY + timedelta(days=stories), published=False)
        page = make_page(issue=issue)
        for number in range(stories):
            story = signed(headline=f"{stories}-{number}", page=page, tags=["劳模"])
            story.keep_version(why=Why.MOVED)
        with CaptureQueriesContext(connection) as asked:
            publishing.publish_issue(issue)
        return len(asked)


class HourPassesTests(SignedIssueCase):
    def test_in_the_middle_of_an_act_that_takes_it_it_is_taken_from_all(self):
        """The look at its stories may wait for a colleague's save, and the hour may pass meanwhile."""
        looked = issuing.missing_of

        def slowly(*said):
            self.enterContext(mock.patch("django.utils.timezone.now", return_value=self.hour + timedelta(seconds=1)))
            return looked(*said)

        Article.objects.filter(pk=self.stories[0].pk).update(stage="draft", published_at=None)
        self.stories[0].listings.all().delete()
        with mock.patch("articles.issuing.missing_of", slowly):
            issuing.keep_whole(self.issue)

        self.assert_none_has_its_hour()
