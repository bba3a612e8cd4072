"""Where a mistake stood, where its correction was printed, and how the sentence reads that the paper prints."""

from datetime import date, timedelta

from django.test import TestCase
from django.urls import reverse

from articles.checks import check_issue
from articles.corrections import enter, sentence
from articles.models import Article, Correction
from articles.publishing import withdraw
from newsroom.groups import EDITOR
from tests.factories import make_article, make_issue, make_page, make_published, make_user, place


def correct(article, **fields):
    correction = Correction(article=article, **{"wrong": "340人", "right": "240人", **fields})
    enter(correction)
    return correction


class SentenceTests(TestCase):
    def test_names_issue_page_and_story(self):
        article = make_published(headline="工会送清凉", page=make_page(label="02"))

        self.assertEqual(
            sentence(correct(article)), "本报2023年3月2日第02版《工会送清凉》中“340人”应为“240人”，特此更正。"
        )

    def test_of_a_story_on_the_web_alone_names_its_day(self):
        article = make_published(headline="工会送清凉")
        Article.objects.filter(pk=article.pk).update(published_at="2024-05-01T08:00:00+08:00")
        article.refresh_from_db()

        self.assertTrue(sentence(correct(article)).startswith("本报2024年5月1日发布的《工会送清凉》中"))

    def test_turns_marks_that_stand_inside_of_marks(self):
        article = make_published(headline="《工会法》宣讲", page=make_page())

        self.assertIn("《〈工会法〉宣讲》中“‘十佳’”应为", sentence(correct(article, wrong="“十佳”")))


class PlaceOfTheMistakeTests(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        issue = make_issue()
        self.first, self.second = make_page(issue=issue, label="01"), make_page(issue=issue, label="03")
        self.article = make_published(body="共有**340人**结业。", page=self.first)
        place(article=self.article, page=self.second)

    def enter(self, **fields):
        words = {"wrong": "340人", "right": "240人", "published_at_0": "2026-05-02", "published_at_1": "06:00"}
        form = {"article": self.article.pk, **words, **fields}
        return self.client.post(reverse("admin:articles_correction_add"), form, follow=True)

    def test_is_the_storys_first_page_by_itself(self):
        self.enter()

        self.assertEqual(Correction.objects.get().stood_on, self.first)

    def test_may_be_another_page_of_the_story_and_no_page_of_others(self):
        self.enter(stood_on=make_page(issue=self.first.issue, label="04").pk)
        self.assertFalse(Correction.objects.exists())

        self.enter(stood_on=self.second.pk)
        self.assertEqual(Correction.objects.get().stood_on, self.second)

    def test_the_sentence_is_said_when_it_is_entered(self):
        self.assertContains(self.enter(), "第01版《工会送清凉》中“340人”应为“240人”，特此更正。")

    def test_words_that_never_stood_there_are_pointed_out_and_kept(self):
        self.assertNotContains(self.enter(), "请核对")

        self.assertContains(self.enter(wrong="三百人"), "“三百人”在稿件见报的文字里没有找到")
        self.assertEqual(Correction.objects.count(), 2)

    def test_words_that_stood_in_an_earlier_printed_version_are_known(self):
        self.article.keep_as_found()
        self.article.body = "共有240人结业。"
        self.article.save()
        self.article.keep_version(why="edited")

        self.assertNotContains(self.enter(), "没有找到")

    def test_a_story_that_is_not_out_is_simply_put_right(self):
        self.article = make_article()
        self.assertContains(self.enter(), "这篇稿件还没有发布")

        self.article = make_published()
        withdraw(self.article)
        self.enter()
        self.assertFalse(Correction.objects.exists())

    def test_is_not_printed_before_the_mistake(self):
        earlier = make_page(issue=make_issue(on=date(2023, 3, 1)))

        self.assertContains(self.enter(printed_on=earlier.pk), "早于")
        self.assertFalse(Correction.objects.exists())

    def test_the_published_storys_form_leads_there(self):
        address = f"{reverse('admin:articles_correction_add')}?article={self.article.pk}"
        self.assertContains(self.client.get(reverse("admin:articles_article_change", args=[self.article.pk])), address)

        response = self.client.get(address)

        self.assertContains(response, f'<option value="{self.first.pk}" selected>')
        self.assertContains(response, f'<option value="{self.second.pk}">')
        self.assertContains(response, "第03版《工会送清凉》中")

    def test_readers_see_both_places(self):
        printed = make_page(issue=make_issue(on=date(2023, 3, 3)), label="01")
        correct(self.article, printed_on=printed)

        for address in (self.article.get_absolute_url(), "/corrections/"):
            response = self.client.get(address)
            self.assertContains(response, "差错见于2023年3月2日")
            self.assertContains(response, "刊于2023年3月3日")


class ToPrintTests(TestCase):
    def setUp(self):
        self.page = make_page(issue=make_issue(on=date(2023, 3, 2)), label="02")
        self.waiting = correct(make_published(headline="待登的稿", page=self.page))
        correct(make_published(headline="登过的稿", page=self.page), printed_on=self.page)
        correct(make_published(headline="网上的稿"))

    def test_the_list_shows_those_that_wait(self):
        self.client.force_login(make_user(group=EDITOR))

        response = self.client.get(reverse("admin:articles_correction_changelist"), {"printed": "waiting"})

        self.assertContains(response, "更正待刊登")
        self.assertContains(response, "待登的稿")
        self.assertNotContains(response, "登过的稿")
        self.assertNotContains(response, "网上的稿")

    def due(self, **fields):
        issue = make_issue(**{"on": date.today(), "published": False, **fields})
        page = make_page(issue=issue, label="02")
        hits = [hit for hit in check_issue(issue).hits if hit.code == "correction-due"]
        return page, hits

    def test_the_next_issue_is_told_on_the_page_of_the_same_label(self):
        page, [hit] = self.due()

        self.assertEqual((hit.record, hit.level), (page, "warning"))
        self.assertIn("待登的稿", hit.message)

    def test_neither_an_extra_nor_a_printed_issue_nor_one_long_after_is_told(self):
        self.assertEqual(self.due(edition="extra")[1], [])
        self.assertEqual(self.due(published=True)[1], [])
        self.assertEqual(self.due(on=date.today() + timedelta(days=60))[1], [])

    def test_once_printed_it_waits_no_more(self):
        self.waiting.printed_on = make_page(issue=make_issue(on=date(2023, 3, 3)), label="02")
        enter(self.waiting)

        self.assertEqual(self.due()[1], [])

    def test_a_withdrawn_story_has_nothing_to_print(self):
        withdraw(self.waiting.article)

        self.assertEqual(self.due()[1], [])
