from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from desk.doors.browsers import browser_of
from desk.doors.sessions import SessionStore
from desk.doors.tries import ADDRESS
from desk.models import AuditEntry, SignIn, Tries
from newsroom.groups import CHIEF, EDITOR, REPORTER
from tests.desk.doors.moved_clock import later
from tests.factories import group_of, make_article, make_user, story_form

LOGIN, MINE = reverse("admin:login"), reverse("admin:my_security")
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 "
    "Safari/537.36 Edg/131.0.0.0"
)
WECHAT = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
    "MicroMessenger/8.0.50"
)


class SessionTestCase(TestCase):
    def setUp(self):
        self.user = make_user(username="zhang", password="secret-word", group=EDITOR)
        self.client = self.signed_in()

    def signed_in(self, agent=FIREFOX):
        browser = Client(headers={"User-Agent": agent})
        browser.post(LOGIN, {"username": "zhang", "password": "secret-word"}, REMOTE_ADDR="203.0.113.7")
        return browser

    def is_in(self, browser=None):
        return (browser or self.client).get(MINE).status_code == 200

    def key(self, browser=None):
        return (browser or self.client).cookies["sessionid"].value


class ListTests(SessionTestCase):
    def test_shows_where_when_and_with_what(self):
        self.signed_in(EDGE)

        page = self.client.get(MINE)

        for words in ("Firefox 140 · Linux", "Edge 131 · Windows", "203.0.113.7"):
            self.assertContains(page, words)
        self.assertContains(page, "door-this", count=1)

    def test_ends_one_and_not_the_own(self):
        other = self.signed_in(EDGE)
        for row in SignIn.objects.all():
            self.client.post(MINE, {"act": "end", "sign_in": row.pk})

        self.assertEqual((self.is_in(), self.is_in(other)), (True, False))
        self.assertEqual(AuditEntry.objects.filter(verb="end_sign_ins").count(), 1)

    def test_ends_all_others(self):
        others = [self.signed_in() for _number in range(2)]

        self.client.post(MINE, {"act": "end_others"})

        self.assertEqual([self.is_in(one) for one in (self.client, *others)], [True, False, False])

    def test_not_those_of_a_colleague(self):
        colleague = Client()
        colleague.force_login(make_user(group=EDITOR))

        for row in SignIn.objects.all():
            self.client.post(MINE, {"act": "end", "sign_in": row.pk})

        self.assertTrue(self.is_in(colleague))

    def test_costs_the_same_however_many_there_are(self):
        with CaptureQueriesContext(connection) as one:
            self.client.get(MINE)
        number = len(one)  # the next request forgets them
        for _number in range(3):
            self.signed_in()

        with self.assertNumQueries(number):
            self.client.get(MINE)

    def test_what_is_over_is_not_listed_and_goes(self):
        self.client.post(reverse("admin:logout"))
        self.assertEqual(SignIn.objects.count(), 0)

        self.signed_in()
        Session.objects.all().delete()
        with later(days=1):
            SessionStore.clear_expired()

        self.assertEqual(SignIn.objects.count(), 0)


class KeyTests(SessionTestCase):
    def test_is_a_new_one_after_signing_in(self):
        browser = Client()
        browser.cookies["sessionid"] = "a" * 32
        browser.post(LOGIN, {"username": "zhang", "password": "secret-word"})

        self.assertNotEqual(self.key(browser), "a" * 32)

    def test_is_a_new_one_when_the_rights_change(self):
        before = self.key()
        self.user.groups.add(group_of(CHIEF))

        self.assertTrue(self.is_in())

        self.assertNotEqual(self.key(), before)
        self.assertFalse(Session.objects.filter(session_key=before).exists())
        self.assertEqual(SignIn.objects.get().session_key, self.key())

    def test_and_when_those_of_the_group_do(self):
        before = self.key()
        group_of(EDITOR).permissions.clear()
        self.client.get(MINE)

        self.assertNotEqual(self.key(), before)

    def test_a_new_password_ends_all_others(self):
        other = self.signed_in()
        before = self.key()
        new = "yue-zhou-morning"
        words = {"old_password": "secret-word", "new_password1": new, "new_password2": new}

        self.client.post(reverse("admin:password_change"), words)

        self.assertEqual((self.is_in(), self.is_in(other)), (True, False))
        self.assertNotEqual(self.key(), before)
        self.assertEqual(SignIn.objects.count(), 1)


class AgeTests(SessionTestCase):
    def test_ends_after_twelve_silent_hours(self):
        with later(hours=11, minutes=59):
            self.assertTrue(self.is_in())
        with later(hours=23):
            self.assertTrue(self.is_in())
        with later(hours=36):
            self.assertFalse(self.is_in())

    def test_ends_after_a_week_whatever_was_done(self):
        for days in (2, 4, 6):
            SignIn.objects.update(seen_at=timezone.now() + timedelta(days=days))
            with later(days=days, hours=11):
                self.assertTrue(self.is_in(), days)
        with later(days=7, minutes=1):
            self.assertFalse(self.is_in())

    def test_words_on_their_way_come_back(self):
        article = make_article(created_by=self.user)
        typed = {**story_form(article), "body": "夜里十一点写完的八百字。"}

        with later(hours=13):
            response = self.client.post(reverse("admin:articles_article_change", args=[article.pk]), typed)

        self.assertContains(response, "夜里十一点写完的八百字。", status_code=403)

    def test_one_from_before_the_upgrade_goes_on_and_is_listed(self):
        SignIn.objects.all().delete()

        self.assertTrue(self.is_in())
        self.assertEqual(SignIn.objects.get().user, self.user)


class OfOthersTests(SessionTestCase):
    def setUp(self):
        super().setUp()
        self.chief = make_user(group=CHIEF)
        self.at_chief = Client()
        self.at_chief.force_login(self.chief)
        self.page = reverse("admin:desk_user_security", args=[self.user.pk])

    def test_whoever_keeps_the_accounts_ends_those_of_a_colleague(self):
        self.assertContains(self.at_chief.get(self.page), "Firefox 140 · Linux")

        self.at_chief.post(self.page, {"act": "end_all"})

        self.assertEqual((self.is_in(), self.is_in(self.at_chief)), (False, True))
        self.assertEqual(AuditEntry.objects.get(verb="end_sign_ins").by, self.chief)

    def test_nobody_else_does(self):
        for colleague in (make_user(group=REPORTER), self.user):
            self.at_chief.force_login(colleague)
            self.assertEqual(self.at_chief.get(self.page).status_code, 403)
            self.assertEqual(self.at_chief.post(self.page, {"act": "end_all"}).status_code, 403)

    def test_not_a_superusers(self):
        above = make_user(is_superuser=True)

        response = self.at_chief.post(reverse("admin:desk_user_security", args=[above.pk]), {"act": "off"})

        self.assertEqual(response.status_code, 403)

    def test_unlocks(self):
        stranger = Client()
        for number in range(5):
            stranger.post(LOGIN, {"username": "zhang", "password": f"guess-{number}"})
        self.assertContains(self.at_chief.get(self.page), "该账号，从同一地址")

        self.at_chief.post(self.page, {"act": "unlock"})

        answer = stranger.post(LOGIN, {"username": "zhang", "password": "secret-word"})
        self.assertEqual(answer.status_code, 302)
        self.assertEqual(AuditEntry.objects.filter(verb="unlock", by=self.chief).count(), 1)

    def test_unlocks_an_address(self):
        Client().post(LOGIN, {"username": "nobody", "password": "guess"})
        Tries.objects.filter(door=ADDRESS.name).update(count=ADDRESS.limit)
        shut = reverse("admin:desk_user_shut")
        self.assertContains(self.at_chief.get(shut), "同一地址的所有新浏览器")

        for door in self.at_chief.get(shut).context["shut"]:
            self.at_chief.post(shut, {"door": door.row.pk})

        self.assertContains(self.at_chief.get(shut), "目前没有锁定")


class BrowserTests(TestCase):
    def test_are_told_apart_as_their_owners_would(self):
        for said, name in [
            (FIREFOX, "Firefox 140 · Linux"),
            (EDGE, "Edge 131 · Windows"),
            (WECHAT, "微信 8 · iPhone"),
            ("curl/8", ""),
            ("", ""),
        ]:
            request = type("Request", (), {"META": {"HTTP_USER_AGENT": said}})
            self.assertEqual(browser_of(request), name)
