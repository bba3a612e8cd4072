"""The chief's 终审 of a whole issue, and what publish_issue makes of printed and of coming papers."""

from datetime import date, timedelta
from importlib import import_module
from io import StringIO

from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from articles import reviewing, signing
from articles.acting import Refusal
from articles.models import Article, Review, Submission
from articles.models.article import Stage
from bylines.models import Contributor, Role
from desk.models import Paper
from newsroom.groups import CHIEF, EDITOR
from tests.factories import credit, in_review, make_article, make_issue, make_page, make_user, reporter, signed

TOMORROW = timezone.localdate() + timedelta(days=1)


class SigningAnIssueTests(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF, username="zongbian")
        self.issue = make_issue(on=TOMORROW, published=False)
        self.page = make_page(issue=self.issue)

    def refused(self, words):
        with self.assertRaisesMessage(Refusal, words):
            signing.sign_issue(self.issue, by=self.chief)

    def test_is_the_final_review_of_everything_that_waits_for_it(self):
        for headline in ("一", "二"):
            in_review(headline=headline, passed=2, page=self.page)
        signed(headline="三", page=self.page)

        signing.sign_issue(self.issue, by=self.chief)

        self.assertEqual(Article.objects.filter(stage=Stage.READY).count(), 3)
        self.assertEqual(Review.objects.filter(reviewer=self.chief, step=3, opinion__startswith="同意").count(), 2)

    def test_names_what_does_not_wait_for_it_and_signs_nothing(self):
        in_review(headline="可签的", passed=2, page=self.page)
        in_review(headline="在复审的", passed=1, page=self.page)
        make_article(headline="没交的", page=self.page)

        self.refused("在复审的（复审）、没交的（草稿）")
        self.assertFalse(Article.objects.filter(stage=Stage.READY).exists())

    def test_names_what_the_chief_wrote(self):
        in_review(headline="总编写的", author=self.chief, passed=2, page=self.page, readers=[make_user(group=EDITOR)])

        self.refused("总编写的（这是您写的")

    def test_an_editor_signs_nothing(self):
        in_review(passed=2, page=self.page)
        self.chief = make_user(group=EDITOR)

        self.refused("终审")

    def test_a_paper_that_holds_errors_back_does_so_here(self):
        Paper.current()
        Paper.objects.update(strict_checks=True)
        in_review(headline="有错的", body="2月30日，活动在广场举行。", passed=2, page=self.page)

        self.refused("未放行的差错")

    def test_the_command_asks_a_chief_for_a_paper_to_come(self):
        in_review(passed=2, page=self.page)

        with self.assertRaisesMessage(CommandError, "尚未签发"):
            call_command("publish_issue", str(TOMORROW), stdout=StringIO())
        call_command("publish_issue", str(TOMORROW), "--by", "zongbian", stdout=StringIO())

        self.assertTrue(Article.objects.get().is_scheduled)

    def test_the_command_knows_no_chief_of_that_name(self):
        in_review(passed=2, page=self.page)

        with self.assertRaisesMessage(CommandError, "nobody"):
            call_command("publish_issue", str(TOMORROW), "--by", "nobody")


class PrintedIssueTests(TestCase):
    """A paper that was printed before it came in here went through its reviews on paper."""

    def setUp(self):
        self.issue = make_issue(on=date(2023, 3, 2), published=False)
        self.page = make_page(issue=self.issue)

    def test_its_drafts_count_as_signed_off(self):
        make_article(page=self.page)

        call_command("publish_issue", "2023-03-02", stdout=StringIO())

        self.assertTrue(Article.objects.get().is_published)

    def test_what_was_handed_in_goes_through_its_reviews(self):
        in_review(headline="正在审", page=self.page)

        with self.assertRaisesMessage(CommandError, "正在审"):
            call_command("publish_issue", "2023-03-02", stdout=StringIO())

    def test_so_does_what_was_sent_back(self):
        article = in_review(headline="退回的", page=self.page)
        reviewing.recall(article, by=article.created_by)

        with self.assertRaisesMessage(CommandError, "退回的"):
            call_command("publish_issue", "2023-03-02", stdout=StringIO())

    def test_todays_paper_has_not_been_printed(self):
        with self.assertRaises(Refusal):
            signing.take_as_printed(make_issue(on=timezone.localdate()))


class OlderPaperTests(TestCase):
    """What a newsroom that had no rounds yet finds after its upgrade."""

    def upgrade(self):
        import_module("articles.migrations.0008_review_rules").open_rounds(apps, None)

    def test_a_story_in_review_waits_in_its_first_round(self):
        author, writer = make_user(), make_user(name="周永卫")
        article = make_article(stage=Stage.SUBMITTED, created_by=author, by=[reporter("周永卫")], version=4)
        Contributor.objects.update(user=writer)

        self.upgrade()

        submission = Submission.objects.get()
        self.assertEqual((submission.submitted_by, submission.version, submission.step), (author, 4, 1))
        self.assertEqual(set(submission.authors.all()), {author, writer})
        self.assertEqual(submission.waiting_since, article.updated_at)

    def test_one_that_nobody_entered_is_a_draft_again(self):
        make_article(stage=Stage.SUBMITTED)

        self.upgrade()

        self.assertEqual(Article.objects.get().stage, Stage.DRAFT)

    def test_a_story_that_was_signed_without_a_round_is_reviewed_once_it_changes(self):
        author = make_user()
        article = make_article(stage=Stage.READY, created_by=author)

        article.keep_as_found()
        credit(article=article, by=[(Role.REPORTER, "李凡")])
        article.keep_version(why="edited", by=make_user())

        self.assertEqual((article.stage, Submission.objects.get().submitted_by), (Stage.SUBMITTED, author))
