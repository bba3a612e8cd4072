from unittest.mock import patch

from django.test import TestCase
from django.urls import reverse

from articles.checks import STORY_CHECKS, Check, Level, check_story
from articles.checks.waiving import waive
from articles.models import Article, Waiver
from newsroom.groups import EDITOR, PHOTOGRAPHER, REPORTER
from tests.factories import illustrate, make_article, make_desk, make_user, reporter, story_form

LIVE = reverse("admin:articles_article_check_words")


class CheckFormTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR)
        self.client.force_login(self.editor)
        self.article = make_article(body="花的的海洋。", by=[reporter("李凡")])

    def address(self, name, *keys):
        return reverse(f"admin:articles_article_{name}", args=[self.article.pk, *keys])

    def typed(self, **fields):
        return self.client.post(LIVE, {"pk": self.article.pk, **fields})

    def hit(self, code="doubled-words"):
        return next(hit for hit in check_story(self.article) if hit.code == code)


class FormTests(CheckFormTestCase):
    def test_comes_with_what_is_found_in_the_stored_story(self):
        response = self.client.get(self.address("change"))

        self.assertContains(response, "“的的”是否重复？")
        self.assertContains(response, 'data-field="body" data-start="1" data-end="3" data-text="的的"')
        self.assertContains(response, 'data-take="的"')

    def test_a_refused_save_shows_what_is_found_in_the_typed_words(self):
        response = self.client.post(self.address("change"), {**story_form(self.article), "headline": ""})

        self.assertContains(response, "没有主题（标题）。")

    def test_of_a_new_story_nothing_is_said_before_it_begins(self):
        response = self.client.get(reverse("admin:articles_article_add"))

        self.assertEqual(response.context["checks"].hits, [])

    def test_asks_a_fixed_number_of_questions_for_the_checks(self):
        self.typed(body="花。")
        with self.assertNumQueries(13):
            self.typed(body="花的的海洋，3月二日。", headline="的的")


class TypedWordsTests(CheckFormTestCase):
    def test_are_checked_and_not_saved(self):
        response = self.typed(body="三月里的的的花，和2月30日。")

        self.assertContains(response, "2月30日")
        self.assertEqual(Article.objects.get().body, "花的的海洋。")

    def test_are_counted_as_the_browser_shows_them(self):
        """A form is sent with two characters for a line's end, and a text area has one."""
        response = self.typed(body="第一段。\r\n\r\n花的的海洋。")

        self.assertContains(response, 'data-start="7" data-end="9"')

    def test_of_a_hundred_books_are_not_checked(self):
        with patch("articles.admin.checks.MOST_TYPED", 10):
            response = self.typed(body="花的的海洋。" * 3)

        self.assertContains(response, "文字过长")
        self.assertNotContains(response, "是否重复")

    def test_of_a_story_that_nobody_has_saved(self):
        response = self.client.post(LIVE, {"body": "花的的海洋。", "headline": "花"})

        self.assertContains(response, "是否重复")
        self.assertNotContains(response, "放行")

    def test_of_bylines_and_places_too(self):
        rows = {"bylines-TOTAL_FORMS": "1", "bylines-0-name": "李凡", "places-TOTAL_FORMS": "x"}
        self.article.bylines.all().delete()

        self.assertContains(self.typed(body="花。"), "没有署名")
        self.assertNotContains(self.typed(body="花。", **rows), "没有署名")
        self.assertContains(self.typed(body="花。", **rows, **{"bylines-0-DELETE": "on"}), "没有署名")

    def test_of_captions_too(self):
        shown = illustrate(article=self.article, alt="花")
        row = {"illustrations-TOTAL_FORMS": "1", "illustrations-0-id": shown.pk, "illustrations-0-alt": "花"}

        response = self.typed(body="花。", **row, **{"illustrations-0-caption": "花的的海洋。"})

        self.assertContains(response, 'data-field="caption-1" data-start="1" data-end="3"')

    def test_of_a_story_of_another_desk_are_not_a_reporters(self):
        secret = make_article(headline="秘密", desk=make_desk(name="时政部"))
        self.client.force_login(make_user(group=REPORTER, desk=make_desk(name="副刊部")))

        self.assertEqual(self.client.post(LIVE, {"pk": secret.pk}).status_code, 404)
        response = self.client.post(LIVE, {"headline": "秘密", "body": secret.body})
        self.assertNotContains(response, f"{secret.pk}")

    def test_are_not_checked_for_those_who_write_no_stories(self):
        self.client.force_login(make_user(group=PHOTOGRAPHER))

        self.assertEqual(self.client.post(LIVE, {"body": "花"}).status_code, 403)

    def test_a_check_that_breaks_is_named(self):
        STORY_CHECKS.append(Check("weather-old", Level.NOTICE, "Old.", lambda story: 1 / 0))
        self.addCleanup(STORY_CHECKS.pop)

        with self.assertLogs("articles.checks.running"):
            response = self.typed(body="花的的海洋。")

        self.assertContains(response, "检查“weather-old”未能运行。")
        self.assertContains(response, "是否重复")


class WaivingTests(CheckFormTestCase):
    def test_a_page_asks_why(self):
        response = self.client.get(self.address("waive", self.hit().digest))

        self.assertContains(response, "放行理由")

    def test_with_a_reason_it_stands_and_says_who_and_why(self):
        self.client.post(self.address("waive", self.hit().digest), {"reason": "民歌原文"})

        response = self.client.get(self.address("change"))
        self.assertContains(response, "已放行1处")
        self.assertContains(response, "民歌原文")

    def test_without_a_reason_it_is_refused(self):
        response = self.client.post(self.address("waive", self.hit().digest), {"reason": " "})

        self.assertContains(response, "一句话", status_code=409)
        self.assertFalse(Waiver.objects.exists())

    def test_is_taken_back(self):
        waive(self.hit(), by=self.editor, reason="民歌原文")

        self.client.post(self.address("waive", self.hit().digest), {"_take_back": "1"})

        self.assertFalse(Waiver.objects.exists())

    def test_from_the_form_it_holds_for_the_words_on_the_screen(self):
        typed = {"pk": self.article.pk, "body": "新写的：花的的海洋。"}
        hit = next(hit for hit in check_story(self.article, typed) if hit.code == "doubled-words")

        response = self.client.post(self.address("waive", hit.digest), {**typed, "_live": "1", "reason": "民歌原文"})

        self.assertContains(response, "已放行1处")
        self.assertEqual((Article.objects.get().body, Waiver.objects.get().by), ("花的的海洋。", self.editor))

    def test_is_not_for_reporters(self):
        self.article.created_by = make_user(group=REPORTER)
        self.article.save()
        self.client.force_login(self.article.created_by)

        response = self.client.post(self.address("waive", self.hit().digest), {"reason": "我写的"})

        self.assertEqual((response.status_code, Waiver.objects.count()), (409, 0))
        self.assertNotContains(self.client.get(self.address("change")), "data-waive")
