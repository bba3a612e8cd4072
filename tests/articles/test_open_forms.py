from datetime import timedelta

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import open_forms
from articles.models import Article, OpenForm
from articles.models.article import Stage
from newsroom.groups import EDITOR, REPORTER
from tests.articles.met import told
from tests.factories import make_article, make_desk, make_user, story_form

KEY, OTHER_KEY = "k" * 22, "o" * 22
ADDRESS = reverse("admin:articles_article_open")


class OpenFormTestCase(TestCase):
    def setUp(self):
        self.editor = make_user(group=EDITOR, name="李编辑")
        self.colleague = make_user(group=EDITOR, name="王编辑")
        self.article = make_article(body="第一稿。")
        self.client.force_login(self.editor)

    def beat(self, *, turn=1, key=KEY, article=None, **said):
        article = self.article if article is None else article
        form = {
            **story_form(self.article),
            "opening": key,
            "_article": article.pk if article else "",
            "_turn": turn,
            **said,
        }
        return self.client.post(ADDRESS, form)

    def beat_of(self, user, **said):
        self.client.force_login(user)
        answer = self.beat(**said)
        self.client.force_login(self.editor)
        return answer

    def form_address(self):
        return reverse("admin:articles_article_change", args=[self.article.pk])

    def save(self, **typed):
        return self.client.post(self.form_address(), {**story_form(self.article), "opening": KEY, **typed})


class WhoIsThereTests(OpenFormTestCase):
    def test_a_colleague_at_the_same_story_is_named(self):
        self.beat_of(self.colleague, key=OTHER_KEY)

        self.assertEqual(self.beat().json()["others"], ["王编辑正打开这篇稿件。"])

    def test_a_colleague_with_two_windows_is_named_once(self):
        self.beat_of(self.colleague, key=OTHER_KEY)
        self.beat_of(self.colleague, key="z" * len(OTHER_KEY))

        self.assertEqual(self.beat().json()["others"], ["王编辑正打开这篇稿件。"])

    def test_is_gone_after_twenty_seconds_of_silence(self):
        self.beat_of(self.colleague, key=OTHER_KEY)
        OpenForm.objects.update(seen_at=timezone.now() - timedelta(seconds=20))

        self.assertEqual(self.beat().json()["others"], [])

    def test_is_gone_at_once_when_the_window_is_closed(self):
        self.beat_of(self.colleague, key=OTHER_KEY)
        self.beat_of(self.colleague, key=OTHER_KEY, turn=2, _left="1")

        self.assertEqual(self.beat().json()["others"], [])

    def test_ones_own_other_window_is_told_from_a_colleagues(self):
        self.beat(key=OTHER_KEY)

        self.assertEqual(self.beat().json()["others"], ["您在另一个窗口也打开了这篇稿件。"])

    def test_ones_own_form_is_nobody_else(self):
        self.beat()

        self.assertEqual(self.beat(turn=2).json()["others"], [])

    def test_a_colleague_at_another_story_is_not_named(self):
        self.beat_of(self.colleague, key=OTHER_KEY, article=make_article())

        self.assertEqual(self.beat().json()["others"], [])

    def test_whoever_writes_new_stories_meets_nobody(self):
        self.beat_of(self.colleague, key=OTHER_KEY, article=False)

        self.assertEqual(self.beat(article=False).json()["others"], [])

    def test_a_newer_version_is_told_before_the_save(self):
        self.client.force_login(self.colleague)
        self.save(headline="新标题", opening=OTHER_KEY)
        self.client.force_login(self.editor)

        self.assertIn("王编辑在", self.beat().json()["newer"])

    def test_whoever_made_it_is_named_and_not_whoever_acted_last(self):
        self.client.force_login(self.colleague)
        self.save(headline="新标题", opening=OTHER_KEY)
        kind = ContentType.objects.get_for_model(Article)
        LogEntry.objects.create(user=self.editor, content_type=kind, object_id=self.article.pk, action_flag=2)
        self.client.force_login(self.editor)

        self.assertIn("王编辑在", self.beat().json()["newer"])

    def test_without_a_newer_version_none_is_told(self):
        self.assertIsNone(self.beat().json()["newer"])


class WordsKeptTests(OpenFormTestCase):
    def test_the_whole_form_is_kept_and_the_story_is_not_touched(self):
        before = Article.objects.values().get()

        self.beat(_typed="1", body="第二稿。", tags="春运")

        kept = dict(OpenForm.objects.get().fields)
        self.assertEqual((kept["body"], kept["tags"], kept["base_version"]), ("第二稿。", "春运", "1"))
        self.assertNotIn("csrfmiddlewaretoken", kept)
        self.assertEqual(Article.objects.values().get(), before)

    def test_a_sign_of_life_without_words_keeps_those_of_before(self):
        self.beat(_typed="1", body="第二稿。")
        self.beat(turn=2)

        self.assertEqual(dict(OpenForm.objects.get().fields)["body"], "第二稿。")

    def test_a_sign_of_life_reads_no_body(self):
        self.beat()

        with CaptureQueriesContext(connection) as asked:
            self.beat(turn=2)

        self.assertLessEqual(len(asked), 10)
        self.assertNotIn('"articles_article"."body"', " ".join(query["sql"] for query in asked))

    def test_words_that_were_taken_back_by_hand_are_kept_no_longer(self):
        self.beat(_typed="1", body="第二稿。")
        self.beat(turn=2, _typed="")

        self.assertEqual(OpenForm.objects.get().fields, [])

    def test_a_request_that_was_overtaken_on_its_way_changes_nothing(self):
        self.beat(turn=5, _typed="1", body="后写的。")
        self.beat(turn=4, _typed="1", body="先写的。")

        self.assertEqual(dict(OpenForm.objects.get().fields)["body"], "后写的。")

    def test_the_answer_says_whether_they_were_taken_and_what_was_heard_last(self):
        taken = self.beat(turn=5, _typed="1", body="后写的。").json()
        overtaken = self.beat(turn=4, _typed="1", body="先写的。").json()

        self.assertEqual([(answer["taken"], answer["turn"]) for answer in (taken, overtaken)], [(True, 5), (False, 5)])

    def test_the_page_of_a_refused_save_goes_on_counting(self):
        self.beat(turn=5, _typed="1", body="第二稿。")

        self.assertContains(self.save(body="第二稿。", headline=""), 'data-turn="5"')

    def test_words_that_are_taken_back_go_on_counting(self):
        self.beat(turn=5, _typed="1", body="第二稿。", _left="1")

        self.assertContains(self.client.get(f"{self.form_address()}?typed={KEY}"), 'data-turn="5"')

    def test_words_that_come_after_the_save_are_late(self):
        self.beat(_typed="1", body="第二稿。")
        self.save(body="第二稿。")

        answer = self.beat(turn=9, _typed="1", body="第二稿。")

        self.assertTrue(answer.json()["closed"])
        self.assertFalse(open_forms.unsaved(self.editor, self.article).exists())

    def test_words_whose_save_was_the_first_to_arrive_are_late_too(self):
        self.save(body="第二稿。")

        self.beat(_typed="1", body="第二稿。")

        self.assertFalse(open_forms.unsaved(self.editor, self.article).exists())

    def test_a_refused_save_keeps_them(self):
        self.beat(_typed="1", body="第二稿。")
        self.save(body="第二稿。", headline="")

        self.assertTrue(open_forms.unsaved(self.editor, self.article).exists())

    def test_a_form_too_long_is_left_to_the_browser(self):
        answer = self.beat(_typed="1", body="长" * (open_forms.MOST_CHARACTERS + 1))

        self.assertIn("太长", answer.json()["refused"])
        self.assertEqual(OpenForm.objects.get().fields, [])

    def test_a_key_of_somebody_else_opens_nothing(self):
        self.beat_of(self.colleague, _typed="1", body="他的。")

        self.assertEqual(self.beat(_typed="1", body="我的。").status_code, 404)
        self.assertEqual(dict(OpenForm.objects.get().fields)["body"], "他的。")

    def test_a_save_with_a_key_of_somebody_else_closes_nothing(self):
        self.beat_of(self.colleague, _typed="1", body="他的。")

        self.save(body="我的。")

        self.assertTrue(open_forms.unsaved(self.colleague, self.article).exists())

    def test_nothing_is_kept_for_whoever_may_not_write_here(self):
        reporter = make_user(group=REPORTER)
        reporter.desks.add(make_desk())

        self.assertIn("不能再", self.beat_of(reporter, _typed="1").json()["refused"])
        self.assertFalse(OpenForm.objects.exists())

    def test_an_author_who_has_handed_in_is_told_so(self):
        author = make_user(group=REPORTER)
        Article.objects.update(created_by=author, stage=Stage.SUBMITTED)

        self.assertIn("稿件已送审", self.beat_of(author, _typed="1").json()["refused"])

    def test_odd_signs_are_refused(self):
        for odd in ({"opening": "<x>"}, {"_turn": "x"}, {"_turn": "9" * 30}):
            with self.subTest(odd=odd):
                self.assertEqual(self.beat(**odd).status_code, 404)

    def test_a_story_that_there_is_not_keeps_nothing(self):
        for odd in ("9" * 15, "9" * 30, "abc"):
            with self.subTest(odd=odd):
                self.assertIn("不能再", self.beat(_article=odd, _typed="1").json()["refused"])
        self.assertFalse(OpenForm.objects.exists())


class WordsOfferedTests(OpenFormTestCase):
    def test_are_offered_on_the_next_opening_to_whoever_typed_them(self):
        self.beat(_typed="1", body="第二稿。")

        self.assertContains(self.client.get(self.form_address()), f"?typed={KEY}")
        self.client.force_login(self.colleague)
        self.assertNotContains(self.client.get(self.form_address()), KEY)

    def test_come_back_with_their_rows_and_are_not_saved_by_that(self):
        row = {"placements-TOTAL_FORMS": "0", "bylines-TOTAL_FORMS": "1", "bylines-0-name": "孙七"}
        self.beat(_typed="1", body="第二稿。", **row)

        page = self.client.get(f"{self.form_address()}?typed={KEY}")

        self.assertContains(page, "第二稿。")
        self.assertContains(page, "孙七")
        self.assertContains(page, "您未保存的内容已取回")
        self.assertEqual(Article.objects.get().body, "第一稿。")

    def test_come_back_with_a_notice_and_not_as_a_mistake(self):
        self.beat(_typed="1", body="第二稿。")

        page = self.client.get(f"{self.form_address()}?typed={KEY}")

        self.assertContains(page, '<li class="info">您未保存的内容已取回', count=1)
        self.assertNotContains(page, "请更正")
        self.assertNotContains(page, "errorlist")
        self.assertContains(page, 'data-is-back="1"')

    def test_come_back_beside_what_somebody_else_has_stored_since(self):
        self.beat(_typed="1", body="我的第二稿。")
        Article.objects.update(version=2, body="他的第二稿。")

        page = self.client.get(f"{self.form_address()}?typed={KEY}")

        self.assertIn("他的第二稿。 我的第二稿。", told(page))

    def test_of_a_story_that_was_never_saved_come_back_on_its_form(self):
        self.beat(article=False, _typed="1", headline="新稿", body="开头。")
        address = reverse("admin:articles_article_add")

        self.assertContains(self.client.get(address), f"?typed={KEY}")
        self.assertContains(self.client.get(f"{address}?typed={KEY}"), "开头。")
        self.assertEqual(Article.objects.count(), 1)

    def test_are_nobody_elses_to_take(self):
        self.beat(_typed="1", body="第二稿。")
        self.client.force_login(self.colleague)

        page = self.client.get(f"{self.form_address()}?typed={KEY}", follow=True)

        self.assertNotContains(page, "第二稿。")
        self.assertContains(page, "这些内容已不在这里")

    def test_of_a_story_that_there_cannot_be_lead_to_none(self):
        for odd in ("abc", "9" * 25):
            with self.subTest(odd=odd):
                page = self.client.get(f"/admin/articles/article/{odd}/change/?typed=x")
                self.assertRedirects(page, reverse("admin:index"), fetch_redirect_response=False)

    def test_are_read_by_nobody_else(self):
        self.beat(_typed="1", body="第二稿。")
        address = f"{reverse('admin:articles_article_unsaved')}?_article={self.article.pk}"

        self.assertIn(["body", "第二稿。"], self.client.get(address).json()["kept"][0])
        self.client.force_login(self.colleague)
        self.assertEqual(self.client.get(address).json()["kept"], [])

    def test_once_thrown_away_are_gone(self):
        self.beat(_typed="1", body="第二稿。")

        self.client.post(reverse("admin:articles_article_discard"), {"opening": KEY})

        self.assertNotContains(self.client.get(self.form_address()), f"?typed={KEY}")

    def test_go_after_two_weeks_and_no_sooner(self):
        self.beat(_typed="1", body="第二稿。")
        for days, left in ((13, 1), (15, 0)):
            OpenForm.objects.update(typed_at=timezone.now() - timedelta(days=days))
            open_forms.clear_old_forms()
            self.assertEqual(OpenForm.objects.count(), left)

    def test_cost_the_form_the_same_however_many_there_are(self):
        with CaptureQueriesContext(connection) as none_kept:
            self.client.get(self.form_address())
        asked = len(none_kept)
        for number in range(3):
            self.beat(key=f"{number}" * 22, _typed="1", body="第二稿。")

        with self.assertNumQueries(asked):
            self.client.get(self.form_address())
