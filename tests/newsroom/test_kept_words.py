from django.test import Client, TestCase
from django.urls import reverse

from articles.models import Article
from articles.models.article import Stage
from newsroom.groups import EDITOR, REPORTER
from tests.factories import make_article, make_desk, make_photo, make_user, story_form
from tests.opened import opened


class KeptWordsTests(TestCase):
    def setUp(self):
        self.article = make_article()
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])
        self.typed = {**story_form(self.article), "body": "夜里十一点写完的八百字。"}

    def test_a_save_after_the_login_ran_out_gives_the_words_back(self):
        response = self.client.post(self.address, self.typed)

        self.assertContains(response, "夜里十一点写完的八百字。", status_code=403)
        self.assertContains(response, "文字没有丢失", status_code=403)

    def test_a_save_with_an_old_token_gives_the_words_back(self):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(make_user(group=EDITOR))

        response = strict.post(self.address, self.typed)

        self.assertContains(response, "夜里十一点写完的八百字。", status_code=403)

    def test_nothing_comes_back_that_nobody_typed(self):
        shown = {"seen": '{"body": "63b3c20b3078"}', "bylines-SEEN": '{"1": {"name": "63b3c20b3078"}}'}

        shown |= dict.fromkeys(("opening", "bylines-__prefix__-name", "initial-bylines-0-name"), "63b3c20b3078")

        response = self.client.post(self.address, {**self.typed, **shown})

        self.assertNotContains(response, "63b3c20b3078", status_code=403)
        self.assertIn(("正文", "夜里十一点写完的八百字。"), response.context["words"])

    def test_no_password_comes_back(self):
        strict = Client(enforce_csrf_checks=True)

        response = strict.post(reverse("admin:login"), {"username": "zongbian", "password": "geheim-wort"})

        self.assertNotContains(response, "geheim-wort", status_code=403)

    def test_a_reporter_who_saves_after_the_story_was_handed_in_keeps_the_words(self):
        self.save_as_reporter(stage=Stage.SUBMITTED)

    def test_a_reporter_whose_story_went_to_another_desk_keeps_the_words(self):
        self.save_as_reporter(created_by=None, desk=make_desk())

    def save_as_reporter(self, **moved):
        reporter = make_user(group=REPORTER)
        Article.objects.update(created_by=reporter)
        self.client.force_login(reporter)
        Article.objects.update(**moved)

        response = self.client.post(self.address, self.typed)

        self.assertContains(response, "夜里十一点写完的八百字。", status_code=403)
        self.assertNotEqual(Article.objects.get().body, "夜里十一点写完的八百字。")

    def test_words_are_escaped(self):
        response = self.client.post(self.address, {**self.typed, "body": "<script>alert(1)</script>"})

        self.assertNotContains(response, "<script>alert(1)", status_code=403)

    def test_reading_without_a_login_leads_to_the_login(self):
        response = self.client.get(self.address)

        self.assertRedirects(response, f"{reverse('admin:login')}?next={self.address}")


class KeptCaptionsTests(TestCase):
    def setUp(self):
        editor = make_user(group=EDITOR)
        self.photos = [make_photo(caption="旧。", headline="比武", uploaded_by=editor) for _ in range(2)]
        keys = ",".join(str(photo.pk) for photo in self.photos)
        self.address = f"{reverse('admin:media_photo_captions')}?photos={keys}"
        self.client.force_login(editor)
        self.form = opened(self.client.get(self.address))
        self.client.logout()

    def words(self, **typed):
        typed = {f"photo-{self.photos[1].pk}-{name}": text for name, text in typed.items()}
        return self.client.post(self.address, self.form | typed).context["words"]

    def test_only_what_was_changed_comes_back_under_its_row_and_name(self):
        words = self.words(place="店口", caption="夜里写的说明。", rights="agency")

        self.assertEqual(words, [("第2张：图片说明", "夜里写的说明。"), ("第2张：拍摄地点", "店口")])

    def test_nobody_without_a_login_learns_what_is_stored(self):
        response = self.client.post(self.address, {f"photo-{self.photos[0].pk}-caption": "新。"})

        self.assertEqual(response.context["words"], [("第1张：图片说明", "新。")])
        self.assertNotContains(response, "比武", status_code=403)
