"""What was changed behind the desk's back after a review does not go on unread."""

from django.test import TestCase

from articles import publishing, reviewing, signing
from articles.acting import Refusal
from articles.models import Article, Submission
from articles.models.article import Stage
from media.models import Photo
from newsroom.groups import CHIEF
from tests.factories import illustrate, in_review, make_issue, make_page, make_photo, make_user, pass_reviews, signed

AGAIN = "审后有改动，已重新送审"


class AsReadTests(TestCase):
    def assert_reviewed_again(self):
        self.assertEqual(list(Submission.objects.values_list("outcome", flat=True)), ["reopened", ""])
        self.assertEqual(Article.objects.values_list("stage", "published_at").get(), (Stage.SUBMITTED, None))

    def test_a_byline_changed_after_the_final_review_is_not_published(self):
        article = signed(body="读过的。")
        Article.objects.update(body="没有人读过。")

        with self.assertRaisesMessage(Refusal, AGAIN):
            publishing.publish(article)

        self.assert_reviewed_again()

    def test_nor_with_its_issue(self):
        issue = make_issue(published=False)
        signed(page=make_page(issue=issue))
        Article.objects.update(headline="没有人读过")

        with self.assertRaisesMessage(Refusal, AGAIN):
            publishing.publish_issue(issue)

        self.assert_reviewed_again()

    def test_nor_does_it_get_its_next_review(self):
        article = in_review(passed=1)
        Article.objects.update(body="没有人读过。")

        with self.assertRaisesMessage(Refusal, AGAIN):
            reviewing.review(article, by=make_user(group=CHIEF), verdict="pass", opinion="同意。")

        self.assert_reviewed_again()

    def test_nor_is_it_signed_with_its_issue(self):
        issue = make_issue(published=False)
        in_review(passed=2, page=make_page(issue=issue))
        Article.objects.update(headline="没有人读过")

        with self.assertRaisesMessage(Refusal, AGAIN):
            signing.sign_issue(issue, by=make_user(group=CHIEF))

        self.assert_reviewed_again()

    def test_what_the_paper_calls_harmless_goes_out(self):
        article = signed()
        Article.objects.update(summary="另一句。")

        publishing.publish(article)

        self.assertTrue(Article.objects.get().is_published)


class MadeByAiTests(TestCase):
    """AI生成 is printed, so it is part of what was read."""

    def setUp(self):
        self.article = in_review()
        illustrate(article=self.article, photo=make_photo())
        self.article.keep_version(why="edited")
        pass_reviews(article=self.article, times=3)

    def test_a_photo_that_turns_out_to_be_made_by_ai_is_read_again(self):
        Photo.objects.update(digital_source_type="trainedAlgorithmicMedia")

        self.article.keep_version(why="pictured", by=make_user(group=CHIEF))

        self.assertEqual(Submission.objects.first().words, "图片及说明")

    def test_another_origin_that_prints_nothing_is_not(self):
        Photo.objects.update(digital_source_type="digitalCapture")

        self.article.keep_version(why="pictured", by=make_user(group=CHIEF))

        self.assertEqual(Submission.objects.count(), 1)

    def test_a_version_from_before_it_was_kept_showed_what_is_shown_now(self):
        last = self.article.revisions.last()
        story = last.snapshot.story
        story["illustrations"] = [{k: v for k, v in row.items() if k != "ai"} for row in story["illustrations"]]
        packed = type(last.snapshot)(story, last.snapshot.names)
        self.article.revisions.filter(pk=last.pk).update(packed=packed.pack(), digest=packed.digest)

        self.article.keep_version(why="pictured")

        self.assertEqual(self.article.revisions.last(), last)
