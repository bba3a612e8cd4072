from django.contrib.sessions.models import Session
from django.test import Client

from articles.models import Article
from desk.models import User
from newsroom.groups import EDITOR
from tests.factories import make_user
from tests.intake.dropping import DroppingTestCase
from tests.intake.screen import SCREEN, ScreenTestCase, typed
from tests.intake.test_corrections import TWO

HERE = {"Origin": "http://testserver"}


class WordsOfAnIntakeTests(ScreenTestCase):
    def setUp(self):
        super().setUp()
        self.fields = typed(self.read(TWO)) | {"form-1-kicker": "夜里想出的引题"}
        self.client.logout()

    def test_come_back_story_by_story_with_what_was_changed_first(self):
        response = self.client.post(SCREEN, self.fields, headers=HERE)

        first, second = response.context["stories"]
        self.assertEqual((first.headline, second.headline), ("送清凉", "下了班上夜校"))
        self.assertEqual(second.words[0], ("引题", "夜里想出的引题", True))
        self.assertNotContains(response, "form-1-kicker<br>", status_code=403)

    def test_are_sent_again_after_a_new_login(self):
        given_back = self.client.post(SCREEN, self.fields, headers=HERE)
        again = dict(given_back.context["again"])
        self.client.force_login(self.editor)

        self.client.post(SCREEN, again)

        self.assertEqual(Article.objects.get(headline="下了班上夜校").kicker, "夜里想出的引题")

    def test_of_another_site_cannot_be_sent_on_by_a_button_of_ours(self):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(make_user(group=EDITOR))

        response = strict.post(SCREEN, self.fields, headers={"Origin": "https://evil.example"})

        self.assertNotContains(response, "data-again", status_code=403)


class LoginGoneTests(DroppingTestCase):
    def test_the_form_stays_until_somebody_is_logged_in_again(self):
        self.drop(("甲.txt", TWO.encode()))
        self.line("甲.txt")
        self.read()
        self.page.locator("#id_form-0-headline").fill("改过的主题")
        user = self.user_of_session()
        self.page.context.clear_cookies()

        self.page.locator("[name=draft]").last.click()
        self.page.locator(".intake-under-way", has_text="登录已过期").wait_for()
        self.log_in(user)
        self.page.locator("[name=draft]").last.click()
        self.page.locator(".messagelist").wait_for(timeout=60_000)
        self.settle()

        self.assertTrue(Article.objects.filter(headline="改过的主题").exists())

    def user_of_session(self):
        return User.objects.get(pk=Session.objects.get().get_decoded()["_auth_user_id"])
