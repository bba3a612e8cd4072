from django.contrib.auth.models import Permission
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import TestCase
from django.utils import timezone

from articles import reviewing
from articles.acting import Refusal
from articles.models import Article, Review, Submission
from articles.models.article import Stage
from bylines.models import Contributor, Role
from desk.models import AuditEntry, Paper
from newsroom.groups import CHIEF, DESK_EDITOR, EDITOR, REPORTER
from tests.factories import credit, in_review, make_article, make_user, pass_reviews, signed

PASS, SEND_BACK = Review.Verdict.PASS, Review.Verdict.SEND_BACK


def say(article, by, verdict=PASS, opinion="同意。", **seen):
    return reviewing.review(article, by=by, verdict=verdict, opinion=opinion, **seen)


class ThreeReviewsTests(TestCase):
    def setUp(self):
        self.author = make_user(group=REPORTER)
        self.first, self.second = make_user(group=EDITOR), make_user(group=EDITOR)
        self.chief = make_user(group=CHIEF)
        self.article = in_review(author=self.author)

    def test_three_people_sign_a_story_off(self):
        for reviewer in (self.first, self.second, self.chief):
            say(self.article, reviewer)

        said = [(one.step_label, one.reviewer) for one in Review.objects.all()]
        self.assertEqual(said, [("初审", self.first), ("复审", self.second), ("终审", self.chief)])
        self.assertEqual(Article.objects.get().stage, Stage.READY)
        self.assertEqual(Submission.objects.get().outcome, "passed")

    def test_the_record_says_who_read_which_version_when_and_thought_what(self):
        say(self.article, self.first, opinion="同意。标题可短些。")

        said = Review.objects.get()
        self.assertEqual((said.version, said.opinion, said.submitted_by), (1, "同意。标题可短些。", self.author))
        self.assertLess((timezone.now() - said.at).total_seconds(), 60)

    def test_every_act_stands_in_the_audit_log(self):
        pass_reviews(article=self.article, times=3)

        verbs = AuditEntry.objects.filter(kind="article").order_by("pk").values_list("verb", flat=True)
        self.assertEqual(list(verbs), ["submit", "review", "review", "sign"])

    def test_nobody_reviews_twice_in_a_round(self):
        make_user(group=CHIEF)
        say(self.article, self.chief)
        say(self.article, self.second)

        with self.assertRaisesMessage(Refusal, "本轮"):
            say(self.article, self.chief)

    def test_the_only_one_who_could_sign_keeps_the_final_review(self):
        make_user(group=CHIEF, is_active=False)

        with self.assertRaisesMessage(Refusal, "终审将无人可做"):
            say(self.article, self.chief)

        self.assertFalse(Review.objects.exists())

    def test_nor_does_the_last_of_two_take_an_earlier_step(self):
        say(self.article, make_user(group=CHIEF))

        with self.assertRaisesMessage(Refusal, "终审将无人可做"):
            say(self.article, self.chief)

    def test_a_signer_without_a_desk_signs_no_story_without_a_desk(self):
        Article.objects.update(desk=None)
        loose = make_user(group=DESK_EDITOR)
        loose.user_permissions.add(Permission.objects.get(codename="sign_article"))

        with self.assertRaisesMessage(Refusal, "终审将无人可做"):
            say(self.article, self.chief)

    def test_the_only_signer_may_send_back_at_any_step(self):
        say(self.article, self.chief, SEND_BACK, "缺采访。")

        self.assertEqual(Article.objects.get().stage, Stage.DRAFT)

    def test_an_editor_does_not_sign_off(self):
        pass_reviews(article=self.article, times=2)

        with self.assertRaisesMessage(Refusal, "终审"):
            say(self.article, make_user(group=EDITOR))

    def test_a_reporter_reviews_nothing(self):
        with self.assertRaises(Refusal):
            say(self.article, make_user(group=REPORTER))

    def test_an_opinion_is_written(self):
        with self.assertRaisesMessage(Refusal, "意见"):
            say(self.article, self.first, opinion="  ")

    def test_a_draft_cannot_be_reviewed(self):
        with self.assertRaises(Refusal):
            say(make_article(), self.first)

    def test_what_was_said_of_another_step_does_not_count(self):
        seen = (self.article.submissions.get().pk, 1, 1)
        say(self.article, self.first, seen=seen)

        with self.assertRaisesMessage(Refusal, "已有人审过"):
            say(self.article, self.second, seen=seen)

    def test_a_story_is_handed_in_once(self):
        with self.assertRaises(Refusal):
            reviewing.submit(self.article, by=self.author)


class AuthorTests(TestCase):
    """Whoever has a part in a story does not review it, whatever rights they have."""

    def refused(self, article, user):
        with self.assertRaisesMessage(Refusal, "您写的"):
            say(article, user)

    def test_the_one_who_handed_it_in_does_not(self):
        editor = make_user(group=EDITOR)
        article = make_article(created_by=make_user(group=REPORTER))
        reviewing.submit(article, by=editor)

        self.refused(article, editor)

    def test_the_one_who_entered_it_does_not(self):
        editor = make_user(group=EDITOR)
        article = make_article(created_by=editor)
        reviewing.submit(article, by=make_user(group=EDITOR))

        self.refused(article, editor)

    def test_a_superuser_does_not(self):
        chief = make_user(is_superuser=True)

        self.refused(in_review(author=chief), chief)

    def test_a_co_author_does_not_though_the_byline_came_later(self):
        editor = make_user(group=EDITOR)
        article = in_review()
        Contributor.objects.create(name="毕佳音", user=editor)

        credit(article=article, by=[(Role.CORRESPONDENT, "毕佳音")])

        self.refused(article, editor)

    def test_an_editors_credit_is_no_authorship(self):
        editor = make_user(group=EDITOR)
        Contributor.objects.create(name="毕佳音", user=editor)
        article = in_review(by=[(Role.EDITOR, "毕佳音")])

        say(article, editor)

        self.assertEqual(Review.objects.get().reviewer, editor)


class FewerReviewsTests(TestCase):
    def steps(self, number):
        Paper.current()
        Paper.objects.update(number_of_reviews=number)
        pass_reviews(article=in_review(), times=number)
        return [str(said.step_label) for said in Review.objects.all()]

    def test_one(self):
        self.assertEqual(self.steps(1), ["终审"])
        self.assertEqual(Article.objects.get().stage, Stage.READY)

    def test_two(self):
        self.assertEqual(self.steps(2), ["初审", "终审"])
        self.assertEqual(Article.objects.get().stage, Stage.READY)

    def test_a_new_rule_changes_no_round_that_has_begun(self):
        article = in_review(passed=1)
        Paper.objects.update(number_of_reviews=2)

        pass_reviews(article=article, times=1)

        self.assertEqual((article.stage, article.submissions.get().step), (Stage.SUBMITTED, 3))


class WayBackTests(TestCase):
    def test_a_reviewer_sends_back_with_reasons(self):
        article = in_review()

        say(article, make_user(group=EDITOR), SEND_BACK, "导语缺时间。")

        submission = article.submissions.get()
        self.assertEqual((Article.objects.get().stage, submission.outcome), (Stage.DRAFT, "sent back"))
        self.assertEqual(submission.words, "导语缺时间。")

    def test_the_words_that_a_form_begins_with_are_no_reason(self):
        with self.assertRaisesMessage(Refusal, "退回"):
            say(in_review(), make_user(group=EDITOR), SEND_BACK, "同意。")

    def test_the_next_round_begins_at_the_first_step_and_keeps_the_last(self):
        article = in_review(passed=1)
        say(article, make_user(group=EDITOR), SEND_BACK, "缺采访。")

        reviewing.submit(article, by=article.created_by)

        self.assertEqual([(one.number, one.step) for one in article.submissions.all()], [(1, 2), (2, 1)])
        self.assertEqual(Review.objects.count(), 2)

    def test_the_author_recalls_what_nobody_has_reviewed(self):
        article = in_review()

        reviewing.recall(article, by=article.created_by)

        self.assertEqual((article.stage, article.submissions.get().outcome), (Stage.DRAFT, "recalled"))

    def test_what_was_reviewed_is_not_recalled(self):
        article = in_review(passed=1)

        with self.assertRaises(Refusal):
            reviewing.recall(article, by=article.created_by)

    def test_nobody_else_recalls_it(self):
        with self.assertRaises(Refusal):
            reviewing.recall(in_review(), by=make_user(group=CHIEF))

    def test_what_was_signed_off_is_sent_back_before_it_is_out(self):
        article = signed()

        reviewing.send_back(article, by=make_user(group=EDITOR), reason="情况有变")

        self.assertEqual((article.stage, article.submissions.get().outcome), (Stage.DRAFT, "sent back"))


class DatabaseTests(TestCase):
    """What the database itself refuses, whoever asks."""

    def setUp(self):
        self.submission = in_review().submissions.get()
        self.editor = make_user(group=EDITOR)

    def add(self, **fields):
        said = {"step": 1, "version": 1, "reviewer": self.editor, "verdict": PASS, "opinion": "同意。"}
        whose = {"submission": self.submission, "submitted_by": self.submission.submitted_by}
        return Review.objects.create(**{**whose, **said, **fields})

    def refused(self, **fields):
        with self.assertRaises(IntegrityError), transaction.atomic():
            self.add(**fields)

    def test_a_step_has_one_review(self):
        self.add()

        self.refused(reviewer=make_user())

    def test_a_person_has_one_review_in_a_round(self):
        self.add()

        self.refused(step=2)

    def test_nobody_reviews_what_they_handed_in(self):
        self.refused(reviewer=self.submission.submitted_by)

    def test_there_are_three_steps_at_most(self):
        self.refused(step=4)

    def test_no_verdict_is_without_an_opinion(self):
        self.refused(opinion="")

    def test_a_story_has_one_open_round(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            self.submission.article.submissions.create(
                number=2, version=1, steps=3, submitted_by=self.submission.submitted_by
            )

    def test_rounds_are_numbered_once(self):
        Submission.objects.update(ended_at=timezone.now(), outcome="recalled")

        with self.assertRaises(IntegrityError), transaction.atomic():
            self.submission.article.submissions.create(
                number=1, version=1, steps=3, submitted_by=self.submission.submitted_by
            )

    def test_a_round_that_has_ended_says_how(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Submission.objects.update(ended_at=timezone.now())

    def test_what_was_said_is_never_changed(self):
        said = self.add()

        with self.assertRaises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE articles_review SET opinion = %s WHERE id = %s", ["退回。", said.pk])

        self.assertEqual(Review.objects.get().opinion, "同意。")

    def test_nor_by_way_of_the_models(self):
        said = self.add()

        for attempt in (said.save, said.delete, Review.objects.all().delete, lambda: Review.objects.update(step=2)):
            self.assertRaises(TypeError, attempt)

    def test_a_story_with_a_record_is_not_deleted(self):

        with self.assertRaises(ProtectedError):
            self.submission.article.delete()
