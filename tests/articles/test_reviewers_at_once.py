"""Two who press at the same moment: one acts after the other, and the second finds what the first has done."""

from django.test import TransactionTestCase

from articles import reviewing
from articles.acting import Refusal
from articles.models import Article, Review, Submission
from bylines.models import Contributor, Role
from newsroom.groups import CHIEF, EDITOR
from tests.at_once import at_once
from tests.factories import credit, in_review, make_user

PASS, SEND_BACK = Review.Verdict.PASS, Review.Verdict.SEND_BACK


class ReviewersAtOnceTests(TransactionTestCase):
    def done_of(self, *acts):
        """How many of them were done, and not refused."""
        return sum(not isinstance(one, Refusal) for one in at_once(*acts, refusals=Refusal))

    def review(self, article, by, verdict=PASS, opinion="同意。"):
        """With a record of the story and a turn of its own, as another process has them."""
        seen = article.submissions.values_list("pk", "step", "version").last()
        return lambda: reviewing.review(
            Article.objects.get(pk=article.pk), by=by, verdict=verdict, opinion=opinion, seen=seen
        )

    def test_of_two_editors_one_has_reviewed(self):
        article = in_review()
        acts = [self.review(article, make_user(group=EDITOR)) for _editor in range(4)]

        done = self.done_of(*acts)

        self.assertEqual(done, 1)
        self.assertEqual((Review.objects.count(), Submission.objects.get().step), (1, 2))

    def test_one_person_who_presses_twice_has_reviewed_once(self):
        article, editor = in_review(), make_user(group=EDITOR)
        unseen = [lambda: reviewing.review(article, by=editor, verdict=PASS, opinion="同意。") for _click in range(3)]

        done = self.done_of(*unseen)

        self.assertEqual(done, 1)
        self.assertEqual(Review.objects.count(), 1)

    def test_a_pass_and_a_way_back_do_not_both_count(self):
        article = in_review(passed=2)
        chiefs = [make_user(group=CHIEF), make_user(group=CHIEF)]
        acts = [self.review(article, chiefs[0]), self.review(article, chiefs[1], SEND_BACK, "缺时间。")]

        done = self.done_of(*acts)

        submission = Submission.objects.get()
        self.assertEqual(done, 1)
        self.assertEqual(submission.outcome == "passed", Article.objects.get().stage == "ready")

    def test_a_review_and_a_recall_do_not_both_count(self):
        article = in_review()
        recall = lambda: reviewing.recall(Article.objects.get(pk=article.pk), by=article.created_by)  # noqa: E731

        done = self.done_of(recall, self.review(article, make_user(group=EDITOR)))

        self.assertEqual(done, 1)
        self.assertEqual(Review.objects.count(), int(Submission.objects.get().outcome == ""))

    def test_whoever_becomes_an_author_at_that_moment_does_not_review(self):
        """The byline's form holds the story, so that it comes before the review or after it, never beside it."""
        editor, article = make_user(group=EDITOR), in_review()
        Contributor.objects.create(name="毕佳音", user=editor)

        def sign_the_byline():
            with reviewing.transaction.atomic():
                held = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
                held.keep_as_found()
                credit(article=held, by=[(Role.REPORTER, "毕佳音")])
                held.keep_version(why="edited", by=None)

        self.done_of(sign_the_byline, self.review(article, editor))

        counted = Review.objects.filter(submission__ended_at=None, reviewer=editor)
        self.assertFalse(counted.exists())
