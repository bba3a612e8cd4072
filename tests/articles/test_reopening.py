from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Submission
from articles.models.article import Stage
from bylines.models import Role
from desk.models import Paper
from media.models import Photo
from newsroom.groups import CHIEF, EDITOR, PHOTOGRAPHER
from tests.factories import (
    illustrate,
    in_review,
    make_column,
    make_contributor,
    make_issue,
    make_page,
    make_photo,
    make_published,
    make_town,
    make_user,
    pass_reviews,
    signed,
    story_form,
)

TOMORROW = timezone.now() + timedelta(days=1)


def form_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


class ReopeningTestCase(TestCase):
    def setUp(self):
        self.chief = make_user(group=CHIEF)
        self.client.force_login(self.chief)

    def save(self, article, **typed):
        return self.client.post(form_address(article), {**story_form(article), **typed}, follow=True)

    def rounds(self):
        return [(one.number, one.outcome) for one in Submission.objects.order_by("number")]

    def assert_reopened(self):
        self.assertEqual(self.rounds(), [(1, "reopened"), (2, "")])
        self.assertEqual(Article.objects.get().stage, Stage.SUBMITTED)

    def assert_untouched(self, outcome="passed", stage=Stage.READY):
        self.assertEqual(self.rounds(), [(1, outcome)])
        self.assertEqual(Article.objects.get().stage, stage)


class ChangedStoryTests(ReopeningTestCase):
    def test_a_changed_text_is_read_again(self):
        article = in_review(passed=1)

        response = self.save(article, body="改了一个字。")

        self.assert_reopened()
        self.assertContains(response, "审后改动了正文，稿件已重新送审")

    def test_the_next_round_is_of_the_new_version_and_by_the_same_hand(self):
        article = signed()

        self.save(article, headline="新标题")

        first, second = Submission.objects.order_by("number")
        self.assertEqual(second.submitted_by, first.submitted_by)
        self.assertEqual((first.version, second.version), (1, 2))
        self.assertEqual((first.ended_by, first.words), (self.chief, "主题"))
        self.assertEqual(first.reviews.count(), 3)

    def test_whoever_changed_it_may_review_it(self):
        editor = make_user(group=EDITOR)
        self.client.force_login(editor)
        article = in_review(passed=1)

        self.save(article, body="编辑改过的。")

        pass_reviews(article=article, times=1, readers=[editor])
        self.assertEqual(Submission.objects.get(number=2).step, 2)

    def test_a_new_byline_is_read_again_and_its_owner_is_an_author(self):
        editor = make_user(group=EDITOR)
        article = in_review(passed=1)
        row = {"contributor": make_contributor(name="毕佳音", user=editor).pk, "role": Role.REPORTER, "order": 0}
        typed = {f"bylines-0-{name}": value for name, value in row.items()}

        self.save(article, **typed, **{"bylines-TOTAL_FORMS": 1})

        self.assert_reopened()
        self.assertFalse(Submission.objects.waiting_for(editor).exists())

    def test_another_photo_is_read_again(self):
        article = signed()
        row = {"illustrations-0-photo": make_photo().pk, "illustrations-0-order": 0}

        self.save(article, **row, **{"illustrations-TOTAL_FORMS": 1})

        self.assert_reopened()


class PhotoFormTests(ReopeningTestCase):
    """A caption belongs to the photo, and is changed on the photo's own form."""

    def change_caption(self, article, photo):
        form = {"caption": "另一句说明。", "bylines-TOTAL_FORMS": 0, "bylines-INITIAL_FORMS": 0}
        return self.client.post(reverse("admin:media_photo_change", args=[photo.pk]), form, follow=True)

    def setUp(self):
        super().setUp()
        self.photo = make_photo()
        self.article = in_review(headline="工会送清凉")
        illustrate(article=self.article, photo=self.photo)
        self.article.keep_version(why="edited")
        pass_reviews(article=self.article, times=1)

    def test_a_caption_is_read_again(self):
        response = self.change_caption(self.article, self.photo)

        self.assert_reopened()
        self.assertEqual(Submission.objects.first().words, "图片及说明")
        self.assertContains(response, "《工会送清凉》审后有改动，已重新送审")

    def test_a_photographer_hears_of_a_number_and_no_headline(self):
        photographer = make_user(group=PHOTOGRAPHER)
        Photo.objects.update(uploaded_by=photographer)
        self.client.force_login(photographer)

        response = self.change_caption(self.article, self.photo)

        self.assert_reopened()
        self.assertContains(response, "另有1篇他人的稿件因此重新送审")
        self.assertNotContains(response, "工会送清凉")

    def test_a_story_with_a_caption_of_its_own_prints_no_other(self):
        self.article.illustrations.update(caption="本稿的说明。", alt="厂房")
        Submission.objects.update(step=1)
        self.article.keep_version(why="edited")
        Submission.objects.update(step=2)

        self.change_caption(self.article, self.photo)

        self.assert_untouched(outcome="", stage=Stage.SUBMITTED)


class HarmlessChangeTests(ReopeningTestCase):
    def test_saving_what_stood_there_changes_nothing(self):
        article = signed()

        self.save(article)

        self.assert_untouched()

    def test_line_ends_of_a_browser_change_nothing(self):
        article = signed(body="一。\n二。")

        self.save(article, body="一。\r\n二。\r\n")

        self.assert_untouched()

    def test_filing_needs_no_new_review(self):
        article = signed()

        self.save(article, column=make_column().pk, tags="安全", summary="摘要。")

        self.assert_untouched()

    def test_nor_do_regions_and_pages(self):
        article = signed()
        place = {"places-TOTAL_FORMS": 1, "places-0-region": make_town().pk, "places-0-order": 0}
        page = {"placements-TOTAL_FORMS": 1, "placements-0-page": make_page().pk, "placements-0-order": 0}

        self.save(article, **place, **page, **{"placements-0-hotspot": "[]"})

        self.assertEqual(article.placements.count(), 1)
        self.assert_untouched()

    def test_the_paper_may_rule_otherwise(self):
        Paper.current()
        Paper.objects.update(harmless_fields=[])

        self.save(signed(), summary="摘要。")

        self.assert_reopened()

    def test_before_the_first_review_an_edit_is_part_of_it(self):
        article = in_review()

        self.save(article, body="编辑先改过的。")

        self.assert_untouched(outcome="", stage=Stage.SUBMITTED)

    def test_a_published_story_is_corrected_and_not_reviewed_again(self):
        article = make_published()

        self.save(article, body="见报后改的。")

        self.assertEqual(Article.objects.get().stage, Stage.READY)
        self.assertFalse(Submission.objects.exists())


class ScheduledStoryTests(ReopeningTestCase):
    def setUp(self):
        super().setUp()
        self.issue = make_issue(on=TOMORROW.date(), published=False)
        self.article = signed(page=make_page(issue=self.issue), regions=[make_town()])
        publishing.publish_issue(self.issue, at=TOMORROW)
        self.article.refresh_from_db()

    def test_loses_its_time_with_its_lists(self):
        self.save(self.article, body="临时改的。")

        self.assert_reopened()
        self.assertIsNone(Article.objects.get().published_at)
        self.assertFalse(self.article.listings.exists())

    def test_goes_out_with_its_issue_once_it_is_signed_again(self):
        self.save(self.article, body="临时改的。")

        pass_reviews(article=Article.objects.get(), times=3)

        self.assertEqual(Article.objects.get().published_at, TOMORROW)
        self.assertTrue(self.article.listings.exists())

    def test_the_form_says_so_before(self):
        response = self.client.get(form_address(self.article))

        self.assertContains(response, "改动后需重新送审")
        self.assertContains(response, "已定的发布时间同时取消")

    def test_a_draft_is_warned_of_nothing(self):
        self.assertNotContains(self.client.get(form_address(in_review())), "改动后需重新送审")


class SavingWithAReviewTests(ReopeningTestCase):
    def test_an_opinion_on_what_has_just_changed_does_not_count(self):
        article = in_review(passed=1)
        turn = article.submissions.get()
        said = {"_review": "pass", "opinion": "同意，改了一处。", "review_turn": f"{turn.pk}:2:1"}

        response = self.save(article, body="改了一处。", **said)

        self.assert_reopened()
        self.assertContains(response, "本次审稿意见未记入")
        self.assertContains(response, "同意，改了一处。")
        self.assertEqual(Submission.objects.get(number=2).reviews.count(), 0)

    def test_the_first_reviewer_changes_and_passes_at_once(self):
        make_user(group=CHIEF)
        article = in_review()
        turn = article.submissions.get()
        said = {"_review": "pass", "opinion": "同意。", "review_turn": f"{turn.pk}:1:1"}

        self.save(article, body="改了一处。", **said)

        review = turn.reviews.get()
        self.assertEqual((review.reviewer, review.version, Article.objects.get().body), (self.chief, 2, "改了一处。"))
