from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import pictures, publishing
from articles.models import Article, Illustration
from articles.models.article import Stage
from articles.publishing import Refusal
from tests.factories import illustrate, make_article, make_issue, make_page, make_photo, make_published, photographer


def a_ready_story(*, headline="工会送清凉", page=None):
    return make_article(headline=headline, stage=Stage.READY, page=page)


def a_good_photo(**fields):
    return make_photo(by=[photographer("马敏")], **fields)


class PublishingRuleTests(TestCase):
    def setUp(self):
        self.article = a_ready_story()

    def assert_refused(self, *sentences):
        with self.assertRaises(Refusal) as refused:
            publishing.publish(self.article)
        for sentence in sentences:
            self.assertIn(sentence, str(refused.exception))
        self.assertIsNone(Article.objects.get(pk=self.article.pk).published_at)

    def test_a_story_goes_out_with_a_photo_that_has_all(self):
        illustrate(article=self.article, photo=a_good_photo())

        publishing.publish(self.article)

        self.assertTrue(Article.objects.get().is_published)

    def test_all_that_pictures_lack_is_named_by_their_numbers(self):
        illustrate(article=self.article, photo=a_good_photo())
        illustrate(article=self.article, photo=make_photo(caption=""))
        Illustration.objects.filter(number=1).update(alt="")

        self.assert_refused("图1缺：替代文字", "图2缺：图片说明、署名、替代文字", "工会送清凉")

    def test_words_of_signs_that_nobody_sees_are_lacking(self):
        illustrate(article=self.article, photo=a_good_photo(), caption="\u200b", alt="\u3164\u2060")

        self.assert_refused("图1缺：图片说明、替代文字")

    def test_nor_is_it_scheduled_so(self):
        illustrate(article=self.article)

        with self.assertRaisesMessage(Refusal, "图1缺：署名"):
            publishing.publish(self.article, at=timezone.now() + timedelta(days=1))

    def test_a_caption_of_this_story_is_enough(self):
        illustrate(article=self.article, photo=a_good_photo(caption=""), caption="职工领到清凉包。")

        publishing.publish(self.article)

    def test_an_agency_is_a_credit(self):
        illustrate(article=self.article, photo=make_photo(by=[("agency", "新华社")], rights="agency", source="新华社"))

        publishing.publish(self.article)

    def test_what_comes_from_elsewhere_names_its_source(self):
        for rights in ("agency", "reprint"):
            illustrate(article=self.article, photo=a_good_photo(rights=rights))

        self.assert_refused("图1缺：来源", "图2缺：来源")

    def test_a_withdrawn_story_is_not_restored_with_a_photo_that_lost_its_caption(self):
        self.article = make_published(headline="另一篇")
        photo = illustrate(article=self.article, photo=a_good_photo()).photo
        publishing.withdraw(self.article)
        type(photo).objects.update(caption="")

        with self.assertRaisesMessage(Refusal, "图1缺：图片说明"):
            publishing.restore(self.article)


class PublishIssueRuleTests(TestCase):
    def setUp(self):
        self.issue = make_issue(published=False)
        self.page = make_page(issue=self.issue)

    def test_the_refusal_names_every_story_and_nothing_goes_out(self):
        for headline in ("甲", "乙", "丙"):
            article = a_ready_story(headline=headline, page=self.page)
            illustrate(article=article, photo=make_photo() if headline != "丙" else a_good_photo())

        with self.assertRaises(Refusal) as refused:
            publishing.publish_issue(self.issue)

        self.assertIn("“甲”：图1缺：署名", str(refused.exception))
        self.assertIn("“乙”：图1缺：署名", str(refused.exception))
        self.assertNotIn("丙", str(refused.exception))
        self.assertFalse(Article.objects.exclude(published_at=None).exists())

    def test_the_rule_asks_as_much_for_five_stories_as_for_two(self):
        costs = []
        for number in range(5):
            article = a_ready_story(headline=f"第{number}篇", page=self.page)
            illustrate(article=article, photo=make_photo(rights="one_use"))
            if number in (1, 4):
                costs.append(self.cost_of_the_rule())

        self.assertEqual(costs[0], costs[1])

    def cost_of_the_rule(self):
        stories = list(publishing.placed_stories(self.issue))
        with CaptureQueriesContext(connection) as captured:
            self.assertTrue(pictures.faults(stories))
        return len(captured)


class OneUseTests(TestCase):
    def setUp(self):
        self.photo = a_good_photo(rights="one_use")
        self.first, self.second = a_ready_story(headline="先"), a_ready_story(headline="后")
        for article in (self.first, self.second):
            illustrate(article=article, photo=self.photo)

    def assert_taken(self, article):
        with self.assertRaisesMessage(Refusal, "图1只能使用一次"):
            publishing.publish(article)

    def test_the_first_to_go_out_has_it(self):
        publishing.publish(self.first)

        self.assert_taken(self.second)

    def test_so_has_one_that_waits_for_its_time(self):
        publishing.publish(self.first, at=timezone.now() + timedelta(days=1))

        self.assert_taken(self.second)

    def test_a_withdrawn_story_has_used_it_up(self):
        publishing.publish(self.first)
        publishing.withdraw(self.first)

        self.assert_taken(self.second)
        publishing.restore(self.first)

    def test_a_story_that_lost_its_time_again_has_not(self):
        publishing.publish(self.first, at=timezone.now() + timedelta(days=1))
        publishing.unschedule(self.first)

        publishing.publish(self.second)

    def test_two_stories_of_one_issue_do_not_both_take_it(self):
        issue = make_issue(published=False)
        page = make_page(issue=issue)
        for article in (self.first, self.second):
            article.placements.create(page=page)

        with self.assertRaisesMessage(Refusal, "图1只能使用一次"):
            publishing.publish_issue(issue)


class AltTests(TestCase):
    def test_a_use_begins_with_the_photos_alt_text(self):
        self.assertEqual(self.alt_of(make_photo(alt="三名工人")), "三名工人")

    def test_else_with_the_caption_that_is_printed_there(self):
        self.assertEqual(self.alt_of(make_photo()), "职工在车间里比赛。")
        self.assertEqual(self.alt_of(make_photo(), caption="这里的说明。"), "这里的说明。")

    def test_of_a_long_caption_with_what_fits(self):
        self.assertEqual(self.alt_of(make_photo(caption="长" * 400)), "长" * 300)

    def test_words_of_its_own_stay(self):
        self.assertEqual(self.alt_of(make_photo(alt="三名工人"), alt="这里的"), "这里的")

    def test_what_an_editor_empties_stays_empty(self):
        shown = illustrate(article=make_article())
        shown.alt = ""
        shown.save()

        shown.refresh_from_db()
        self.assertEqual(shown.alt, "")

    def alt_of(self, photo, **fields):
        return illustrate(article=make_article(), photo=photo, **fields).alt
