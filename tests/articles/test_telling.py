from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles import publishing, reviewing, signing
from articles.coming_out import tell_going_out, tell_that_it_is_out
from articles.corrections import enter
from articles.models import Article, Correction, Review
from articles.models.article import Stage
from bylines.models import Byline
from desk.models import Job, Notice
from desk.notice_list import lines_for
from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR, REPORTER
from tests.factories import (
    in_review,
    make_article,
    make_contributor,
    make_desk,
    make_issue,
    make_page,
    make_published,
    make_user,
    pass_reviews,
    signed,
)


class TellingTestCase(TestCase):
    def told(self, user):
        """[(kind, words)] of what waits for that colleague."""
        return [(notice.kind, notice.words) for notice in user.notices.unread().order_by("pk")]

    def assert_waits_for(self, *users):
        self.assertEqual({one.user for one in Notice.objects.unread().filter(kind="to-review")}, set(users))


class QueueTests(TellingTestCase):
    def setUp(self):
        self.desk = make_desk()

    def test_waits_for_the_reviewers_of_its_desk(self):
        here, elsewhere = make_user(group=EDITOR, desk=self.desk), make_user(group=EDITOR)
        make_user(group=REPORTER, desk=self.desk)

        in_review(desk=self.desk)

        self.assertEqual((self.told(here), self.told(elsewhere)), ([("to-review", "初审")], []))

    def test_waits_for_all_where_the_desk_has_no_reviewer(self):
        editors = [make_user(group=EDITOR), make_user(group=CHIEF)]
        make_user(group=REPORTER, desk=self.desk)
        make_user(is_superuser=True)

        in_review(desk=self.desk)

        self.assert_waits_for(*editors)

    def test_technicians_hear_of_it_where_there_is_nobody_else(self):
        technician = make_user(is_superuser=True)

        in_review(desk=self.desk)

        self.assert_waits_for(technician)

    def test_waits_for_no_editor_of_another_desk(self):
        make_user(group=DESK_EDITOR, desk=make_desk())
        here = make_user(group=DESK_EDITOR, desk=self.desk)

        in_review(desk=self.desk)

        self.assert_waits_for(here)

    def test_never_waits_for_its_authors(self):
        editor = make_user(group=EDITOR)
        other = make_user(group=EDITOR)
        story = make_article(created_by=other)
        Byline.objects.create(article=story, contributor=make_contributor(user=editor), role="reporter")

        reviewing.submit(story, by=other)

        self.assert_waits_for()

    def test_a_passed_step_waits_for_the_next_reviewers_only(self):
        first, second, chief = make_user(group=EDITOR), make_user(group=EDITOR), make_user(group=CHIEF)
        story = in_review()

        reviewing.review(story, by=first, verdict=Review.Verdict.PASS, opinion="同意。")
        self.assert_waits_for(second, chief)
        reviewing.review(story, by=second, verdict=Review.Verdict.PASS, opinion="同意。")

        self.assert_waits_for(chief)
        self.assertEqual(self.told(chief), [("to-review", "终审")])

    def test_waits_for_nobody_once_it_is_recalled_sent_back_or_signed(self):
        chief = make_user(group=CHIEF)
        stories = [in_review(), in_review(passed=1), in_review(passed=3)]

        reviewing.recall(stories[0], by=stories[0].created_by)
        reviewing.review(stories[1], by=chief, verdict=Review.Verdict.SEND_BACK, opinion="缺采访")

        self.assert_waits_for()

    def test_waits_no_longer_for_whoever_is_credited_meanwhile(self):
        editor, other = make_user(group=EDITOR), make_user(group=EDITOR)
        story = in_review()
        Byline.objects.create(article=story, contributor=make_contributor(user=editor), role="reporter")

        story.keep_version(by=other, why="edited")

        self.assert_waits_for(other)


class AuthorTests(TellingTestCase):
    def setUp(self):
        self.author, self.chief = make_user(group=REPORTER), make_user(group=CHIEF)

    def test_hears_why_a_story_comes_back(self):
        story = in_review(author=self.author)

        reviewing.review(story, by=make_user(group=EDITOR), verdict=Review.Verdict.SEND_BACK, opinion="缺采访")

        self.assertEqual(self.told(self.author), [("sent-back", "缺采访")])

    def test_handing_it_in_again_settles_that(self):
        story = in_review(author=self.author)
        reviewing.review(story, by=make_user(group=EDITOR), verdict=Review.Verdict.SEND_BACK, opinion="缺采访")

        reviewing.submit(story, by=self.author)

        self.assertEqual(self.told(self.author), [])

    def test_hears_that_a_change_reopened_it(self):
        story = signed(author=self.author)
        story.body = "改过。"
        story.save()

        story.keep_version(by=self.chief, why="edited")

        self.assertEqual(self.told(self.author), [("reopened", "正文")])

    def test_co_authors_with_an_account_hear_too_and_editors_in_the_credits_do_not(self):
        writer, photographer_, editor = make_user(), make_user(), make_user()
        story = make_article(created_by=self.author)
        for user, role in ((writer, "reporter"), (photographer_, "photographer"), (editor, "editor")):
            Byline.objects.create(article=story, contributor=make_contributor(user=user), role=role)

        reviewing.submit(story, by=self.author)
        pass_reviews(article=story, times=3)

        self.assertEqual([bool(self.told(user)) for user in (writer, photographer_, editor)], [True, True, False])

    def test_hears_one_thing_at_a_time(self):
        story = signed(author=self.author)
        self.assertEqual(self.told(self.author), [("signed", "")])

        publishing.publish(story)

        self.assertEqual(self.told(self.author), [("published", "")])

    def test_hears_where_it_is_printed(self):
        story = signed(author=self.author, page=make_page(label="02", name="工会"))

        publishing.publish(story)

        self.assertEqual(self.told(self.author), [("published", "2023-03-02 第02版：工会")])

    def test_hears_its_hour_and_that_it_is_taken_back(self):
        story = signed(author=self.author)
        at = timezone.localtime() + timedelta(days=1)

        publishing.publish(story, at=at)
        self.assertEqual(self.told(self.author), [("scheduled", f"{at:%Y-%m-%d %H:%M}")])
        publishing.unschedule(story)

        self.assertEqual(self.told(self.author), [("unscheduled", "")])

    def test_authors_and_chiefs_hear_of_a_withdrawal_and_its_end(self):
        story = make_published(created_by=self.author)

        publishing.withdraw(story, by=make_user(group=CHIEF), reason="失实")
        told = [self.told(user) for user in (self.author, self.chief)]
        publishing.restore(story, by=self.chief, reason="查实")

        self.assertEqual(told, [[("withdrawn", "失实")]] * 2)
        self.assertEqual((self.told(self.author), self.told(self.chief)), ([("restored", "查实")], []))

    def test_hears_of_a_new_correction_once(self):
        story = make_published(created_by=self.author)
        correction = Correction(article=story, wrong="三百人", right="三千人", published_at=timezone.now())

        for _time in range(2):
            enter(correction, by=self.chief)

        self.assertEqual([(one.kind, one.times) for one in self.author.notices.all()], [("corrected", 1)])

    def test_hears_nothing_of_an_archive_that_is_taken_in(self):
        make_published(created_by=self.author, at=timezone.now() - timedelta(days=3))

        self.assertEqual(self.told(self.author), [])


class IssueTests(TellingTestCase):
    """An issue goes out as one act: one notice for each author, naming the own stories."""

    def setUp(self):
        self.author, self.chief = make_user(group=REPORTER), make_user(group=CHIEF)
        today = timezone.localdate()
        self.issue = make_issue(on=today, published=False)
        self.pages = [make_page(issue=self.issue, label=label, name="") for label in ("01", "02")]

    def lines(self, user):
        return [(line.notice.kind, line.words) for line in lines_for(user, user.notices.unread())]

    def test_names_the_readers_own_stories(self):
        other = make_user(group=REPORTER)
        for number, page in enumerate(self.pages):
            signed(author=self.author, page=page, headline=f"头条{number}")
        signed(author=other, page=self.pages[0], headline="别人的")

        publishing.publish_issue(self.issue, at=timezone.now(), by=self.chief)

        self.assertEqual(self.lines(self.author), [("published", "第01版：头条0\n第02版：头条1")])
        self.assertEqual(self.lines(other), [("published", "第01版：别人的")])

    def test_a_story_that_is_withdrawn_is_named_no_longer(self):
        story = signed(author=self.author, page=self.pages[0], headline="头条")
        publishing.publish_issue(self.issue, at=timezone.now(), by=self.chief)
        Article.objects.filter(pk=story.pk).update(withdrawn_at=timezone.now())

        self.assertEqual(self.lines(self.author), [("published", "")])

    def test_signing_and_publishing_in_one_act_is_one_notice(self):
        in_review(author=self.author, passed=2, page=self.pages[0], headline="头条")

        signing.sign_issue(self.issue, by=self.chief)
        publishing.publish_issue(self.issue, at=timezone.now() + timedelta(hours=2), by=self.chief)

        [(kind, words)] = self.lines(self.author)
        self.assertEqual((kind, words.splitlines()[1:]), ("scheduled", ["第01版：头条"]))

    def test_asks_as_much_for_ten_authors_as_for_one(self):
        def stories(number):
            page = make_page(issue=make_issue(on=timezone.localdate(), edition=f"e{number}", published=False))
            authors = [make_user() for _ in range(number)]
            return page.issue, [make_article(created_by=user, stage=Stage.READY, page=page) for user in authors]

        for number in (1, 10):
            issue, going = stories(number)
            with self.assertNumQueries(7):
                tell_going_out(issue, going, at=timezone.now(), by=self.chief)


class HourTests(TellingTestCase):
    """What has its hour is out at that hour, and then its authors are told."""

    def setUp(self):
        self.author = make_user(group=REPORTER)
        self.at = timezone.now() + timedelta(hours=1)

    def after_the_hour(self, record):
        now = timezone.now()
        type(record).objects.filter(pk=record.pk).update(published_at=now)
        Article.objects.filter(published_at=self.at).update(published_at=now)
        return tell_that_it_is_out(Job.objects.get(kind="out").details)

    def test_a_story_with_its_own_hour(self):
        story = signed(author=self.author)
        publishing.publish(story, at=self.at)

        self.after_the_hour(story)

        self.assertEqual(self.told(self.author), [("published", "")])

    def test_an_issue(self):
        issue = make_issue(on=timezone.localdate(), published=False)
        signed(author=self.author, page=make_page(issue=issue))
        publishing.publish_issue(issue, at=self.at)

        self.after_the_hour(issue)

        self.assertEqual([kind for kind, _words in self.told(self.author)], ["published"])

    def test_a_story_whose_hour_was_taken_back_tells_nothing(self):
        story = signed(author=self.author)
        publishing.publish(story, at=self.at)
        publishing.unschedule(story)

        self.assertEqual(tell_that_it_is_out(Job.objects.get(kind="out").details), "还未发布。")
        self.assertEqual(self.told(self.author), [("unscheduled", "")])
